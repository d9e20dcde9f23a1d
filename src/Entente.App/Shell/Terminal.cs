using System.Text;

using Microsoft.AspNetCore.WebUtilities;

using Spectre.Console;

using RefusedException = Entente.Core.RefusedException;

namespace Entente.App.Shell;

/// <summary>Where a command reads and writes, and the clock it goes by.</summary>
/// <param name="Bytes">Where the answer goes when it is not text; null when it goes to a screen.</param>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Clock, Stream? Bytes = null)
{
    private const int WidthOfAFile = 160;

    /// <summary>A person sits at it, and not a program or a file.</summary>
    public bool IsAttended { get; init; }

    /// <summary>One line for the person, beside the answer.</summary>
    public void Say(string line) => Error.WriteLine(line);

    /// <summary>What a person types next; null at the end. A terminal waits for it, whoever wants to stop: that it is to stop is heard beside it.</summary>
    public Task<string?> NextLineAsync(CancellationToken stop) => Task.Run(() => In.ReadLineAsync(stop).AsTask(), stop).WaitAsync(stop);

    /// <summary>Whether a person says yes; no answer is none.</summary>
    public async Task<bool> AgreesAsync(string question, CancellationToken stop)
    {
        Say(question);
        return await NextLineAsync(stop) is { } answer && Wording.Of("import.ask.yes").Split(' ').Contains(answer.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    public void Answer(string line) => Write(() => Out.WriteLine(line));

    /// <summary>As it is, without an end of line.</summary>
    public void AnswerText(string text) => Write(() => Out.Write(text));

    /// <summary>A text in UTF-8 as it is made, with an end of line.</summary>
    public void AnswerBytes(Action<Stream> write) => Write(() =>
    {
        using var text = Bytes is null ? new MemoryStream() : null;
        write(Bytes ?? text!);
        if (text is not null)
            Out.Write(Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
        Out.WriteLine();
    });

    /// <summary>A file as the answer, written whole before any of it is given away.</summary>
    public async Task AnswerFileAsync(Func<Stream, Task> write)
    {
        try
        {
            await using var file = new FileBufferingWriteStream();
            await write(file);
            using var text = new MemoryStream();
            await file.DrainBufferAsync(Bytes ?? text);
            if (Bytes is null)
                Out.Write(Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
        }
        catch (IOException e)
        {
            throw NotWritten(e);
        }
    }

    /// <summary>For what is told beside the answer.</summary>
    public Terminal Beside => this with { Out = Error };

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowRowSeparators = false };
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header, Style.Plain)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        Write(() => Console().Write(table));
    }

    /// <summary>A full disk behind standard output is nobody's fault here.</summary>
    /// <exception cref="RefusedException">answer.no-room, answer.not-written.</exception>
    public static void Write(Action write)
    {
        try
        {
            write();
        }
        catch (IOException e)
        {
            throw NotWritten(e);
        }
    }

    private static RefusedException NotWritten(IOException e) =>
        DiskRoom.IsMissing(e) ? new RefusedException("answer.no-room", e) : new RefusedException("answer.not-written", e, e.Message);

    private IAnsiConsole Console()
    {
        var output = new AnsiConsoleOutput(Out);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Interactive = InteractionSupport.No });
        if (!output.IsTerminal)
            console.Profile.Width = WidthOfAFile;
        return console;
    }
}
