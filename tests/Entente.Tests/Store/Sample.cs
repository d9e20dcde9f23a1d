using System.Security.Cryptography;
using System.Text;

using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.Store;

/// <summary>A small list, made by hand.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset At = new(2024, 3, 1, 12, 30, 15, TimeSpan.Zero);

    public static readonly Authorship By = new("registrar", At, "the yearly list");

    public static EdtfDate Date(string text) => EdtfDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);

    public static EdtfValue Value(string text) => EdtfValue.Parse(text).Value ?? throw new ArgumentException(text);

    public static Length Years(int years) => new(years);

    /// <summary>An agreement of so many years from a day, with parties written as "name|country".</summary>
    public static Facts Facts(string? number, string signed, int? years, params string[] parties)
    {
        var events = new[] { new Event(Act.Signed, Date(signed), null, signed) };
        var term = years is { } n ? new Term { Text = $"{n} years", Length = new Length(n) } : new Term { Text = "long-term", Open = OpenTerm.LongTerm };
        return new Facts
        {
            Number = number,
            Parties = [.. parties.Select(Party)],
            Kinds = [new Kind("MOU", "mou")],
            Events = events,
            Term = term,
            Ends = Ending.Of(events, term, [], CountingRule.SameDay, NoEnd.NoColumn),
        };
    }

    public static SourceReading Reading(params Facts[] facts)
    {
        var bytes = Bytes(facts);
        var source = new Source("list.txt", Convert.ToHexStringLower(SHA256.HashData(bytes)), "text/plain", bytes.Length, "utf-8");
        return new SourceReading(source)
        {
            Title = "Agreements",
            ListedOn = Date("2024-02"),
            ListedOnBasis = ListedOnBasis.Stated,
            Tables = [new Table("t1", TableRole.Agreements, [new TableColumn("No.", "number"), new TableColumn(null, null)], facts.Length)],
            Drafts = [.. facts.Select((f, i) => new Draft(i + 1, "t1", f, $"row {i + 1}") { Places = [new Place(Line: i + 2, Column: 1, Length: 20)] })],
            Checks = [new Check(CheckKind.Total, null, "Total", facts.Length, facts.Length)],
            Findings = facts.Length < 2 ? [] : [new Finding("ends.conflict", Severity.Doubt, [1, 2], "ends", ["2024", "P5Y"]) { Id = "f1" }],
            Placed = new Placed(40, 40, []),
            Pieces =
            [
                new Piece(PieceRole.Furniture, new Place(Line: 1, Column: 1, Length: 10), Why: Piece.Title),
                new Piece(PieceRole.Furniture, new Place(Line: 1, Column: 12, Length: 4), Field: "country", Why: Piece.Title),
                new Piece(PieceRole.Record, new Place(Line: 2, Column: 1, Length: 4), 1, "partner"),
                new Piece(PieceRole.Record, new Place(Line: 2, Column: 6, Length: 9), 1),
                new Piece(PieceRole.Summary, new Place(Page: 2, Cell: "Sheet1!B7", Box: [0, 1.5, 2, 3])),
            ],
        };
    }

    public static byte[] Bytes(IEnumerable<Facts> facts) =>
        Encoding.UTF8.GetBytes(string.Join('\n', facts.Select(f => $"{f.Number} {f.Parties[0].Name}")) + "\0\r\n");

    private static Party Party(string text)
    {
        var parts = text.Split('|');
        return new Party(parts[0]) { Country = parts.Length > 1 ? parts[1] : null, CountryBasis = parts.Length > 1 ? CountryBasis.Stated : CountryBasis.Unstated };
    }
}
