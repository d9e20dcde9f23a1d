using System.Text;

using Entente.Core;

namespace Entente.Formats.Text;

/// <summary>The lines of values of a long text, of which only a piece is held at a time. A quote that does not close within what lies ahead never closes.</summary>
internal sealed class StreamedLines : IDisposable
{
    private const int Piece = 1 << 20;

    private readonly StreamReader reader;
    private readonly int ahead;
    private readonly char[] buffer;
    private string text = "";
    private readonly StrayControls controls = new();
    private QuotedLines lines;
    private bool isAtEnd;

    /// <param name="ahead">So much of the text lies behind each line, or the end.</param>
    /// <exception cref="DecoderFallbackException">It is no UTF-8; thrown wherever it is read.</exception>
    public StreamedLines(Stream bytes, char separator, int ahead = Piece)
    {
        this.ahead = ahead;
        buffer = new char[2 * ahead];
        reader = new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16);
        text = More("");
        if (text is ['\uFEFF', ..])
            text = text[1..];
        lines = new QuotedLines(text, separator);
    }

    /// <summary>Of the last line read.</summary>
    public IReadOnlyList<string> Values => lines.Values;

    /// <summary>The first line of those values, from 1.</summary>
    public int Line => lines.Line;

    /// <summary>From 0.</summary>
    public int Row { get; private set; } = -1;

    public IReadOnlyList<int> Broken => lines.Broken;

    /// <summary>What was found about the text so far.</summary>
    public IReadOnlyList<Finding> Findings => [.. Delimited.FindingsOf(lines.Broken), .. controls.Findings];

    /// <summary>Bytes that were taken from the stream so far.</summary>
    public long Position => reader.BaseStream.CanSeek ? reader.BaseStream.Position : 0;

    /// <summary>False at the end.</summary>
    public bool Next()
    {
        while (true)
        {
            var (from, line) = (lines.At, lines.Lines);
            var isRead = lines.Next();
            if (isAtEnd || (isRead && lines.At + ahead <= text.Length))
            {
                Row += isRead ? 1 : 0;
                return isRead;
            }

            lines.GoBack(from, line);
            text = More(text[from..]);
            lines = new QuotedLines(text, lines);
        }
    }

    public void Dispose() => reader.Dispose();

    private string More(string rest)
    {
        var length = reader.ReadBlock(buffer);
        isAtEnd = length < buffer.Length;
        return string.Concat(rest, controls.Out(new string(buffer, 0, length)));
    }
}
