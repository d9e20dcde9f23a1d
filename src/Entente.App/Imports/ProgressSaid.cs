using System.Globalization;

using Entente.App.Running;
using Entente.App.Shell;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>Says how far a long command has come: nothing in the first second, and a line every two seconds from then on.</summary>
internal sealed class ProgressSaid(Terminal terminal) : IProgress<PagesRead>, IProgress<RowsRead>, IProgress<ActProgress>
{
    private const int LeastRows = 1_000;

    private static readonly TimeSpan first = TimeSpan.FromSeconds(1), each = TimeSpan.FromSeconds(2);

    private readonly long start = terminal.Clock.GetTimestamp();
    private TimeSpan next = first;

    public void Report(PagesRead value) => Report(ActProgress.Counted(RunningPart.Pages, value.Pages, value.Of, RunningPart.Records));

    public void Report(RowsRead value) => Report(ActProgress.Counted(RunningPart.Rows, value.Rows, value.Of, RunningPart.Records));

    public void Report(ActProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // A short list is ready before anybody has read how far it is.
        if ((value.Part == RunningPart.Rows && value.Of < LeastRows) || value.Part is not (RunningPart.Pages or RunningPart.Rows or RunningPart.Writing or RunningPart.Comparing) || terminal.Clock.GetElapsedTime(start) is var elapsed && elapsed < next)
            return;
        next = elapsed + each;
        terminal.Say(value.Part switch
        {
            RunningPart.Pages => Wording.Of("read.pages", $"{value.Done}", $"{value.Of}"),
            RunningPart.Rows => Wording.Of("read.rows", Number(value.Done), Number(value.Of)),
            RunningPart.Writing => Wording.Of("write.rows", Number(value.Done), Number(value.Of)),
            _ => Wording.Of("compare.now"),
        });
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
