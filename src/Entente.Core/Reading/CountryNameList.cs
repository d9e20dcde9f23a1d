using System.Text;

namespace Entente.Core.Reading;

/// <summary>countries.txt in memory, searched where it stands: its lines are sorted by their keys. Its header says what a line holds.</summary>
internal sealed class CountryNameList
{
    private readonly byte[] text;
    private readonly (int Start, int KeyEnd)[] lines;
    private readonly CountryName?[] names;

    public CountryNameList(byte[] text)
    {
        this.text = text;
        var found = new List<(int, int)>(25_000);
        for (var at = 0; at < text.Length;)
        {
            var line = text.AsSpan(at);
            if (line[0] != '#') found.Add((at, at + line.IndexOf((byte)'\t')));
            at += line.IndexOf((byte)'\n') + 1;
        }
        lines = [.. found];
        names = new CountryName?[lines.Length];
    }

    public int Count => lines.Length;

    /// <summary>Where the first key stands that is not before the phrase.</summary>
    public int FirstFrom(ReadOnlySpan<byte> phrase, int from = 0)
    {
        var to = lines.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (KeyAt(middle).SequenceCompareTo(phrase) < 0) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    public bool Is(int line, ReadOnlySpan<byte> phrase) => line < Count && KeyAt(line).SequenceEqual(phrase);

    /// <summary>Whether a longer key continues the phrase, given where it stands or would: a blank sorts before all that a word may hold.</summary>
    public bool GoesOn(int line, ReadOnlySpan<byte> phrase)
    {
        var next = Is(line, phrase) ? line + 1 : line;
        if (next == Count) return false;
        var key = KeyAt(next);
        return key.Length > phrase.Length && key[phrase.Length] == ' ' && key.StartsWith(phrase);
    }

    public ReadOnlySpan<byte> KeyAt(int line) => text.AsSpan(lines[line].Start, lines[line].KeyEnd - lines[line].Start);

    private ReadOnlySpan<byte> TailAt(int line)
    {
        var rest = text.AsSpan(lines[line].KeyEnd);
        return rest[..rest.IndexOf((byte)'\n')];
    }

    public string[] FieldsAt(int line) =>
        [Encoding.UTF8.GetString(KeyAt(line)), .. Encoding.UTF8.GetString(TailAt(line)).Split('\t')[1..]];

    public CountryName NameAt(int line) => names[line] ??= Read(FieldsAt(line));

    /// <summary>The lines whose mark is "short".</summary>
    public IEnumerable<string[]> Shown()
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var start = text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
            var length = text.AsSpan(start).IndexOf((byte)'\n');
            yield return Encoding.UTF8.GetString(text, start, length).Split('\t');
        }
    }

    private int Next(int from)
    {
        var found = text.AsSpan(from).IndexOf("\tshort\t"u8);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The lines of English names that are one word and may be spelt in any case.</summary>
    public IEnumerable<string[]> EnglishWords()
    {
        for (var line = 0; line < Count; line++)
            if (IsEnglishWord(line)) yield return FieldsAt(line);
    }

    private bool IsEnglishWord(int line)
    {
        if (KeyAt(line).Contains((byte)' ')) return false;
        var tail = TailAt(line);
        return (tail.IndexOf("\ten "u8) >= 0 || tail.IndexOf("\ten\t"u8) >= 0 || tail.EndsWith("\ten"u8)) && tail.IndexOf("\t="u8) < 0;
    }

    public bool NeedsSpelling(int line, out string spellings)
    {
        spellings = "";
        if (TailAt(line).IndexOf("\t="u8) < 0) return false;
        spellings = FieldsAt(line)[4][1..];
        return true;
    }

    private static CountryName Read(string[] fields)
    {
        var codes = fields[1].Split(' ');
        var marks = fields[2].Split(' ');
        var mark = marks[0] == "short" ? CountryNameMark.Common : Enum.Parse<CountryNameMark>(marks[0], ignoreCase: true);
        return new CountryName(codes[0], codes.Length > 1 || marks.Length > 1, codes[1..], mark, fields[3].Split(' '));
    }
}
