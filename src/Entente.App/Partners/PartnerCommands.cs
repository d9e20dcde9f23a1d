using System.CommandLine;
using System.Globalization;

using Entente.App.Keeping;
using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;
using Entente.Formats.Ror;

namespace Entente.App.Partners;

/// <summary>What the office knows of its partners: <c>partner</c> and the commands below it. A partner is named by its name or its id.</summary>
internal sealed class PartnerCommands
{
    private readonly ByHand hand;
    private readonly Argument<string> who = Commands.Argument("PARTNER");

    private PartnerCommands(Terminal terminal) => hand = new ByHand(terminal);

    public static Command Make(Terminal terminal)
    {
        var command = new ByHand(terminal).NewPlain("partner");
        Func<PartnerCommands, Command>[] parts =
        [
            c => c.Show(), c => c.Queue(), c => c.Link(), c => c.LinkCertain(), c => c.Unlink(), c => c.Unlisted(), c => c.Take(), c => c.Look(), c => c.World(),
            c => c.Pairs(), c => c.Merge(), c => c.Unmerge(), c => c.Apart(),
        ];
        foreach (var part in parts)
            command.Add(part(new PartnerCommands(terminal)));
        return command;
    }

    private Command Show()
    {
        var command = Told(hand.NewPlain("show", who));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) => await AnswerAsync(open, await NamedPartners.GetAsync(open, asked.GetRequiredValue(who), stop), asked, stop), stop, toRead: true));
        return command;
    }

    private Command Queue()
    {
        var command = Told(hand.NewPlain("match"));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) =>
        {
            using var registry = Registry(asked);
            var waiting = (await PartnerMatches.WaitingAsync(open, registry, stop)).Select(w => WaitingView.Of(registry.Registry, w)).ToList();
            if (hand.IsJson(asked))
                hand.Terminal.Answer(Wire.Of(waiting));
            else
                WaitingView.Tell(hand.Terminal, waiting);
        }, stop, toRead: true));
        return command;
    }

    private Command Link()
    {
        var id = Commands.Argument("RECORD");
        var asUnit = new Option<bool?>("--unit") { Description = Wording.Of("partner.as-unit") };
        return Act(hand.NewVersioned("link", who, id, asUnit), (open, registry, partner, asked, by, stop) =>
            PartnerActs.LinkAsync(open, registry!, partner.Id, asked.GetRequiredValue(id), by, asked.GetValue(asUnit), stop), withRegistry: true);
    }

    private Command LinkCertain()
    {
        var command = Told(hand.NewWithReason("certain"));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, by) =>
        {
            using var registry = Registry(asked);
            var linked = await PartnerActs.LinkCertainAsync(open, registry, by, stop);
            hand.Terminal.Answer(hand.IsJson(asked) ? Wire.Of(new { linked }) : Wording.Of("partner.linked-many", linked.ToString("N0", CultureInfo.InvariantCulture)));
        }, stop));
        return command;
    }

    private Command Unlink() => Act(hand.NewVersioned("unlink", who), (open, _, partner, _, by, stop) => PartnerActs.UnlinkAsync(open, partner.Id, by, stop));

    private Command Unlisted()
    {
        var back = new Option<bool>("--back") { Description = Wording.Of("partner.back-to-match") };
        return Act(hand.NewVersioned("unlisted", who, back), async (open, _, partner, asked, by, stop) =>
        {
            using var registry = RegistryPlace.Known(hand.FolderOf(asked), hand.Terminal);
            return await PartnerActs.ListAsync(open, registry, partner.Id, !asked.GetValue(back), by, stop);
        });
    }

    private Command Take()
    {
        var fields = Commands.Argument("FIELDS");
        fields.Description = Wording.Of("partner.take-fields", string.Join(",", RegistryIdentity.Fields.Select(Words.Kebab)));
        return Act(hand.NewVersioned("take", who, fields), (open, registry, partner, asked, by, stop) =>
            PartnerActs.TakeAsync(open, registry!, partner.Id, FieldsOf(asked.GetRequiredValue(fields)), by, stop), withRegistry: true);
    }

    private Command Look() => Act(hand.NewVersioned("look", who), (open, registry, partner, _, by, stop) => PartnerActs.LookAsync(open, registry!, partner.Id, by, stop), withRegistry: true);

    private Command World()
    {
        var command = Told(hand.NewPlain("world"));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) =>
        {
            using var registry = Registry(asked);
            var changed = (await PartnerMatches.ChangedAsync(open, registry, stop)).Select(WorldView.Of).ToList();
            if (hand.IsJson(asked))
                hand.Terminal.Answer(Wire.Of(changed));
            else
                WorldView.Tell(hand.Terminal, registry.Registry, changed);
        }, stop, toRead: true));
        return command;
    }

    private Command Pairs()
    {
        var command = Told(hand.NewPlain("pairs"));
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, _) =>
        {
            using var registry = RegistryPlace.Known(hand.FolderOf(asked), hand.Terminal);
            var pairs = (await PartnerMatches.PairsAsync(open, registry, stop)).Select(PairView.Of).ToList();
            if (hand.IsJson(asked))
                hand.Terminal.Answer(Wire.Of(pairs));
            else
                PairView.Tell(hand.Terminal, pairs);
        }, stop, toRead: true));
        return command;
    }

    private Command Merge()
    {
        var into = Commands.Argument("INTO");
        return Act(hand.NewVersioned("merge", who, into), async (open, _, partner, asked, by, stop) =>
        {
            var other = await NamedPartners.GetAsync(open, asked.GetRequiredValue(into), stop);
            var merged = await PartnerActs.MergeAsync(open, partner.Id, other.Id, by, stop: stop);
            if (!hand.IsJson(asked))
                hand.Terminal.Answer(PageWords.Say("told.pairs-merged", partner.ShownName, merged.ShownName));
            return merged;
        });
    }

    private Command Unmerge() => Act(hand.NewVersioned("unmerge", who), (open, _, partner, _, by, stop) => PartnerActs.UnmergeAsync(open, partner.Id, by, stop));

    private Command Apart()
    {
        var other = Commands.Argument("OTHER");
        return Act(hand.NewVersioned("apart", who, other), async (open, _, partner, asked, by, stop) =>
            await PartnerActs.TellApartAsync(open, partner.Id, (await NamedPartners.GetAsync(open, asked.GetRequiredValue(other), stop)).Id, by, stop));
    }

    private Command Act(
        Command command, Func<OpenRegister, RegistryFile?, Partner, ParseResult, Hand, CancellationToken, Task<Partner>> act, bool withRegistry = false)
    {
        Told(command);
        command.SetAction((asked, stop) => hand.RunAsync(asked, async (open, by) =>
        {
            using var registry = withRegistry ? Registry(asked) : null;
            var partner = await NamedPartners.GetAsync(open, asked.GetRequiredValue(who), stop);
            await AnswerAsync(open, await act(open, registry, partner, asked, by, stop), asked, stop);
        }, stop));
        return command;
    }

    private RegistryFile Registry(ParseResult asked) => RegistryFile.Open(RegistryPlace.In(hand.FolderOf(asked)));

    private async Task AnswerAsync(OpenRegister open, Partner partner, ParseResult asked, CancellationToken stop)
    {
        var view = PartnerView.Of(partner);
        if (hand.IsJson(asked))
            hand.Terminal.Answer(Wire.Of(view));
        else
        {
            var names = (await NamedPartners.NamesAsync(open, new[] { partner.Identity.Parent, partner.Identity.Successor }.OfType<Guid>(), stop)).ToDictionary();
            // Who was merged in several steps is the last one.
            if (partner.MergedInto is { } into)
                names[into] = (await NamedPartners.InTheEndAsync(open, partner, stop)).ShownName;
            view.Tell(hand.Terminal, names);
        }
    }

    private static IReadOnlyList<IdentityField> FieldsOf(string typed) =>
    [
        .. typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(f => (Words.Parse<IdentityField>(f) is { } field and not IdentityField.Parent ? field : (IdentityField?)null) ?? throw new RefusedException("partner.no-field", f, string.Join(", ", RegistryIdentity.Fields.Select(Words.Kebab)))),
    ];

    private static Command Told(Command command)
    {
        command.Description = Wording.Of($"command.partner-{command.Name}");
        return command;
    }
}
