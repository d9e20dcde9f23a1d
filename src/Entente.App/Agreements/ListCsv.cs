using Entente.App.Exports;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>A list as it is shown, for a spreadsheet: the columns of the page, the dates as EDTF and beside them as printed.</summary>
internal static class ListCsv
{
    private static readonly (string Words, Func<AgreementAt, string?> Cell)[] columns =
    [
        ("column.number", at => at.Agreement.Number),
        ("column.partner", at => at.Agreement.Facts.Title is { } title && at.Agreement.Facts.Parties.All(p => p.Name.Length == 0) ? title : string.Join("; ", at.Agreement.Facts.Parties.Select(p => p.Name).Where(n => n.Length > 0))),
        ("column.country", at => string.Join("; ", at.Agreement.Countries.Select(Shown.Country))),
        ("column.kind", at => string.Join("; ", at.Agreement.Facts.Kinds.Select(k => k.Text))),
        ("column.begins", at => at.Agreement.Facts.Begin?.On!.ToString()),
        ("column.begins-printed", at => at.Agreement.Facts.Begin?.Text),
        ("column.ends", at => End(at.Agreement.Facts.Ends)),
        ("column.ends-printed", at => at.Agreement.Facts.Ends.Text),
        ("column.standing", at => PageWords.Say($"standing.{Words.Kebab(at.Standing.Kind)}")),
        ("column.until", at => at.Standing.Until?.ToString()),
        ("column.why", Why),
        ("day.label", at => at.Standing.On.ToString()),
    ];

    public static string Of(AgreementList list) =>
        CsvText.Of(columns.Select(c => PageWords.Say(c.Words)), list.Agreements.Select(at => columns.Select(c => c.Cell(at))));

    private static string Why(AgreementAt at) => Wording.Of(at.Standing.Because);

    private static string End(Ends ends) => ends switch
    {
        { Basis: EndsBasis.Conflict } => string.Join(PageWords.Say("ends.or"), ends.Candidates),
        { On: { } on, Latest: { } latest } => $"{on}, {PageWords.Say("ends.latest")} {latest}",
        { On: { } on } => on.ToString(),
        _ => Wording.Of("ends", ends.Basis),
    };
}
