namespace Entente.Core.Reading;

/// <summary>What was made of something is kept for when it comes again: lists repeat names, words and texts.</summary>
/// <param name="most">So many are kept at least, and twice as many at most; what was not asked for since goes first.</param>
public sealed class Memo<TKey, TValue>(Func<TKey, TValue> make, int most = int.MaxValue)
    where TKey : notnull
{
    private Dictionary<TKey, TValue> made = [], before = [];

    public TValue Of(TKey key)
    {
        if (made.TryGetValue(key, out var value))
            return value;
        if (!before.TryGetValue(key, out value))
            value = make(key);
        if (made.Count >= most)
            (before, made) = (made, []);
        return made[key] = value;
    }
}
