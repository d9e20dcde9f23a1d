using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Agreements;

/// <summary>Agreements as lines in a terminal.</summary>
internal static class AgreementTable
{
    public static void Write(Terminal terminal, IEnumerable<AgreementAt> agreements) => terminal.Table(
        [
            Wording.Of("list.number"), Wording.Of("list.partner"), Wording.Of("list.country"), Wording.Of("list.kind"),
            Wording.Of("list.begins"), Wording.Of("list.ends"), Wording.Of("list.standing"),
        ],
        agreements.Select(Row));

    public static string End(Ends ends) => ends switch
    {
        { Basis: EndsBasis.Unstated or EndsBasis.Open } => Wording.Of(Wording.Family("ends", ends.Basis)),
        { Basis: EndsBasis.Conflict } => string.Join(" / ", ends.Candidates.Select(Shown.Date)),
        { On: { } on, Latest: { } latest } => Wording.Of("ends.latest", on.ToString(), latest.ToString()),
        { On: { } on } => Shown.Date(on),
        _ => "",
    };

    private static IReadOnlyList<string> Row(AgreementAt at)
    {
        var facts = at.Agreement.Facts;
        return
        [
            at.Agreement.Number,
            string.Join("; ", AgreementView.NamesOf(facts)),
            string.Join(", ", at.Agreement.Countries.Select(Shown.Country)),
            string.Join(", ", facts.Kinds.Select(k => k.Text)),
            facts.Begin?.On is { } begin ? Shown.Date(begin) : "",
            RunsTo.Of(facts.Ends, at.Standing) is { } runs ? $"{End(facts.Ends)}, {runs}" : End(facts.Ends),
            Wording.Of("standing", at.Standing.Kind),
        ];
    }
}
