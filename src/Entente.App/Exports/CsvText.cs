using System.Globalization;
using System.Text;

using CsvHelper;
using CsvHelper.Configuration;

namespace Entente.App.Exports;

/// <summary>Lines of cells that spreadsheets open without harm.</summary>
internal static class CsvText
{
    // Without the mark spreadsheets take the letters of a file for those of an old code page.
    private const string ByteOrderMark = "\uFEFF";

    public static string Of(IEnumerable<string> headers, IEnumerable<IEnumerable<string?>> lines)
    {
        // A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it a text.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.Escape,
            InjectionEscapeCharacter = '\'',
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, configuration))
        {
            foreach (var line in lines.Prepend(headers))
            {
                foreach (var cell in line)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }

    /// <summary>To be saved from a page and opened by a spreadsheet.</summary>
    public static IResult Answer(string csv) => Results.Text(ByteOrderMark + csv, "text/csv", Encoding.UTF8);
}
