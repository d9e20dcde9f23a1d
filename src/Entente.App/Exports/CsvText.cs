using System.Globalization;
using System.Text;

using CsvHelper;
using CsvHelper.Configuration;

namespace Entente.App.Exports;

/// <summary>Lines of cells that spreadsheets open without harm.</summary>
internal static class CsvText
{
    // A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it a text.
    private static readonly CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionEscapeCharacter = '\'',
        // The library looks for its own end of a line only; who reads takes a line feed for one as well.
        ShouldQuote = cell => ConfigurationFunctions.ShouldQuote(cell) || cell.Field.AsSpan().ContainsAny('\r', '\n'),
    };

    public static string Of(IEnumerable<string> headers, IEnumerable<IEnumerable<string?>> lines)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = To(text))
        {
            foreach (var line in lines.Prepend(headers))
                Write(csv, line);
        }

        return text.ToString();
    }

    public static CsvWriter To(TextWriter text) => new(text, configuration, leaveOpen: true);

    public static void Write(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells)
            csv.WriteField(cell);
        csv.NextRecord();
    }

    /// <summary>To be saved from a page and opened by a spreadsheet: without the mark it takes the letters for those of an old code page.</summary>
    public static StreamWriter Saved(Stream file) => new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    public static IResult Answer(string csv) => Results.Text("\uFEFF" + csv, "text/csv", Encoding.UTF8);
}
