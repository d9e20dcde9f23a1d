using System.Net;
using System.Text.RegularExpressions;

namespace Entente.Tests.App.Pages;

/// <summary>A form as a browser would send it: each field with what stands in it.</summary>
internal sealed partial record FilledForm(string Path, string Text, IReadOnlyDictionary<string, string> Fields)
{
    public static FilledForm Of(string page, string path, string name)
    {
        var text = Forms().Matches(page).Select(m => m.Value).Single(f => f.Contains($"name=\"_handler\" value=\"{name}\"", StringComparison.Ordinal));
        var fields = new Dictionary<string, string>();
        foreach (var control in Controls().Matches(text).Select(m => m.Value))
        {
            var tag = control[..control.IndexOf('>')];
            var isTicked = Attribute(tag, "type") is not ("checkbox" or "radio") || tag.Contains(" checked", StringComparison.Ordinal);
            if (Attribute(tag, "name") is { } field && isTicked)
                fields[field] = Standing(control, tag);
        }

        return new FilledForm(path, text, fields);
    }

    public FilledForm With(params (string Name, string Value)[] typed)
    {
        var fields = new Dictionary<string, string>(Fields);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return this with { Fields = fields };
    }

    /// <summary>What a button sends with it.</summary>
    public string Button(string words) => WebUtility.HtmlDecode(Buttons().Matches(Text).Single(m => m.Groups[3].Value.Contains(words, StringComparison.Ordinal)).Groups[2].Value);

    private static string Standing(string control, string tag)
    {
        if (control.StartsWith("<textarea", StringComparison.Ordinal))
            return WebUtility.HtmlDecode(control[(tag.Length + 1)..control.LastIndexOf("</", StringComparison.Ordinal)]);
        if (!control.StartsWith("<select", StringComparison.Ordinal))
            return Attribute(tag, "value") ?? "";
        var options = Options().Matches(control).Select(m => m.Value).ToList();
        return Attribute(options.FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal)) ?? options[0], "value") ?? "";
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*>|<textarea [^>]*>.*?</textarea>|<select [^>]*>.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Controls();

    [GeneratedRegex("<option [^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("<button [^>]*name=\"([^\"]*)\" value=\"([^\"]*)\"[^>]*>(.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex Buttons();
}
