using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Imports;

/// <summary>What nobody need decide on: the list says what it said, and the register was changed since.</summary>
public sealed partial class Comparison
{
    /// <summary>What the register says otherwise than a row that says what it said: somebody has changed it since, and it stays so.</summary>
    public IReadOnlyList<FieldDifference> Otherwise(Met row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (choices.GetValueOrDefault(row.Draft.Order) is { Facts: not null })
            return [];
        // An end follows from acts and length: where these are to be decided on, it goes with them.
        var asked = row.Kept.SelectMany(k => k.Field is "start" or "term" ? [k.Field, "end"] : new[] { k.Field }).ToHashSet();
        return [.. FactTexts.Differences(row.Facts, row.Listed).Where(f => IsSaid(f) && !asked.Contains(f.Field) && !(f.Field == "partner" && PartnersOf(row.Facts) == PartnersOf(row.Listed)) && !(f.Field == "kind" && Agreement.KindKeysOf(row.Facts).SequenceEqual(Agreement.KindKeysOf(row.Listed))))
            .Select(f => f with { Was = FactWords.Of(f.Field, f.Old, row.Facts), Is = FactWords.Of(f.Field, f.New, row.Listed) })];

        // What only an earlier list told is nothing that this one goes on saying.
        bool IsSaid(FieldDifference field) => FactTexts.Says(field.Field, field.New) && FactTexts.Of(field.Field, row.Draft.Facts) == field.New;
    }

    /// <summary>Of these the fields that can be taken from the list one by one, with what else changes then. An end that only follows is none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FieldDifference>> Takeable(Met row)
    {
        var takeable = new Dictionary<string, IReadOnlyList<FieldDifference>>();
        foreach (var field in Otherwise(row))
        {
            var facts = row.Taking(field.Field);
            if (FactTexts.Of(field.Field, facts) == field.New)
                takeable[field.Field] = [.. FactTexts.Differences(row.Facts, facts).Where(f => f.Field != field.Field)];
        }

        return takeable;
    }
}
