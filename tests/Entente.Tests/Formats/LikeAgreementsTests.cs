using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Tables of other things that have names, countries and dates, too, and lists of agreements that say little.</summary>
public class LikeAgreementsTests
{
    [Theory]
    [InlineData("Name,University,Country,Phone,Since|Anna Berg,Lund University,Sweden,+46 1,2010|Juan Paz,Universidad de Chile,Chile,+56 2,2015|Wei Li,Peking University,China,+86 3,2018")]
    [InlineData("Nombre,Universidad,País,Teléfono,Desde|Anna Berg,Universidad de Lund,Suecia,+46 46 222,2010|Juan Paz,Universidad de Chile,Chile,+56 2 333,2015|Wei Li,Universidad de Pekín,China,+86 3 444,2018")]
    [InlineData("Fach,Datum,Raum,Prüfer|Algebra I,12.01.2024,A12,Prof. Weber|Statistik,15.01.2024,B2,Dr. Klein|Europarecht,17.01.2024,A12,Prof. Roth")]
    [InlineData("Conference,City,Country,Dates,Deadline|EAIE Conference,Toulouse,France,17-20 September 2024,2024-03-01|NAFSA,New Orleans,United States,28-31 May 2024,2024-02-01|APAIE,Perth,Australia,4-8 March 2024,2023-12-01")]
    [InlineData("Rank,University,Country,Score|1,University of Oxford,United Kingdom,98.5|2,Stanford University,United States,98.0|3,University of Tokyo,Japan,88.1|4,ETH Zurich,Switzerland,87.0")]
    [InlineData("Invoice no.,Customer,Date,Due date,Amount|2024-001,Lund University,2024-01-12,2024-02-12,1200.00|2024-002,Acme Ltd,2024-01-15,2024-02-15,300.00|2024-003,University of Oslo,2024-01-20,2024-02-20,45.50")]
    [InlineData("Date,Home,Away,Result|2024-03-02,Lund University,University of Oslo,2:1|2024-03-09,Harbour College,Lakeside College,0:0|2024-03-16,University of Oslo,Harbour College,3:2")]
    [InlineData("Name,Home university,Country,From,To|Anna Berg,Lund University,Sweden,2023-09-01,2024-01-31|Juan Paz,University of Chile,Chile,2023-09-01,2024-06-30|Wei Li,Peking University,China,2024-02-01,2024-06-30")]
    [InlineData("Date,Institution,Country,Visitors|2024-03-02,Lund University,Sweden,4|2024-03-09,Harbour College,Norway,2|2024-03-16,University of Chile,Chile,6")]
    public void A_table_that_may_be_of_something_else_is_doubted(string rows)
    {
        var said = Read(rows).Findings.Where(f => f.Code == "list.unlike").ShouldHaveSingleItem();
        (said.Severity, said.Records.Count).ShouldBe((Severity.Doubt, 0));
    }

    [Theory]
    [InlineData("University,Country,Since|Lund University,Sweden,2010|University of Chile,Chile,2015|Peking University,China,2018")]
    [InlineData("Partner,Country,Contact,Signed|Lund University,Sweden,Anna Berg,2024-01-02|University of Chile,Chile,Juan Paz,2024-03-04|Peking University,China,Wei Li,2024-04-05")]
    [InlineData("Institution,Country,From,To|Lund University,Sweden,2024-01-02,2029-01-01|University of Chile,Chile,2024-03-04,2029-03-03|Peking University,China,2024-04-05,2029-04-04")]
    [InlineData("Coordinator,University,Country,E-mail,Since|Anna Berg,Lund University,Sweden,a@lund.example,2010|Juan Paz,Universidad de Chile,Chile,j@chile.example,2015|Wei Li,Peking University,China,w@peking.example,2018")]
    [InlineData("Name,University,Type,Date|Anna Berg,Lund University,MoU,2024-01-02|Juan Paz,University of Chile,MoU,2024-03-04|Wei Li,Peking University,Student exchange,2024-04-05")]
    [InlineData("Company,Place,Date of agreement|Acme,Lund,2024-01-02|Bolt and Sons,Oslo,2024-03-04|Cogworks,Turku,2024-04-05")]
    public void A_list_that_says_little_is_not(string rows) =>
        Read(rows).Findings.ShouldNotContain(f => f.Code == "list.unlike");

    [Fact]
    public void What_stands_over_it_may_say_that_it_is_of_agreements()
    {
        const string rows = "<tr><th>University<th>Country<th>Date<th>Visitors<tr><td>Lund University<td>Sweden<td>2024-01-02<td>4<tr><td>University of Chile<td>Chile<td>2024-03-04<td>2<tr><td>Peking University<td>China<td>2024-04-05<td>6";
        Html($"<h1>New agreements</h1><table>{rows}</table>").Findings.ShouldNotContain(f => f.Code == "list.unlike");
        Html($"<h1>News</h1><table>{rows}</table>").Findings.ShouldContain(f => f.Code == "list.unlike");
    }

    private static SourceReading Read(string rows) => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(rows.Replace('|', '\n')), new ReadOptions());

    private static SourceReading Html(string page) => SourceReader.Read("list.html", Encoding.UTF8.GetBytes($"<!doctype html>{page}"), new ReadOptions());
}
