using System.CommandLine;
using System.Globalization;

using Entente.App.Keeping;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Sources;

/// <summary>An edition as <c>editions --json</c> prints it.</summary>
/// <param name="Id">For <c>import --undo</c>.</param>
/// <param name="Number">The first one is 1; findings are named by it.</param>
/// <param name="New">Null in editions of before this was kept; the others likewise. Each record is counted once.</param>
/// <param name="Doubtful">Something was left to decide.</param>
/// <param name="ChangedInDoubt">How many of these changed as well, in other fields.</param>
/// <param name="Deleted">Of agreements that had been deleted, and stayed so.</param>
/// <param name="Skipped">Null where nobody went through the records.</param>
/// <param name="Open">Findings that nobody has decided on.</param>
public sealed record EditionLineView(
    Guid Id, int Number, string Name, string Sha256, string? ListedOn, DateTimeOffset ImportedAt, string? Who, int Records, int? New, int? Changed, int? Same, int? Doubtful, int? ChangedInDoubt, int? Deleted, int? Skipped, int Open, DateTimeOffset? UndoneAt)
{
    public static EditionLineView Of(EditionLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var edition = line.Edition;
        return new EditionLineView(
            edition.Id, line.Number, edition.SourceName, edition.Sha256, edition.ListedOn?.ToString(), edition.ImportedAt, line.Who, edition.Records, edition.Added, edition.Changed, edition.Same,
            edition.Doubtful, edition.ChangedInDoubt, edition.Deleted, edition.Skipped, line.Open, edition.UndoneAt);
    }

    /// <summary>What its records were to the register, in words: each is counted once. Null where that was not kept.</summary>
    public static string? Said(Edition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (edition is not { Added: { } added, Changed: { } changed, Same: { } same })
            return null;
        var said = PageWords.Say("sources.fates", PageWords.Number(added), PageWords.Number(changed), PageWords.Number(same));
        if (edition.Doubtful is > 0 and var doubtful)
            said += ", " + (edition.ChangedInDoubt is > 0 and var both ? PageWords.Say("sources.changed-in-doubt", PageWords.Number(doubtful), PageWords.Number(both)) : PageWords.Say("sources.doubtful", PageWords.Number(doubtful)));
        if (edition.Deleted is > 0 and var deleted)
            said += ", " + PageWords.Say("sources.deleted", PageWords.Number(deleted));
        return edition.Skipped is > 0 and var skipped ? said + ", " + PageWords.Say("sources.skipped", PageWords.Number(skipped)) : said;
    }
}

/// <summary>The lists that were stored, each with the id by which it is taken back.</summary>
internal static class EditionsCommand
{
    public static Command Make(Terminal terminal)
    {
        var hand = new ByHand(terminal);
        var command = hand.NewPlain("editions");
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) =>
        {
            var editions = await SourceQueries.ListAsync(open, stop);
            if (hand.IsJson(asked))
                terminal.Answer(Wire.Of(editions.Select(EditionLineView.Of).ToList()));
            else if (editions.Count == 0)
                terminal.Answer(Wording.Of("editions.none", open.Register.Name));
            else
                Table(terminal, editions);
        }, stop, toRead: true));
        return command;
    }

    private static void Table(Terminal terminal, IReadOnlyList<EditionLine> editions) => terminal.Table(
        [
            Wording.Of("editions.document"), Wording.Of("editions.listed-on"), Wording.Of("editions.imported"), Wording.Of("editions.who"), Wording.Of("editions.records"),
            Wording.Of("editions.new"), Wording.Of("editions.changed"), Wording.Of("editions.doubtful"), Wording.Of("editions.id"),
        ],
        editions.Select(e => (IReadOnlyList<string>)
        [
            e.Edition.SourceName, e.Edition.ListedOn is { } listed ? Shown.Date(listed) : "",
            e.Edition.UndoneAt is { } undone ? Wording.Of("editions.undone", Shown.Instant(e.Edition.ImportedAt), Shown.Instant(undone)) : Shown.Instant(e.Edition.ImportedAt),
            e.Who ?? "", Number(e.Edition.Records), Number(e.Edition.Added), Number(e.Edition.Changed), Doubtful(e.Edition), $"{e.Edition.Id}",
        ]));

    private static string Doubtful(Edition edition) =>
        edition.ChangedInDoubt is > 0 and var changed ? Wording.Of("editions.changed-in-doubt", Number(edition.Doubtful), Number(changed)) : Number(edition.Doubtful);

    private static string Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
