namespace Entente.Core.Reading;

/// <summary>What was made of something is kept for when it comes again: lists repeat names, words and texts.</summary>
public sealed class Memo<TKey, TValue>(Func<TKey, TValue> make)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> made = [];

    public TValue Of(TKey key) => made.TryGetValue(key, out var value) ? value : made[key] = make(key);
}
