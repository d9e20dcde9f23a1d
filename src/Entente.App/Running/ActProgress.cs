namespace Entente.App.Running;

/// <summary>What an act that takes its time is at.</summary>
public enum RunningPart
{
    /// <summary>Another act is done first.</summary>
    Waiting,
    Opening,
    Pages,

    /// <summary>What of the document is a list.</summary>
    Tables,
    Records,
    Rows,

    /// <summary>What there is to look at in what was read.</summary>
    Findings,
    Comparing,
    Writing,
    Finishing,

    /// <summary>What follows from agreements that another build has written.</summary>
    Deriving,

    /// <summary>The changes of the register, each with the one before it.</summary>
    Chain,

    /// <summary>The records that changes keep.</summary>
    History,

    /// <summary>The agreements of the register, one after the other.</summary>
    Agreements,

    /// <summary>Of names of partners that have something in common.</summary>
    Pairs,

    /// <summary>Those that are stored.</summary>
    Documents,
}

/// <summary>How far an act is. Of many parts nobody knows beforehand how long they are: they have no numbers.</summary>
/// <param name="Of">Of how many pages, agreements or the like; 0 where there is nothing to count.</param>
public sealed record ActProgress(RunningPart Part, int Done = 0, int Of = 0)
{
    /// <summary>The last of what is counted is done, and the act is not.</summary>
    public static ActProgress Counted(RunningPart part, int done, int of, RunningPart then) => done < of ? new ActProgress(part, done, of) : new ActProgress(then);
}

/// <summary>Tells at once, on the thread that does the work: what is told last is where it is.</summary>
internal sealed class Telling<T>(Action<T> tell) : IProgress<T>
{
    public void Report(T value) => tell(value);
}
