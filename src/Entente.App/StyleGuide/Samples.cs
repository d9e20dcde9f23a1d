using Entente.App.Agreements;
using Entente.App.Design;
using Entente.App.Keeping;
using Entente.App.Sources;
using Entente.Core;
using Entente.Edtf;

using Microsoft.Extensions.Primitives;

namespace Entente.App.StyleGuide;

/// <summary>Records that were made up to show how records look.</summary>
internal static class Samples
{
    public static readonly Day On = new(2026, 11, 24);

    public static readonly Register Register = new(1, "Springfield University", "Etc/UTC");

    public const string Long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsakademie";

    /// <summary>One name in many scripts, with its language as far as its letters and its country tell.</summary>
    public static IReadOnlyList<(string Name, string Country)> Names { get; } =
    [
        ("Northern University", "IE"), ("Đại học Phương Bắc", "VN"), ("Πανεπιστήμιο του Βορρά", "GR"), ("Северный университет", "KZ"), ("Հյուսիսային համալսարան", "AM"),
        ("ჩრდილოეთის უნივერსიტეტი", "GE"), ("جامعة الشمال", "SA"), ("אוניברסיטת הצפון", "IL"), ("उत्तर विश्वविद्यालय", "IN"), ("มหาวิทยาลัยภาคเหนือ", "TH"),
        ("北国大学 直海骨角", "JP"), ("북방대학교 北方大學", "KR"), ("北方大学 直海骨角", "CN"), ("北方大學 直海骨角", "TW"), (Long, "AT"),
    ];

    public static Party Partner((string Name, string Country) of) => new(of.Name) { Country = of.Country, CountryText = of.Country, CountryBasis = CountryBasis.Stated };

    public static Facts Named((string Name, string Country) of) => new() { Parties = [Partner(of)], Ends = new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell } };

    /// <summary>A life with everything in it that can be drawn: a gap, an assumption, a coarse day, an option.</summary>
    public static Facts Life { get; } = Agreement(
        new Term { Text = "5+5", Length = new Length(5), Option = new Length(5) },
        new Event(Act.Signed, Date("2009-03"), null, "2009.03"), new Event(Act.Renewed, Date("2015-06-18"), null, "2015.06.18") { Places = [new Place(Line: 157)] },
        new Event(Act.Renewed, Date("2021"), null, "2021"));

    public static Standing Standing { get; } = Core.Standing.Of(Life, CountingRule.SameDay, On);

    public static IReadOnlyList<SourceLine> Lines { get; } =
    [
        new(2, false, [new SourcePiece("No. Partner Country Kind", "header"), Blank, new SourcePiece("9 Japan 30", "summary"), Blank, new SourcePiece("Page 1", "furniture", Piece.PageMark), Blank, new SourcePiece("lost", "unplaced")]),
        new(153, false, [new SourcePiece("29 Hokkai University Japan MOU 2007.04.16 Long-term", null)], IsAfterGap: true),
        new(154, true, [new SourcePiece("30", "number"), Blank, new SourcePiece("北国大学", "partner", IsPointed: true), Blank, new SourcePiece("Japan", "country"), Blank, new SourcePiece("MOU", "kind")]),
        new(157, true, [new SourcePiece("2015.06.18", "start"), Blank, new SourcePiece("5+5", "term"), Blank, new SourcePiece("2026.06.17", "end"), Blank, new SourcePiece("(see file)", SourcePiece.Rest)]),
    ];

    public static IReadOnlyList<StoredFinding> Findings { get; } =
    [
        Found("date.impossible", Severity.Error, "2019.02.29"), Found("date.out-of-order", Severity.Doubt, "2015-06-18, 2009-03"), Found("partner.misspelt", Severity.Note, Long, "北国大学"),
    ];

    public static IReadOnlyList<FieldDifference> Differences { get; } =
    [
        new("partner", "", "", "北国大学", "Северный университет"), new("end", "", "", "", "24 Nov 2031"), new("note", "", "", Long, ""),
    ];

    /// <summary>A form that was sent with mistakes, as it comes back.</summary>
    public static async Task<Entry> WrongAsync()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = HttpMethods.Post;
        http.Request.Form = new FormCollection(new Dictionary<string, StringValues> { ["wrong-on"] = "31.02.2026", ["wrong-country"] = "Nowhere", ["wrong-note"] = "جامعة الشمال — " + Long, ["wrong-kind"] = "mou" });
        var entry = Entry.Of(http);
        await entry.TryAsync(http, _ => throw new FieldsException([new FieldProblem("wrong-on", "date.not-read", "31.02.2026"), new FieldProblem("wrong-country", "field.country", "Nowhere")]));
        return entry;
    }

    private static SourcePiece Blank => new(" ", null);

    private static Facts Agreement(Term term, params IReadOnlyList<Event> events) => new()
    {
        Number = "30",
        Parties = [Partner(("北国大学", "JP"))],
        Kinds = [new Kind("MOU", "mou")],
        Events = events,
        Term = term,
        Ends = Ending.Of(events, term, [], CountingRule.SameDay, NoEnd.EmptyCell),
    };

    private static EdtfDate Date(string text) => EdtfDate.TryParse(text, out var date) ? date : throw new FormatException(text);

    private static StoredFinding Found(string code, Severity severity, params IReadOnlyList<string> arguments) =>
        new(0, Guid.Empty, 0, new Finding(code, severity, [], null, arguments) { Places = [new Place(Line: 154)] });
}
