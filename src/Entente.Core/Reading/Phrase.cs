using System.Text;

namespace Entente.Core.Reading;

/// <summary>Folded words with single blanks between, as UTF-8, growing word by word.</summary>
internal ref struct Phrase(Span<byte> room)
{
    private readonly Span<byte> room = room;
    private int length;

    public readonly bool IsEmpty => length == 0;

    public readonly ReadOnlySpan<byte> Words => room[..length];

    /// <summary>False when the word is empty or there is no room: no name is that long.</summary>
    public bool Append(string word)
    {
        var at = length == 0 ? 0 : length + 1;
        if (word.Length == 0 || at + Encoding.UTF8.GetByteCount(word) > room.Length) return false;
        if (at > 0) room[length] = (byte)' ';
        length = at + Encoding.UTF8.GetBytes(word, room[at..]);
        return true;
    }
}
