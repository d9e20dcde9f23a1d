using System.Globalization;
using System.Text;

using Entente.Core;
using Entente.Store.Counts;

namespace Entente.App.Lists;

/// <summary>What of one agreement a list is narrowed, counted and ordered by. There may be a million: it holds no object that it can do without.</summary>
internal readonly record struct ExtractLine(Guid Id, long NumberOrder)
{
    /// <summary>Null where it is nothing but its digits.</summary>
    public string? Number { get; init; }

    public long? BeginDay { get; init; }

    public long? EndDay { get; init; }

    /// <summary>The folded text, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>What it is counted under: the place of its keys among all <see cref="KeySets"/>.</summary>
    public int Years { get; init; }

    public int Countries { get; init; }

    public int Kinds { get; init; }

    /// <summary>The standings of its life; 0 when it turns more often than a row can say.</summary>
    public int Shape { get; init; }

    public ExtractTurns Turns { get; init; }

    public string FullNumber => Number ?? NumberOrder.ToString(CultureInfo.InvariantCulture);

    public StandingKind StandingOn(int day) => LifelineGroup.StandingAfter(Shape, Turns.By(day));

    public bool Has(IReadOnlyList<byte[][]> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isFound = false;
            foreach (var form in words[i])
                isFound = isFound || Text.Span.IndexOf(form) >= 0;
            if (!isFound)
                return false;
        }

        return true;
    }

    /// <summary>Words as the text of lines is written.</summary>
    public static IReadOnlyList<byte[][]> Written(string? words) =>
        [.. SearchText.Words(words ?? "").Select(w => w.Forms.Select(Encoding.UTF8.GetBytes).ToArray())];
}

/// <summary>The days on which a standing changes, as <see cref="LifelineRow"/> has them.</summary>
internal readonly record struct ExtractTurns(int T1, int T2, int T3, int T4, int T5, int T6)
{
    public int By(int day) => One(T1, day) + One(T2, day) + One(T3, day) + One(T4, day) + One(T5, day) + One(T6, day);

    private static int One(int turn, int day) => turn > 0 && turn <= day ? 1 : 0;
}
