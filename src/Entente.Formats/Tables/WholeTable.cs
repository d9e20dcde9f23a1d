namespace Entente.Formats.Tables;

/// <summary>A long table of which some rows are read at a time: what all of its rows decide together, and what goes on from some to the next.</summary>
internal sealed class WholeTable
{
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>What each column is taken for.</summary>
    public required string?[] Fields { get; init; }

    /// <summary>Of each column, in its order of day and month.</summary>
    public required Contents[] Contents { get; init; }

    /// <summary>Whether most of what stands in a column is understood as dates and terms.</summary>
    public required bool[] IsMostlyRead { get; init; }

    /// <summary>How many cells a row commonly has.</summary>
    public required int Usual { get; init; }

    /// <summary>The last row that has most of its cells.</summary>
    public required int LastFull { get; init; }

    /// <summary>How many rows of the text are before those that are read now.</summary>
    public int Before { get; set; }

    /// <summary>What stands over the rows that are read next.</summary>
    public Above Above { get; set; } = Above.Nothing;

    /// <summary>The last cell of each column, which may stand for those below it.</summary>
    public Dictionary<int, GridCell> Carried { get; } = [];

    /// <summary>The cells that are carried are of none of the rows that come.</summary>
    public void GoTo(int before)
    {
        Before = before;
        foreach (var column in Carried.Keys.ToList())
            Carried[column] = Carried[column] with { Row = -1 };
    }
}
