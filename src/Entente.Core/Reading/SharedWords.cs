namespace Entente.Core.Reading;

/// <summary>Words that several names of a list share: nobody misspells a word in the same way twice.</summary>
public sealed class SharedWords
{
    private const int MostNames = 50_000;

    private readonly Memo<string, IReadOnlyList<string>> keys = new(text => [.. PhraseBook.Keys(text).Distinct()], MostNames);

    /// <summary>Names all of whose words are known to be shared.</summary>
    private readonly HashSet<ulong> repeated = [];

    private readonly HashSet<string> once = [];
    private readonly HashSet<string> frequent = [];

    public IReadOnlySet<string> Frequent => frequent;

    public void Add(string name)
    {
        if (repeated.Contains(Hash64.Of(name)))
            return;
        var areShared = true;
        foreach (var key in keys.Of(name))
        {
            var isShared = !once.Add(key);
            areShared &= isShared;
            if (isShared)
                frequent.Add(key);
        }

        if (areShared)
            repeated.Add(Hash64.Of(name));
    }
}
