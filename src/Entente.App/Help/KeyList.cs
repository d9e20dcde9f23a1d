namespace Entente.App.Help;

/// <summary>A key, or two one after the other, and what it does.</summary>
/// <param name="Words">Code of the words.</param>
public sealed record ListedKey(string Key, string Words);

/// <summary>Every key that some page has. The pages declare them; a test holds this list equal.</summary>
public static class KeyList
{
    public static readonly IReadOnlyList<ListedKey> All =
    [
        new("g h", "nav.home"), new("g a", "nav.agreements"), new("g p", "nav.partners"), new("g c", "nav.countries"),
        new("g f", "nav.findings"), new("g o", "nav.sources"), new("g s", "nav.settings"), new("g e", "nav.help"),
        new("e", "help.key-correct"), new("j", "help.key-next"), new("k", "help.key-before"), new("a", "help.key-accept"), new("d", "help.key-dismiss"), new("r", "help.key-reopen"),
        new("s", "help.key-skip"), new("p", "help.key-proposal"), new("u", "help.key-undo"),
        new("n", "help.key-new"), new("/", "filter.words-key"), new("t", "day.key"), new("0", "day.back"), new("?", "help.keys-here"),
    ];
}
