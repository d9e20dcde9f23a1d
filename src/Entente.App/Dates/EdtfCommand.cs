using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;

using Entente.App.Shell;
using Entente.Core;
using Entente.Edtf;
using Entente.Formats.Json;

namespace Entente.App.Dates;

/// <summary>One text a line in, one JSON object a line out. A line ends with LF or CR LF; nothing else is taken from it.</summary>
internal static class EdtfCommand
{
    private const int BlockLength = 1 << 15;

    public static Command Make(Terminal terminal)
    {
        // Accepted because every command takes it; the answer is JSON in any case.
        var command = Commands.New("edtf", Commands.Json());
        command.SetAction((_, stop) => AnswerAsync(terminal, stop));
        return command;
    }

    /// <summary>What is complete is answered at once, so that a program can ask line by line.</summary>
    private static async Task<int> AnswerAsync(Terminal terminal, CancellationToken stop)
    {
        var block = new char[BlockLength];
        var pending = new StringBuilder();
        var answers = new ArrayBufferWriter<byte>(BlockLength);
        int length;
        while ((length = await terminal.In.ReadAsync(block, stop)) > 0)
        {
            AnswerLines(block.AsSpan(0, length), pending, answers);
            Flush(answers, terminal);
        }

        if (pending.Length > 0)
            Answer(pending.ToString(), answers);
        Flush(answers, terminal);
        return 0;
    }

    private static void AnswerLines(ReadOnlySpan<char> block, StringBuilder pending, ArrayBufferWriter<byte> answers)
    {
        int end;
        while ((end = block.IndexOf('\n')) >= 0)
        {
            pending.Append(block[..end]);
            if (pending.Length > 0 && pending[^1] == '\r')
                pending.Length--;
            Answer(pending.ToString(), answers);
            pending.Clear();
            block = block[(end + 1)..];
        }

        pending.Append(block);
    }

    private static void Answer(string text, ArrayBufferWriter<byte> answers)
    {
        var parse = EdtfValue.Parse(text);
        using (var json = new Utf8JsonWriter(answers, JsonText.Line))
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteBoolean("valid", parse.Value is not null);
            if (parse.Value is { } value)
                json.WriteNumber("level", value.Level);
            else
                json.WriteNull("level");
            json.WriteString("earliest", parse.Value?.Earliest?.ToString());
            json.WriteString("latest", parse.Value?.Latest?.ToString());
            json.WriteCode("reason", parse.Reason);
            json.WriteEndObject();
        }

        answers.Write("\n"u8);
    }

    private static void Flush(ArrayBufferWriter<byte> answers, Terminal terminal)
    {
        terminal.AnswerText(Encoding.UTF8.GetString(answers.WrittenSpan));
        answers.ResetWrittenCount();
    }
}
