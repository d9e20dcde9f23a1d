using Spectre.Console;

namespace Entente.App.Shell;

/// <summary>Where a command reads and writes, and the clock it goes by.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, TimeProvider Clock)
{
    private const int WidthOfAFile = 160;

    /// <summary>One line for the person, beside the answer.</summary>
    public void Say(string line) => Error.WriteLine(line);

    public void Answer(string line) => Out.WriteLine(line);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowRowSeparators = false };
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header, Style.Plain)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        Console().Write(table);
    }

    private IAnsiConsole Console()
    {
        var output = new AnsiConsoleOutput(Out);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = output, Interactive = InteractionSupport.No });
        if (!output.IsTerminal)
            console.Profile.Width = WidthOfAFile;
        return console;
    }
}
