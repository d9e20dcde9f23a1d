using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats;

namespace Entente.Tests.Core;

/// <summary>What the dates of one row are, where the columns are lost. Read through a whole list, as a person would bring it.</summary>
public class WhensTests
{
    [Theory]
    [InlineData("2008.09.22 2020.07.23 5 year", "Signed 2008-09-22, Renewed 2020-07-23", "Computed 2025-07-23", "")]
    [InlineData("2013.10.09 2020.09.10 2025.09.10", "Signed 2013-10-09, Renewed 2020-09-10", "Stated 2025-09-10", "")]
    [InlineData("2017.07.25 2027.07.24", "Signed 2017-07-25", "Stated 2027-07-24", "")]
    [InlineData("2021.12.15 2022.06.30", "Signed 2021-12-15", "Stated 2022-06-30", "ends.not-whole-years")]
    [InlineData("2023.06.18 2028.06.18 2023.06.26", "Signed 2023-06-18, Unclear 2023-06-26", "Conflict 2028-06-18", "date.out-of-order")]
    [InlineData("2003.06.24-2023.06.23 2023.06.23-2028.06.23", "Signed 2003-06-24 to 2023-06-23, Renewed 2023-06-23 to 2028-06-23", "Stated 2028-06-23", "periods.printed")]
    [InlineData("2018.11 2023.04 extended 5 year", "Signed 2018-11, Extended 2023-04", "Computed 2028-04", "")]
    [InlineData("2017.10.25, 2022.06.08- renewed 5 year", "Signed 2017-10-25, Renewed 2022-06-08", "Computed 2027-06-08", "")]
    [InlineData("2023.05.29 5 year 2028 хүртэл", "Signed 2023-05-29", "Computed 2028-05-29", "ends.agree")]
    [InlineData("2023.05.29 until 2028", "Signed 2023-05-29", "Stated 2028", "")]
    [InlineData("2023.05.29 5 year until 2030", "Signed 2023-05-29", "Conflict 2030", "ends.conflict")]
    [InlineData("2019 no expiration date", "Signed 2019", "Open ", "")]
    [InlineData("2004, Long-term", "Signed 2004", "Open ", "")]
    [InlineData("2023.05 сар 5 year", "Signed 2023-05", "Computed 2028-05", "")]
    [InlineData("2020.13.01 5 year", "Unclear ", "Unstated ", "date.impossible record.no-date")]
    [InlineData("Long-term", "", "Open ", "record.no-date")]
    [InlineData("2021.11.16 2021.11.15", "Signed 2021-11-16", "Conflict 2021-11-15", "date.out-of-order")]
    public void The_dates_of_a_row(string printed, string events, string ends, string findings)
    {
        var text = $"# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU {printed}\n2 Lumen University Chad MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions(Given.Date("2020-06-01")));
        var facts = reading.Drafts[0].Facts;
        string.Join(", ", facts.Events.Select(e => $"{e.Act} {e.On}{(e.Until is null ? "" : $" to {e.Until}")}")).ShouldBe(events);
        $"{facts.Ends.Basis} {facts.Ends.On}".ShouldBe(ends);
        var own = reading.Findings.Where(f => f.Records.Contains(1)).Select(f => f.Code).Order();
        string.Join(' ', own).ShouldBe(findings);
    }

    [Fact]
    public void As_many_equal_dates_as_kinds_are_one_signing_each()
    {
        const string text = "# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU Cooperation Agreement 2019.09.24 2019.09.24\n2 Lumen University Chad MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions());
        var facts = reading.Drafts[0].Facts;
        facts.Events.Select(e => e.Act).ShouldBe([Act.Signed, Act.Signed]);
        facts.Ends.Basis.ShouldBe(EndsBasis.Unstated);
        reading.Findings.Where(f => f.Records.Contains(1)).Select(f => f.Code).ShouldBe(["dates.one-per-kind"]);
    }
}
