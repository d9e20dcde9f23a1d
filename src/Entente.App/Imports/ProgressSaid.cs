using Entente.App.Shell;
using Entente.Formats;

namespace Entente.App.Imports;

/// <summary>Says how far a long reading has come: nothing in the first second, and a line every two seconds from then on.</summary>
internal sealed class ProgressSaid(Terminal terminal) : IProgress<PagesRead>
{
    private static readonly TimeSpan first = TimeSpan.FromSeconds(1), each = TimeSpan.FromSeconds(2);

    private readonly long start = terminal.Clock.GetTimestamp();
    private TimeSpan next = first;

    public void Report(PagesRead value)
    {
        if (terminal.Clock.GetElapsedTime(start) is var elapsed && (elapsed < next || value.Pages == value.Of))
            return;
        next = elapsed + each;
        terminal.Say(Wording.Of("read.pages", $"{value.Pages}", $"{value.Of}"));
    }
}
