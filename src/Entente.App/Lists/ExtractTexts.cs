using System.Text;

using Entente.Core;

namespace Entente.App.Lists;

/// <summary>The folded texts of all lines, one after the other in UTF-8: a word is looked for in all of them at once.</summary>
internal sealed class ExtractTexts
{
    /// <summary>What was read at first is large and stays; what acts have added is small and copied.</summary>
    private readonly Part first, added;

    private ExtractTexts(Part first, Part added) => (this.first, this.added) = (first, added);

    public static ExtractTexts Of(IReadOnlyList<string> texts) => new(Part.Of(0, texts), Part.Of(texts.Count, []));

    /// <summary>The same and more of them, at the places that follow.</summary>
    public ExtractTexts With(IReadOnlyList<string> texts) => new(first, added.With(texts));

    public int Compare(int one, int other) => At(one).SequenceCompareTo(At(other));

    /// <summary>Which places have every word somewhere, whole or in part, in one of its forms.</summary>
    public bool[] Holding(string words)
    {
        var holds = new bool[first.Count + added.Count];
        Array.Fill(holds, true);
        foreach (var word in SearchText.Words(words))
        {
            var found = new bool[holds.Length];
            foreach (var form in word.Forms.Select(Encoding.UTF8.GetBytes))
            {
                first.Find(form, found);
                added.Find(form, found);
            }

            for (var place = 0; place < holds.Length; place++)
                holds[place] &= found[place];
        }

        return holds;
    }

    private ReadOnlySpan<byte> At(int place) => place < first.Count ? first.At(place) : added.At(place);

    /// <param name="starts">Where each text begins, and where the last one ends; a byte that is in no text parts them.</param>
    private sealed class Part(int from, byte[] bytes, int[] starts)
    {
        public int Count => starts.Length - 1;

        private byte[] Bytes => bytes;

        private int[] Starts => starts;

        public static Part Of(int from, IReadOnlyList<string> texts)
        {
            using var all = new MemoryStream();
            var starts = new int[texts.Count + 1];
            for (var i = 0; i < texts.Count; i++)
            {
                all.Write(Encoding.UTF8.GetBytes(texts[i]));
                all.WriteByte(0);
                starts[i + 1] = (int)all.Length;
            }

            return new Part(from, all.ToArray(), starts);
        }

        public Part With(IReadOnlyList<string> texts)
        {
            var more = Of(from, texts);
            return new Part(from, [.. bytes, .. more.Bytes], [.. starts, .. more.Starts.Skip(1).Select(start => bytes.Length + start)]);
        }

        public ReadOnlySpan<byte> At(int place) => bytes.AsSpan(starts[place - from]..(starts[place - from + 1] - 1));

        public void Find(ReadOnlySpan<byte> form, bool[] found)
        {
            for (var (text, at) = (0, 0); bytes.AsSpan(at).IndexOf(form) is >= 0 and var hit; at = starts[text])
            {
                while (starts[text] <= at + hit)
                    text++;
                found[from + text - 1] = true;
            }
        }
    }
}
