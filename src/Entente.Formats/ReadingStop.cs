namespace Entente.Formats;

/// <summary>Ends a reading that nobody wants any more, wherever it is: all that is done for each page, line, cell or word looks here.</summary>
internal static class ReadingStop
{
    private static readonly AsyncLocal<CancellationToken> asked = new();

    /// <summary>Also for the tasks that it begins.</summary>
    public static T Within<T>(Func<T> read, CancellationToken stop)
    {
        var before = asked.Value;
        asked.Value = stop;
        try
        {
            return read();
        }
        finally
        {
            asked.Value = before;
        }
    }

    /// <exception cref="OperationCanceledException">It is to end.</exception>
    public static void Look() => asked.Value.ThrowIfCancellationRequested();
}
