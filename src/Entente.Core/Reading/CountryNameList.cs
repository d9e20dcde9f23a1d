using System.Text;

namespace Entente.Core.Reading;

/// <summary>countries.txt in memory, searched where it stands: its lines are sorted by their keys. Its header says what a line holds.</summary>
internal sealed class CountryNameList
{
    private readonly byte[] text;
    private readonly int[] starts;
    private readonly CountryName?[] names;

    public CountryNameList(byte[] text)
    {
        this.text = text;
        var found = new List<int>(25_000);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '#') found.Add(at);
            at += text.AsSpan(at).IndexOf((byte)'\n') + 1;
        }
        starts = [.. found];
        names = new CountryName?[starts.Length];
    }

    public int Count => starts.Length;

    /// <summary>Where the first key stands that is not before the phrase.</summary>
    public int FirstFrom(ReadOnlySpan<byte> phrase, int from = 0)
    {
        var to = starts.Length;
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (KeyAt(middle).SequenceCompareTo(phrase) < 0) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    public bool Is(int line, ReadOnlySpan<byte> phrase) => line < Count && KeyAt(line).SequenceEqual(phrase);

    /// <summary>Whether a longer key continues the phrase with another word.</summary>
    public bool GoesOn(int line, ReadOnlySpan<byte> phraseAndBlank)
    {
        var next = FirstFrom(phraseAndBlank, line);
        return next < Count && KeyAt(next).StartsWith(phraseAndBlank);
    }

    private ReadOnlySpan<byte> TailAt(int line)
    {
        var rest = text.AsSpan(starts[line]);
        return rest[rest.IndexOf((byte)'\t')..rest.IndexOf((byte)'\n')];
    }

    public ReadOnlySpan<byte> KeyAt(int line)
    {
        var rest = text.AsSpan(starts[line]);
        return rest[..rest.IndexOf((byte)'\t')];
    }

    public string[] FieldsAt(int line) =>
        [Encoding.UTF8.GetString(KeyAt(line)), .. Encoding.UTF8.GetString(TailAt(line)).Split('\t')[1..]];

    public CountryName NameAt(int line) => names[line] ??= Read(FieldsAt(line));

    public bool IsShort(int line) => TailAt(line).IndexOf("\tshort"u8) >= 0;

    public bool IsEnglishWord(int line)
    {
        if (KeyAt(line).Contains((byte)' ')) return false;
        var tail = TailAt(line);
        return tail.IndexOf("\ten"u8) >= 0 && tail.IndexOf("\t="u8) < 0 && FieldsAt(line)[3].Split(' ')[0] == "en";
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
