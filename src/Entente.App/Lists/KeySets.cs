namespace Entente.App.Lists;

/// <summary>Sets of keys, each kept once: many agreements are counted under the same countries.</summary>
internal sealed class KeySets
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string[]> sets = [];

    public KeySets() => PlaceOf([]);

    private KeySets(KeySets of)
    {
        known = new Dictionary<string, int>(of.known, StringComparer.Ordinal);
        sets = [.. of.sets];
    }

    public int Count => sets.Count;

    public IReadOnlyList<string> this[int place] => sets[place];

    /// <summary>To be added to while others read this one.</summary>
    public KeySets Copy() => new(this);

    public int PlaceOf(IReadOnlyList<string> keys)
    {
        var name = string.Join('\0', keys);
        if (known.TryGetValue(name, out var place) && sets[place].Length == keys.Count)
            return place;
        sets.Add([.. keys]);
        known[name] = sets.Count - 1;
        return sets.Count - 1;
    }

    /// <summary>Which of the sets hold a key, by their places; null: no key is asked for.</summary>
    public bool[]? Holding(string? key) => key is null ? null : [.. sets.Select(s => s.Contains(key, StringComparer.Ordinal))];
}
