using System.Text;

using Entente.Core;
using Entente.Formats;

namespace Entente.Tests.Formats;

/// <summary>Heads that may be of this or that: what stands below them decides.</summary>
public sealed class ContentWinsTests
{
    [Theory]
    [InlineData("Vertrag", "MoU (Forschung)", "Student exchange, staff exchange", "Doppelabschluss Informatik")]
    [InlineData("Agreement", "Memorandum of understanding on research", "Student exchange", "Cooperation agreement in science")]
    [InlineData("Договор", "Договор о сотрудничестве", "Меморандум", "Обмен студентами")]
    [InlineData("Convention", "MoU", "Convention de coopération", "Student exchange")]
    public void A_column_of_kinds_is_one_whatever_it_is_called(string head, string one, string two, string three)
    {
        var reading = Read($"Partner;Country;{head};Start\nKyoto University;Japan;{one};2021-09-01\nUniversity of Oslo;Norway;{two};2020-05-11\nMcGill University;Canada;Kooperationsvertrag;2019-03-04\nLund University;Sweden;{three};2019-05-04\n");
        reading.Drafts.Select(d => (d.Facts.Title, d.Facts.Kinds.Count > 0)).ShouldAllBe(d => d.Title == null && d.Item2);
    }

    [Theory]
    [InlineData("Agreement on academic cooperation between the faculties of arts", "Agreement on the exchange of students in medicine", "Joint declaration of both rectors on friendship")]
    [InlineData("Friendship of the two academies", "Student exchange", "Harbour studies for all")]
    public void Titles_stay_titles(string one, string two, string three)
    {
        var reading = Read($"Partner;Country;Title;Start\nKyoto University;Japan;{one};2021-09-01\nUniversity of Oslo;Norway;{two};2020-05-11\nLund University;Sweden;{three};2019-05-04\n");
        reading.Drafts.Select(d => d.Facts.Title).ShouldBe([one, two, three]);
    }

    [Theory]
    [InlineData("Allemagne", "Brésil", 0)]
    // Nothing tells that the list calls countries so.
    [InlineData("Germany", "Brazil", 1)]
    public void A_name_of_a_country_in_the_language_of_the_others_is_no_doubt(string one, string other, int doubts)
    {
        var reading = Read($"Partenaire;Pays;Type;Début\nUniversité de Bonn;{one};MoU;2021-09-01\nUniversité de São Paulo;{other};MoU;2020-05-11\nUniversité de Rosario;Argentine;MoU;2019-05-04\n");
        reading.Findings.Count(f => f.Code == "country.look-alike").ShouldBe(doubts);
        reading.Drafts[2].Facts.Parties[0].Country.ShouldBe("AR");
    }

    private static SourceReading Read(string list) => SourceReader.Read("list.csv", Encoding.UTF8.GetBytes(list), new ReadOptions());
}
