namespace Entente.Formats.Pdf;

/// <summary>What the pages before tell of a table that is not drawn.</summary>
internal sealed class PagesBefore
{
    /// <summary>The lines of its head.</summary>
    public List<string>? Head { get; set; }

    /// <summary>Its column of running numbers.</summary>
    public int? Numbers { get; set; }

    /// <summary>What is blank between its rows at least, where they stand apart.</summary>
    public double? BetweenRows { get; set; }

    /// <summary>How its cells stand, where no other way was nearly as good.</summary>
    public Stand? Stand { get; set; }

    /// <summary>Of its columns, as far as they are filled.</summary>
    public double[]? Widths { get; set; }
}

/// <summary>Where on its cells the anchor of a row stands, all over a table.</summary>
internal enum Stand
{
    Top,
    Middle,
    Bottom,
}
