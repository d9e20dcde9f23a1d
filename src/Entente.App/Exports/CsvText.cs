using System.Globalization;

using CsvHelper;
using CsvHelper.Configuration;

namespace Entente.App.Exports;

/// <summary>A table as CSV.</summary>
internal static class CsvText
{
    public static string Of(IEnumerable<string> headers, IEnumerable<IEnumerable<string?>> rows)
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
            foreach (var row in rows.Prepend(headers))
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
