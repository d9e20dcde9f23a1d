using System.Globalization;

using Entente.App.Running;
using Entente.App.Shell;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>Says how far a long command has come: nothing in the first second, and a line every two seconds from then on, and whenever something else is done.</summary>
internal sealed class ProgressSaid(Terminal terminal) : IProgress<PagesRead>, IProgress<TablesRead>, IProgress<RowsRead>, IProgress<ActProgress>
{
    private const int LeastRows = 1_000;

    private static readonly TimeSpan first = TimeSpan.FromSeconds(1), each = TimeSpan.FromSeconds(2);

    private readonly long start = terminal.Clock.GetTimestamp();
    private TimeSpan next = first;
    private RunningPart? said;

    public void Report(PagesRead value) => Report(ActProgress.Counted(RunningPart.Pages, value.Pages, value.Of, RunningPart.Records));

    public void Report(TablesRead value) => Report(ActProgress.Counted(RunningPart.Tables, value.Tables, value.Of, RunningPart.Rows));

    public void Report(RowsRead value) => Report(ActProgress.Counted(RunningPart.Rows, value.Rows, value.Of, RunningPart.Findings));

    public void Report(ActProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // A short list is ready before anybody has read how far it is.
        if ((value.Part == RunningPart.Rows && value.Of < LeastRows) || CodeOf(value) is not { } code || terminal.Clock.GetElapsedTime(start) is var elapsed && elapsed < (value.Part == said ? next : first))
            return;
        (next, said) = (elapsed + each, value.Part);
        terminal.Say(Wording.Of(code, Number(value.Done), Number(value.Of)));
    }

    /// <summary>Null where there is nothing to say: it is soon something else.</summary>
    private static string? CodeOf(ActProgress value) => value.Part switch
    {
        RunningPart.Comparing => "compare.now",
        _ when value.Of == 0 => null,
        RunningPart.Pages => "read.pages",
        RunningPart.Tables => "read.tables",
        RunningPart.Rows => "read.rows",
        RunningPart.Writing => "write.rows",
        RunningPart.Deriving => "derive.rows",
        RunningPart.Chain => "prove.chain",
        RunningPart.History => "look.history",
        RunningPart.Agreements => "look.agreements",
        RunningPart.Pairs => "look.pairs",
        RunningPart.Documents => "prove.documents",
        _ => null,
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
