using System.Reflection;

using Entente.Core.Reading;

namespace Entente.Core.Matching;

/// <summary>The general words of institutions' names in many languages: a data file for each, whose form en.txt tells.</summary>
internal static class GeneralWords
{
    private const string Folder = ".Matching.Words.";

    private static readonly Lazy<WordList> List = new(Read);

    /// <summary>What a folded word stands for: nothing when it is left out, one word or several; null for a word of its own.</summary>
    public static NameWord[]? Find(ReadOnlySpan<char> word)
    {
        var list = List.Value;
        if (list.Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var found))
            return found;
        if (list.Small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
            return [];
        if (!list.Stems.TryGetValue(word[0], out var stems))
            return null;
        foreach (var (stem, words) in stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
                return words;
        }

        return null;
    }

    /// <summary>Whether a folded word is one that is left out, but not where nothing else would be left.</summary>
    public static bool IsSmall(ReadOnlySpan<char> word) => List.Value.Small.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    public static bool IsArticle(ReadOnlySpan<char> word) => List.Value.Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The general word that an unknown one was meant for: slips of the hand are told only where just one word is near.</summary>
    public static NameWord? Meant(string word)
    {
        const int shortest = 6, twoSlipsFrom = 9;
        if (word.Length < shortest)
            return null;
        (NameWord? Word, int Distance) best = (null, int.MaxValue);
        foreach (var (written, words) in List.Value.Checked)
        {
            var most = written.Length >= twoSlipsFrom ? 2 : 1;
            if (Math.Abs(written.Length - word.Length) > most || written[0] != word[0])
                continue;
            var distance = NameWords.Distance(word, written, most);
            if (distance > most)
                continue;
            if (distance < best.Distance)
                best = (words[0], distance);
            else if (distance == best.Distance && best.Word?.Text != words[0].Text)
                best = (null, distance);
        }

        return best.Word;
    }

    /// <summary>Wordings that stand before the person after whom an institution is named, in lower case.</summary>
    public static IReadOnlyList<string> Named => List.Value.Named;

    public static bool IsProject(string word) => List.Value.Project.Contains(word);

    private sealed record WordList(
        Dictionary<string, NameWord[]> Whole,
        Dictionary<char, List<(string Stem, NameWord[] Words)>> Stems,
        List<(string Written, NameWord[] Words)> Checked,
        List<string> Named,
        HashSet<string> Project,
        HashSet<string> Small,
        HashSet<string> Articles);

    private static WordList Read()
    {
        var list = new WordList(new(StringComparer.Ordinal), [], [], [], [], new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal))
            .OrderBy(n => n.EndsWith(".en.txt", StringComparison.Ordinal) ? "" : n, StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var lines = new StreamReader(assembly.GetManifestResourceStream(file)!);
            while (lines.ReadLine() is { } line)
            {
                if (line.Length > 0 && line[0] != '#')
                    Take(line, classes, list);
            }
        }

        return list;
    }

    private static void Take(string line, Dictionary<string, WordClass> classes, WordList list)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var code = line[..bar].Trim();
        foreach (var wording in line[(bar + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (code == "named")
                list.Named.Add(wording.ToLowerInvariant());
            else if (code is "project" or "small" or "article")
                (code == "project" ? list.Project : code == "small" ? list.Small : list.Articles).Add(Folding.Fold(wording));
            else
                Take(wording, WordsOf(code, classes), list);
        }
    }

    private static NameWord[] WordsOf(string code, Dictionary<string, WordClass> classes)
    {
        if (code == "form")
            return [];
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
            classes.TryAdd(code[(dot + 1)..], Enum.Parse<WordClass>(code[..dot], ignoreCase: true));
        return [.. code[(dot + 1)..].Split('+').Select(w => new NameWord(w, classes[w]))];
    }

    private static void Take(string wording, NameWord[] words, WordList list)
    {
        var key = Folding.Fold(wording.TrimEnd('*'));
        if (wording.EndsWith('*'))
        {
            if (!list.Stems.TryGetValue(key[0], out var stems))
                list.Stems.Add(key[0], stems = []);
            stems.Add((key, words));
        }
        else if (list.Whole.TryAdd(key, words) && words.Length == 1 && key.Length > 4)
        {
            list.Checked.Add((key, words));
        }
    }
}
