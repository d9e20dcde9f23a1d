using System.Globalization;

using Entente.App.Shell;

namespace Entente.App.Imports;

/// <summary>Says how far the import of a long list has come: nothing in the first second, and a line every two seconds from then on.
/// Of what is written as much is done as the bar says: each part takes as long as the others.</summary>
internal sealed class LongProgress(Terminal terminal) : IProgress<double>
{
    private const int Width = 20;

    private static readonly TimeSpan first = TimeSpan.FromSeconds(1), each = TimeSpan.FromSeconds(2);

    private readonly long start = terminal.Clock.GetTimestamp();
    private TimeSpan next = first;

    /// <summary>Looking through the list, from 0 to 1.</summary>
    public void Report(double value)
    {
        if (IsTime())
            terminal.Say(Wording.Of("import.looking", Bar(value), ((int)(100 * value)).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Rows that are read.</summary>
    public IProgress<int> Reading(int of) => new Rows(this, done => Wording.Of("import.reading", Bar((double)done / of), Number(done), Number(of)));

    /// <summary>Rows that are written.</summary>
    public IProgress<int> Storing(int of) => new Rows(this, done => Wording.Of("import.storing", Bar((double)done / of), Number(done), Number(of)));

    private bool IsTime()
    {
        var elapsed = terminal.Clock.GetElapsedTime(start);
        if (elapsed < next)
            return false;
        next = elapsed + each;
        return true;
    }

    private static string Bar(double share)
    {
        var done = (int)(Width * Math.Clamp(share, 0, 1));
        return $"[{new string('#', done)}{new string('.', Width - done)}]";
    }

    private sealed class Rows(LongProgress all, Func<int, string> words) : IProgress<int>
    {
        public void Report(int value)
        {
            if (all.IsTime())
                all.Say(words(value));
        }
    }

    private void Say(string words) => terminal.Say(words);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
