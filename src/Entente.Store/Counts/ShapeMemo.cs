using System.Text;

using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;

namespace Entente.Store.Counts;

/// <summary>Shapes of lives that many agreements share: the same days and the same words for how long.</summary>
internal sealed class ShapeMemo
{
    private const int MostKept = 60_000;

    private readonly StringBuilder text = new();
    private Facts asked = null!;
    private CountingRule rule;
    private readonly Memo<string, LifelineShape> shapes;

    public ShapeMemo() => shapes = new(_ => LifelineShape.Of(asked, rule), MostKept);

    public LifelineShape Of(Facts facts, CountingRule counting)
    {
        (asked, rule) = (facts, counting);
        return shapes.Of(KeyOf(facts, counting));
    }

    /// <summary>All that a standing follows from, and not how it is printed or where.</summary>
    private string KeyOf(Facts facts, CountingRule counting)
    {
        text.Clear();
        Add((int)counting);
        foreach (var act in facts.Events)
        {
            Add((int)act.Act);
            Add(act.On);
            Add(act.From);
            Add(act.Until);
        }

        var (term, ends) = (facts.Term, facts.Ends);
        Add(term.Length);
        Add((int?)term.Renews);
        Add(term.RenewalLength);
        Add(term.RenewalTimes);
        Add(term.Option);
        Add((int?)term.Open);
        Add((int)ends.Basis);
        Add(ends.On);
        Add(ends.Latest);
        Add((int?)ends.Why);
        foreach (var candidate in ends.Candidates)
            Add(candidate);
        Add(facts.ListedOn);
        Add((int?)facts.State);
        text.Append(facts.StateText);
        return text.ToString();
    }

    private void Add(EdtfValue? value) => text.Append(value?.Text).Append('|');

    private void Add(Length? value)
    {
        Add(value?.Years);
        Add(value?.Months);
        Add(value?.Days);
    }

    /// <summary>A number as two letters, whatever letters they are: the text is for nobody to read.</summary>
    private void Add(int? value)
    {
        if (value is { } number)
            text.Append('=').Append((char)(number >> 16)).Append((char)number);
        else
            text.Append('-');
    }
}
