using System.Reflection;
using System.Text;

namespace Entente.Core.Reading;

/// <param name="Written">A piece of its file: there are too many to cut them all out.</param>
/// <param name="Order">English first: where two languages word it alike, the first one counts.</param>
internal readonly record struct Wording(string Code, ReadOnlyMemory<char> Written, int Order)
{
    public string Text => Written.ToString();
}

/// <summary>What languages call things: a data file for each, of lines <c>family.code | wording; wording</c>.</summary>
internal static class WordFiles
{
    private const string Folder = ".Words.Languages.";

    private static readonly Lazy<Dictionary<string, List<Wording>>> ByFamily = new(Read);

    public static IEnumerable<Wording> All => ByFamily.Value.Values.SelectMany(w => w);

    public static IReadOnlyList<Wording> Of(string family) => ByFamily.Value.GetValueOrDefault(family) ?? [];

    private static Dictionary<string, List<Wording>> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var families = new Dictionary<string, List<Wording>>(StringComparer.Ordinal);
        var codes = new Dictionary<string, (string Family, string Code)>(StringComparer.Ordinal);
        var order = 0;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal))
            .OrderBy(n => !n.EndsWith(".en.txt", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            var text = Encoding.UTF8.GetString(bytes);
            foreach (var line in text.AsSpan().Split('\n'))
                Add(text.AsMemory(line), families, codes, ref order);
        }

        return families;
    }

    private static void Add(ReadOnlyMemory<char> all, Dictionary<string, List<Wording>> families, Dictionary<string, (string Family, string Code)> codes, ref int order)
    {
        var line = all.Span;
        if (line.IsEmpty || line[0] == '#')
            return;
        var bar = line.IndexOf('|');
        var (family, code) = CodeOf(line[..bar].Trim(), codes);
        if (!families.TryGetValue(family, out var list))
            families.Add(family, list = []);
        all = all[(bar + 1)..];
        foreach (var part in all.Span.Split(';'))
        {
            var wording = all[part].Trim();
            if (!wording.IsEmpty)
                list.Add(new Wording(code, wording, order++));
        }
    }

    /// <summary>The same code stands in each file: its text is kept once.</summary>
    private static (string Family, string Code) CodeOf(ReadOnlySpan<char> name, Dictionary<string, (string Family, string Code)> codes)
    {
        if (codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known))
            return known;
        var dot = name.IndexOf('.');
        var read = dot < 0 ? (name.ToString(), name.ToString()) : (name[..dot].ToString(), name[(dot + 1)..].ToString());
        return codes[name.ToString()] = read;
    }
}
