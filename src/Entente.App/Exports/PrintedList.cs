using System.Globalization;

using Entente.App.Shell;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats.Pdf;

namespace Entente.App.Exports;

/// <summary>The register as offices print it, as a PDF: the list, and how many agreements there are with each country.</summary>
/// <param name="Register">Its name.</param>
/// <param name="On">The day of the list.</param>
/// <param name="Fonts">Files of fonts, beside the one that comes with the program.</param>
internal sealed record PrintedList(string Register, Day On, IReadOnlyList<string> Fonts)
{
    private static readonly (string Name, double Width)[] columns =
        [("number", 31), ("name", 140), ("country", 86), ("kind", 70), ("begin", 99), ("end", 97)];

    private static readonly (string Name, double Width)[] countryColumns = [("number", 31), ("country", 140), ("frequency", 86)];

    /// <summary>Which of the agreements of the register are listed, when not all are.</summary>
    public string? Listed { get; init; }

    /// <summary>With the number of the register: lists number their rows anew, and two of them have the same.</summary>
    public static Facts Numbered(Agreement agreement) => agreement.Facts with { Number = agreement.Number };

    /// <returns>What could not be set, in words; the file says it, too.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(IAsyncEnumerable<Facts> agreements, Stream file)
    {
        var title = PageWords.Say("printed.title");
        using var pdf = new PdfWriter(title, Fonts);
        var notSet = new NotSet();
        var countries = new CountryFrequencies();
        notSet.Add(null, pdf.Heading(title));
        notSet.Add(null, pdf.Paragraph(PageWords.Say("printed.of", Register, On.ToString())));
        if (Listed is not null)
            notSet.Add(null, pdf.Paragraph(Listed));
        var rows = new List<IReadOnlyList<string>>();
        var (kinds, known) = (0, 0);
        await foreach (var facts in agreements)
        {
            rows.Add(PrintedCells.Of(facts));
            countries.Add(facts);
            kinds += facts.Kinds.Count;
            known += facts.Kinds.Count(k => new CellContent(k.Text, Kinds.BuiltIn).Kinds.Count > 0);
        }

        pdf.BeginTable(pdf.Fitted(Of(columns, isOfStates: known * 4 >= kinds * 3), rows));
        foreach (var cells in rows)
            notSet.Add(cells[0].Length > 0 ? cells[0] : cells[1], pdf.Row(cells));

        pdf.EndTable();
        Write(pdf, countries);
        var said = notSet.InWords();
        if (said.Count > 0)
            pdf.Subheading(PageWords.Say("printed.not-set"), 2);
        foreach (var note in said)
            pdf.Paragraph(note);
        pdf.Build(file, (page, pages) => $"{page} / {pages}");
        return said;
    }

    private static void Write(PdfWriter pdf, CountryFrequencies countries)
    {
        var rows = countries.Rows;
        pdf.Subheading(PageWords.Say("printed.countries"), Math.Min(rows.Count + 3, 12));
        pdf.BeginTable(Of(countryColumns, isOfStates: true));
        foreach (var (i, (country, count)) in rows.Index())
            pdf.Row([Number(i + 1), country, Number(count)]);
        pdf.Row(["", PageWords.Say("printed.total"), Number(countries.Total)], isBold: true);
        pdf.EndTable();
        if (countries.CountedMoreThanOnce > 0)
            pdf.Paragraph(PageWords.Say(countries.CountedMoreThanOnce == 1 ? "printed.counted-twice" : "printed.counted-more", Number(countries.CountedMoreThanOnce)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="isOfStates">Under "Status" what nobody knows as a kind would be taken for a state.</param>
    private static List<PdfColumn> Of(IEnumerable<(string Name, double Width)> columns, bool isOfStates) =>
        [.. columns.Select(c => new PdfColumn(PageWords.Say($"printed.{(c.Name == "kind" && !isOfStates ? "type" : c.Name)}"), c.Width) { IsNumber = c.Name is "number" or "frequency" })];
}
