namespace Entente.Bench;

/// <summary>What people ask of a register, in the proportion in which they do; the same questions in every run.</summary>
internal static class RegisterQuestions
{
    /// <summary>The page around the list.</summary>
    public const string Empty = "no agreement at all";

    private static readonly string[] words = ["medical", "university of town", "town 12", "u", "un", "uni", "univ", "technical catholic", "agrarian studies", "no-such-word", "9", "federal"];

    private static readonly string[] countries = ["AT", "AU", "BE", "BG", "BR", "CA", "CH", "CL", "CN", "CO", "CZ", "DE", "DK", "EE", "EG", "ES", "FI", "FR"];

    /// <summary>The rooms that look over the whole register.</summary>
    public static readonly IReadOnlyList<(string Name, Func<int, string> Address)> Rooms =
    [
        ("home", _ => "/"),
        ("home on another day", n => $"/?on={2001 + (n % 30)}-{1 + (n % 12):00}-{1 + (n % 28):00}"),
        ("partners", n => $"/partners?page={1 + (n % 50)}"),
        ("partners by their last end", n => $"/partners?sort=-ends&page={1 + (n % 50)}"),
        ("partners by words", n => $"/partners?words={Uri.EscapeDataString(words[n % words.Length])}"),
        ("countries", _ => "/countries"),
        ("one country", n => $"/countries/{Country(n)}"),
        ("changes", _ => "/changes"),
    ];

    private static readonly string[] sorts = ["partner", "-partner", "begins", "-begins", "ends", "-ends", "-number"];

    private static readonly string[] standings = ["in-force-until", "in-force-open", "ended", "cannot-tell", "not-begun"];

    public static readonly IReadOnlyList<(string Name, int Share, Func<int, string> Query)> All =
    [
        ("the first page", 20, _ => ""),
        ("a page further on", 10, n => $"?page={2 + (n * 7919 % 900)}"),
        ("words", 18, n => $"?words={Uri.EscapeDataString(words[n % words.Length])}"),
        ("a country", 12, n => $"?country={Country(n)}"),
        ("a kind", 6, n => n % 2 == 0 ? "?kind=mou" : "?kind=project&sort=-begins"),
        ("a standing", 8, n => $"?standing={standings[n % standings.Length]}&page={1 + (n % 50)}"),
        ("ends within", 6, n => $"?within={new[] { 30, 90, 180, 365 }[n % 4]}&sort=ends"),
        ("sorted", 12, n => $"?sort={sorts[n % sorts.Length]}&page={1 + (n % 3)}"),
        ("another day", 8, n => $"?on={1995 + (n % 40)}-{1 + (n % 12):00}-{1 + (n % 28):00}"),
    ];

    public static (string Name, string Address) At(int n)
    {
        var at = (int)((uint)(n * 2654435761L) % 100);
        foreach (var (name, share, query) in All)
        {
            at -= share;
            if (at < 0)
                return (name, "/agreements" + query(n));
        }

        return (All[0].Name, "/agreements");
    }

    /// <summary>The n-th question of a kind.</summary>
    public static string Of(string name, int n) => Rooms.FirstOrDefault(r => r.Name == name).Address is { } address ? address(n) : All.FirstOrDefault(q => q.Name == name).Query is { } query ? "/agreements" + query(n) : "/agreements?words=no-such-word";

    private static string Country(int n) => countries[n % countries.Length];
}
