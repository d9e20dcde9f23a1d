using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

using Entente.App.Registers;
using Entente.App.Shell;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>A list under review, as <c>review --json</c> prints it.</summary>
/// <param name="Path">Of its page, below the address of the server.</param>
public sealed record ReviewView(Guid Id, string Name, string Path, DateTimeOffset StartedAt, string StartedBy, int Steps, int Version)
{
    public static ReviewView Of(Review review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return new ReviewView(review.Id, review.SourceName, new ReviewQuestion(review.Id).Address, review.StartedAt, review.StartedBy, review.Steps.Count, review.Version);
    }
}

/// <summary>Lists that are gone through before they are stored: to begin with one, to find those that were begun, and the steps of each.</summary>
internal static class ReviewCommands
{
    public static IEnumerable<Command> Make(Terminal terminal) => [Start(terminal), List(terminal)];

    private static Command Start(Terminal terminal)
    {
        var place = new DataPlace { Register = { Description = Wording.Of("option.register-import") } };
        var file = Commands.Argument("FILE");
        file.Arity = ArgumentArity.ZeroOrOne;
        var command = Commands.New("review", file, place.Register, place.Data, place.Json);
        command.Validators.Add(asked =>
        {
            if (asked.GetValue(file) is null && !asked.Children.OfType<CommandResult>().Any())
                asked.AddError(Wording.Of("usage.review"));
        });
        foreach (var step in ReviewStepCommands.Make(terminal, file))
            command.Add(step);
        command.SetAction((asked, stop) => StartAsync(terminal, place, asked, asked.GetRequiredValue(file), stop));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var place = new DataPlace();
        var command = Commands.New("reviews", place.Register, place.Data, place.Json);
        command.SetAction(async (asked, stop) =>
        {
            await using var open = await place.OpenAsync(asked, terminal, stop);
            Write(terminal, await Reviews.ListAsync(open, stop), asked.GetValue(place.Json));
            return 0;
        });
        return command;
    }

    private static async Task<int> StartAsync(Terminal terminal, DataPlace place, ParseResult asked, string file, CancellationToken stop)
    {
        var (name, bytes) = (SourceFile.NameOf(file), SourceFile.Read(file));
        var named = asked.GetValue(place.Register);
        await using var open = await OpenRegister.OpenOrMakeAsync(place.Folder(asked, terminal, create: true), named, named ?? Path.GetFileNameWithoutExtension(file), terminal.Clock, stop);
        open.Progress = new ProgressSaid(terminal);
        using var kept = new KeptReviews();
        var review = await Reviews.StartAsync(open, kept, name, bytes, Environment.UserName, isShown: false, stop);
        if (asked.GetValue(place.Json))
        {
            terminal.Answer(Wire.Of(ReviewView.Of(review)));
            return 0;
        }

        terminal.Answer(Wording.Of("review.kept", review.SourceName));
        terminal.Answer(Wording.Of("review.at", Web.DefaultUrl + ReviewView.Of(review).Path));
        terminal.Answer(Wording.Of("review.or-here"));
        return 0;
    }

    private static void Write(Terminal terminal, IReadOnlyList<Review> reviews, bool asJson)
    {
        if (asJson)
            terminal.Answer(Wire.Of(reviews.Select(ReviewView.Of).ToList()));
        else if (reviews.Count == 0)
            terminal.Answer(Wording.Of("review.none"));
        else
        {
            terminal.Table(
                [Wording.Of("review.name"), Wording.Of("review.started"), Wording.Of("review.steps"), Wording.Of("review.id")],
                reviews.Select(r => (IReadOnlyList<string>)[r.SourceName, Shown.Instant(r.StartedAt), r.Steps.Count.ToString("N0", CultureInfo.InvariantCulture), $"{r.Id}"]));
        }
    }
}
