using System.Globalization;
using System.Resources;

namespace Entente.App.Shell;

/// <summary>The words of the pages, by code. Places in a text may say how they are shown, as in <see cref="Wording"/>.</summary>
public static class PageWords
{
    private static readonly ResourceManager resources = new("Entente.App.Shell.PageWords", typeof(PageWords).Assembly);

    public static string Say(string code, params object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var text = Find(code) ?? code;
        var words = Array.ConvertAll(arguments, a => (object)Convert.ToString(a, CultureInfo.InvariantCulture)!);
        return words.Length == 0 ? text : string.Format(Shown.Instance, text, words);
    }

    public static string? Find(string code) => resources.GetString(code, CultureInfo.CurrentUICulture);

    /// <summary>1,582: as people write it.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
