using System.Reflection;
using System.Text;

namespace Entente.Core.Reading;

/// <summary>Where a wording stands in the files, and the number of what it stands for.</summary>
internal readonly record struct Wording(int Start, int Code);

/// <summary>What languages call things: a data file for each, of lines <c>family.code | wording; wording</c>, or <c>family.code + family.code | wording</c>. English comes first: where two
/// languages word it alike, the first one counts. The files are gone through once and nothing is cut out of them: wordings that begin alike are
/// in one group, and a book takes from a group what it needs of it.</summary>
internal static class WordFiles
{
    /// <summary>A power of two. Wordings of different beginnings may share a group, which only costs time.</summary>
    public const int Groups = 1 << 13;

    /// <summary>The group of those that a word of any beginning may go with.</summary>
    public const int ShortStems = Groups;

    /// <summary>So many letters say which wordings begin alike.</summary>
    private const int Beginning = 3;

    private const string Folder = ".Words.Languages.";

    private static readonly Lazy<Gone> Files = new(Go);

    /// <summary>The files, one behind the other, and what was found in them.</summary>
    /// <param name="Wordings">By group, and in a group as they stand in the files.</param>
    /// <param name="Ends">Of each group, the index of the wording behind it.</param>
    /// <param name="Languages">Where the file of each begins, in their order.</param>
    private sealed record Gone(byte[] Text, List<(int Start, string Tag)> Languages, List<(string Family, string Code)> Names, Wording[] Wordings, int[] Ends);

    /// <summary>The wordings as they are come by: lists of numbers, whose code is compiled ahead.</summary>
    private sealed class Found
    {
        public List<int> Starts { get; } = new(3 << 16);

        public List<int> Codes { get; } = new(3 << 16);

        public List<int> Groups { get; } = new(3 << 16);
    }

    /// <summary>What wordings stand for, by its number.</summary>
    public static IReadOnlyList<(string Family, string Code)> Names => Files.Value.Names;

    /// <summary>Those of a group in the order of the files.</summary>
    public static ReadOnlySpan<Wording> In(int group)
    {
        var start = group == 0 ? 0 : Files.Value.Ends[group - 1];
        return Files.Value.Wordings.AsSpan(start, Files.Value.Ends[group] - start);
    }

    /// <summary>Every wording of a family that has no codes, with the language of its file.</summary>
    public static IEnumerable<(string Language, string Text)> OfFamily(string family)
    {
        var number = Files.Value.Names.IndexOf((family, family));
        return Files.Value.Wordings.Where(w => w.Code == number)
            .Select(w => (Files.Value.Languages.FindLast(l => l.Start <= w.Start).Tag, Text(w)));
    }

    /// <summary>The group of the wordings that a word may be the first of.</summary>
    /// <param name="key">Or its beginning.</param>
    public static int Group(ReadOnlySpan<char> key)
    {
        var group = 0;
        for (var i = 0; i < key.Length && i < Beginning; i++)
            group = (group * 0x9E5) + key[i];
        return (group ^ (group >> 13)) & (Groups - 1);
    }

    public static string Text(Wording wording) => Text(wording.Start);

    /// <summary>Every wording of some codes as it is written, in the order of the files.</summary>
    public static IEnumerable<string> Wordings(Predicate<int> isAsked)
    {
        var starts = new List<int>();
        foreach (var wording in Files.Value.Wordings)
        {
            if (isAsked(wording.Code))
                starts.Add(wording.Start);
        }

        starts.Sort();
        return starts.Select(Text);
    }

    private static string Text(int start)
    {
        var rest = Files.Value.Text.AsSpan(start);
        return Encoding.UTF8.GetString(rest[..rest.IndexOfAny((byte)';', (byte)'\n')]).TrimEnd();
    }

    private static Gone Go()
    {
        var (text, languages) = Read();
        var names = new List<(string Family, string Code)>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new Found();
        for (var at = 0; at < text.Length;)
        {
            var end = at + text.AsSpan(at).IndexOf((byte)'\n');
            if (end > at && text[at] != '#')
            {
                var bar = at + text.AsSpan(at).IndexOf((byte)'|');
                foreach (var name in Encoding.UTF8.GetString(text.AsSpan(at, bar - at)).Split('+', StringSplitOptions.TrimEntries))
                {
                    if (!numbers.TryGetValue(name, out var number))
                    {
                        numbers.Add(name, number = names.Count);
                        names.Add(name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? (name[..dot], name[(dot + 1)..]) : (name, name));
                    }

                    TakeLine(text, bar + 1, end, number, found);
                }
            }

            at = end + 1;
        }

        return InGroups(text, languages, names, found);
    }

    private static void TakeLine(byte[] text, int at, int end, int number, Found found)
    {
        Span<char> letters = stackalloc char[256];
        Span<char> beginning = stackalloc char[Beginning];
        while (at < end)
        {
            while (at < end && text[at] == ' ')
                at++;
            var rest = text.AsSpan(at, end - at);
            var length = rest.IndexOf((byte)';') is >= 0 and var semicolon ? semicolon : rest.Length;
            var wording = letters[..Encoding.UTF8.GetChars(rest[..length], letters)].TrimEnd();
            if (wording.Length > 0)
            {
                var filled = WordingBeginning.Of(wording, beginning, out var isStem);
                if (filled == 0)
                    throw new InvalidDataException($"The wording '{wording}' holds no letter.");
                found.Starts.Add(at);
                found.Codes.Add(number);
                found.Groups.Add(isStem && filled < Beginning ? ShortStems : Group(beginning[..filled]));
            }

            at += length + 1;
        }
    }

    private static Gone InGroups(byte[] text, List<(int Start, string Tag)> languages, List<(string Family, string Code)> names, Found found)
    {
        var ends = new int[Groups + 1];
        foreach (var group in found.Groups)
            ends[group]++;
        for (var group = 1; group < ends.Length; group++)
            ends[group] += ends[group - 1];
        var wordings = new Wording[found.Starts.Count];
        var at = ends.ToArray();
        for (var i = wordings.Length - 1; i >= 0; i--)
            wordings[--at[found.Groups[i]]] = new Wording(found.Starts[i], found.Codes[i]);
        return new Gone(text, languages, names, wordings, ends);
    }

    /// <summary>All files, each ended by a line's end.</summary>
    private static (byte[] Text, List<(int Start, string Tag)> Languages) Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal))
            .OrderBy(n => n.EndsWith(".en.txt", StringComparison.Ordinal) ? "" : n, StringComparer.Ordinal)
            .Select(n => (Tag: n[(n.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^".txt".Length], Stream: assembly.GetManifestResourceStream(n)!)).ToList();
        var text = new byte[files.Sum(f => f.Stream.Length + 1)];
        var languages = new List<(int Start, string Tag)>();
        var at = 0;
        foreach (var (tag, file) in files)
        {
            languages.Add((at, tag));
            using (file)
            {
                file.ReadExactly(text, at, (int)file.Length);
                at += (int)file.Length;
                text[at++] = (byte)'\n';
            }
        }

        return (text, languages);
    }
}
