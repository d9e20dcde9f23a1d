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
    [InlineData("2023.05.29 until 2028", "Signed 2023-05-29 to 2028", "Stated 2028", "")]
    [InlineData("2023.05.29 5 year until 2030", "Signed 2023-05-29", "Conflict 2030", "ends.conflict")]
    [InlineData("2019 no expiration date", "Signed 2019", "Open ", "")]
    [InlineData("2004, Long-term", "Signed 2004", "Open ", "")]
    [InlineData("2023.05 сар 5 year", "Signed 2023-05", "Computed 2028-05", "")]
    [InlineData("2020.13.01 5 year", "Unclear ", "Unstated ", "date.impossible")]
    [InlineData("Long-term", "", "Open ", "record.no-date")]
    [InlineData("2021.11.16 2021.11.15", "Signed 2021-11-16", "Conflict 2021-11-15", "date.out-of-order")]
    // A word between two dates.
    [InlineData("2019.05.10 terminated 2021.06.01", "Signed 2019-05-10, Terminated 2021-06-01", "Unstated ", "")]
    [InlineData("2015.05.05 amended 2018.05.05 5 year", "Signed 2015-05-05, Amended 2018-05-05", "Computed 2020-05-05", "ends.over-at-list-date")]
    [InlineData("2015.05.05 amended 2020.05.05 5 year", "Signed 2015-05-05, Renewed 2020-05-05", "Computed 2025-05-05", "")]
    [InlineData("2018.11.01 (extended 2023.04.01) 5 year", "Signed 2018-11-01, Extended 2023-04-01", "Computed 2028-04-01", "")]
    [InlineData("2013.10.09 renewed 2020.09.10 5 year", "Signed 2013-10-09, Renewed 2020-09-10", "Computed 2025-09-10", "")]
    [InlineData("2018.11.05 5 year extended until 2028.11.05", "Signed 2018-11-05, Extended  to 2028-11-05", "Stated 2028-11-05", "ends.renewed")]
    [InlineData("2018.11.05 2023.11.05 extended 2028.11.05", "Signed 2018-11-05, Extended 2023-11-05", "Stated 2028-11-05", "")]
    [InlineData("2017.10.25, 2022.06.08- renewed", "Signed 2017-10-25, Renewed 2022-06-08", "Unstated ", "")]
    // A word without a date is not lost.
    [InlineData("2019.05.10 5 year terminated", "Signed 2019-05-10, Terminated ", "Computed 2024-05-10", "act.undated ends.over-at-list-date")]
    [InlineData("2019.05.10 Long-term, suspended", "Signed 2019-05-10, Suspended ", "Open ", "act.undated")]
    // Ranges, and ends before later acts.
    [InlineData("2019.05.10 to 2024.05.10 5 year", "Signed 2019-05-10 to 2024-05-10", "Stated 2024-05-10", "ends.agree")]
    [InlineData("2019.05.10 to 2024.05.10", "Signed 2019-05-10 to 2024-05-10", "Stated 2024-05-10", "")]
    [InlineData("(2019-2024)", "Signed 2019 to 2024", "Stated 2024", "")]
    [InlineData("2015.03.13 until 2020.03.13 renewed 2021.05.01", "Signed 2015-03-13 to 2020-03-13, Renewed 2021-05-01", "Unstated ", "")]
    // Lengths.
    [InlineData("2020.01.01 1 year 6 months", "Signed 2020-01-01", "Computed 2021-07-01", "")]
    [InlineData("2020.01.01 5 (five) years", "Signed 2020-01-01", "Computed 2025-01-01", "")]
    [InlineData("2020.01.01 (5 years)", "Signed 2020-01-01", "Computed 2025-01-01", "")]
    [InlineData("2013.05.10 5 year 2018.05.10 3 year", "Signed 2013-05-10 to 2018-05-10, Renewed 2018-05-10", "Computed 2021-05-10", "")]
    [InlineData("2019.05.10 2024.05.10 automatically renewed", "Signed 2019-05-10", "Stated 2024-05-10", "")]
    [InlineData("2019.05.10 5 year, no automatic renewal", "Signed 2019-05-10", "Computed 2024-05-10", "")]
    [InlineData("2022.09.01 5+5 until 2027.09.01", "Signed 2022-09-01", "Stated 2027-09-01", "ends.agree")]
    // The same day twice without a second kind.
    [InlineData("2019.09.24 2019.09.24", "Signed 2019-09-24", "Unstated ", "dates.repeated")]
    [InlineData("2020.05.01 2018.05.01 5 year", "Signed 2020-05-01, Renewed 2018-05-01", "Conflict 2025-05-01", "date.out-of-order")]
    // Mongolian, Russian and Korean forms; an empty cell that is printed as a dash.
    [InlineData("22.05.2018 г. 5 лет", "Signed 2018-05-22", "Computed 2023-05-22", "")]
    [InlineData("12.05.2018 г. 5 лет", "Signed 2018-05-12", "Computed 2023-05-12", "")]
    [InlineData("12/05/2018 5 year", "Signed 2018-05-12", "Computed 2023-05-12", "date.day-month")]
    // A date behind the term stands where the end does.
    [InlineData("2018.05.12 5 year 2023.05.12", "Signed 2018-05-12", "Stated 2023-05-12", "ends.agree")]
    [InlineData("2018.05.12 5 year 2028", "Signed 2018-05-12", "Conflict 2028", "ends.conflict")]
    [InlineData("2018.05.12 Long-term 2028", "Signed 2018-05-12", "Conflict 2028", "ends.conflict")]
    [InlineData("12 мая 2018 г. 5 (пять) лет", "Signed 2018-05-12", "Computed 2023-05-12", "")]
    [InlineData("2018 оны 05 дугаар сарын 12-ны өдөр 5 жил", "Signed 2018-05-12", "Computed 2023-05-12", "")]
    [InlineData("2018. 05. 12 5 жил", "Signed 2018-05-12", "Computed 2023-05-12", "")]
    [InlineData("2018.05.12-ны 5 жил", "Signed 2018-05-12", "Computed 2023-05-12", "")]
    [InlineData("2018.05.12 2028 оныг хүртэл", "Signed 2018-05-12", "Stated 2028", "")]
    [InlineData("2018.05.12 -", "Signed 2018-05-12", "Unstated ", "")]
    [InlineData("2018.05.12 —", "Signed 2018-05-12", "Unstated ", "")]
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

    [Theory]
    [InlineData("2023", "2018.05.12 5 year", 0)]
    [InlineData("2023", "2017.05.12 5 year", 1)]
    public void Over_when_listed_is_said_only_where_it_is_certain(string listedOn, string printed, int expected)
    {
        var text = $"# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU {printed}\n2 Lumen University Chad MOU 2020.02.02 5 year\n3 Vastra University Mali MOU 2019.03.03 9 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions(Given.Date(listedOn)));
        reading.Findings.Count(f => f.Code == "ends.over-at-list-date").ShouldBe(expected);
    }

    [Fact]
    public void A_list_date_before_what_the_list_holds_is_a_doubt()
    {
        const string text = "# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU 2018.01.01 5 year\n2 Lumen University Chad MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions(Given.Date("1999")));
        reading.Findings.ShouldContain(f => f.Code == "list.signed-after" && f.Severity == Severity.Doubt);
    }

    [Theory]
    [InlineData("2018.05.12 5 year in negotiation", PrintedState.Negotiation, "")]
    [InlineData("2018.05.12 5 year expired", PrintedState.Ended, "state.disagrees")]
    [InlineData("2012.05.12 5 year active", PrintedState.Active, "ends.over-at-list-date state.disagrees")]
    [InlineData("2012.05.12 5 year cancelled", PrintedState.Cancelled, "ends.over-at-list-date")]
    public void A_printed_state_is_kept_and_compared(string printed, PrintedState state, string findings)
    {
        var text = $"# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU {printed}\n2 Lumen University Chad MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions(Given.Date("2020-06-01")));
        reading.Drafts[0].Facts.State.ShouldBe(state);
        string.Join(' ', reading.Findings.Where(f => f.Records.Contains(1)).Select(f => f.Code).Order(StringComparer.Ordinal)).ShouldBe(findings);
    }

    [Theory]
    [InlineData("List of agreements as of 31 December 2025", "2025-12-31", ListedOnBasis.Stated)]
    [InlineData("Гэрээний жагсаалт 2025.12.31-ны байдлаар", "2025-12-31", ListedOnBasis.Stated)]
    [InlineData("Перечень договоров по состоянию на 31.12.2025", "2025-12-31", ListedOnBasis.Stated)]
    [InlineData("List of agreements", "2020-02-02", ListedOnBasis.LatestSigning)]
    public void A_list_may_state_its_own_date(string title, string expected, ListedOnBasis basis)
    {
        var text = $"{title}\n# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU 2018.01.01 5 year\n2 Lumen University Chad MOU 2020.02.02 3 year\n3 Vastra University Mali MOU 2019.03.03 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions());
        (reading.ListedOn!.ToString(), reading.ListedOnBasis).ShouldBe((expected, basis));
        reading.Drafts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("05/13/2019", "2020-05-04")]
    [InlineData("13/05/2019", "2020-04-05")]
    public void The_column_decides_the_order_of_day_and_month(string decisive, string expected)
    {
        var text = $"# Name Country Status Commencement Date Expiration Date\n1 Otago University Japan MOU 05/04/2020 5 year\n2 Lumen University Chad MOU {decisive} 3 year\n3 Vastra University Mali MOU 11/11/2019 3 year\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions());
        reading.Drafts[0].Facts.Events[0].On!.ToString().ShouldBe(expected);
        reading.Findings.ShouldNotContain(f => f.Code == "date.day-month");
    }

    [Fact]
    public void With_a_column_of_ends_and_one_of_lengths_the_last_date_is_the_end()
    {
        const string text = "No Name Country Type Start Date End Date Duration\n1 Otago University Japan MOU 2019.05.10 2024.05.10 5 years\n2 Lumen University Chad MOU 2020.02.02 2023.02.02 3 years\n3 Vastra University Mali MOU 2019.03.03 2022.03.03 3 years\n";
        var reading = SourceReader.Read("list.txt", System.Text.Encoding.UTF8.GetBytes(text), new ReadOptions());
        reading.Drafts[0].Facts.Ends.On!.ToString().ShouldBe("2024-05-10");
        reading.Drafts[0].Facts.Events.Count.ShouldBe(1);
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
