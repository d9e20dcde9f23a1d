using System.Runtime.CompilerServices;

using Entente.App.Registers;
using Entente.App.Running;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Exports;

public enum ExportFormat
{
    Csv,
    Xlsx,
    Json,
    Pdf,
}

/// <summary>The whole register as open data: the same agreements give the same bytes, whatever way they came in.</summary>
public static class ExportQueries
{
    private const int Chunk = 500;

    private static readonly Comparer<Place> byPlace = Comparer<Place>.Create(Compare);

    /// <returns>What the file could not hold, in words.</returns>
    public static Task<IReadOnlyList<string>> ExportAsync(OpenRegister open, ExportFormat format, Stream file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.Db.InReadAsync(
            async () =>
            {
                if (format == ExportFormat.Pdf)
                    return await new PrintedList(open.Register.Name, open.Today, SystemFonts.Files).WriteAsync(InOrderAsync(open, Place.InRegister, stop).Select(PrintedList.Numbered), file);
                await RegisterFile.WriteAsync(format, InOrderAsync(open, Place.AsPrinted, stop).Select(a => a.Facts), file);
                return [];
            },
            stop);
    }

    /// <summary>By printed number, then partner, then first date; all that is exported decides between twins.</summary>
    public static IReadOnlyList<Facts> Ordered(IEnumerable<Agreement> agreements) => [.. InOrder(agreements, Place.AsPrinted).Select(a => a.Facts)];

    private static IEnumerable<Agreement> InOrder(IEnumerable<Agreement> agreements, Func<Agreement, Place> placed) =>
        agreements.Select(a => (Place: placed(a), Agreement: a)).OrderBy(a => a.Place, byPlace).ThenBy(a => a.Agreement.Facts, Comparer<Facts>.Create(ComparedAsWritten)).Select(a => a.Agreement);

    /// <summary>What the order goes by is read first; all of the agreements would be too much for one memory.</summary>
    private static async Task<List<Place>> PlacesAsync(OpenRegister open, Func<Agreement, Place> placed, CancellationToken stop)
    {
        var places = new List<Place>();
        await foreach (var agreement in open.Db.Agreements.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            places.Add(placed(agreement));
        places.Sort(byPlace);
        return places;
    }

    private static async IAsyncEnumerable<Agreement> InOrderAsync(OpenRegister open, Func<Agreement, Place> placed, [EnumeratorCancellation] CancellationToken stop)
    {
        var places = await PlacesAsync(open, placed, stop);
        for (var from = 0; from < places.Count;)
        {
            open.Progress?.Report(new ActProgress(RunningPart.Writing, from, places.Count));
            var to = Math.Min(from + Chunk, places.Count);
            // Twins stay together: which of them is first is told from the whole of them.
            while (to < places.Count && Compare(places[to - 1], places[to]) == 0)
                to++;
            var ids = open.Db.Ids(places[from..to].ConvertAll(p => p.Id));
            foreach (var agreement in InOrder(await open.Db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop), placed))
                yield return agreement;
            from = to;
        }
    }

    private static int Compare(Place one, Place other)
    {
        var number = one.NumberOrder.CompareTo(other.NumberOrder);
        if (number == 0)
            number = string.CompareOrdinal(one.Number, other.Number);
        var partners = number != 0 ? number : string.CompareOrdinal(one.Partners, other.Partners);
        return partners != 0 ? partners : one.BeginDay.CompareTo(other.BeginDay);
    }

    private static int ComparedAsWritten(Facts one, Facts other) => string.CompareOrdinal(RegisterFile.Text(one), RegisterFile.Text(other));

    private sealed record Place(Guid Id, long NumberOrder, string Number, string Partners, long BeginDay)
    {
        public static Place AsPrinted(Agreement agreement) => Of(agreement, agreement.Facts.Number ?? "");

        /// <summary>Several lists may each have a number 1; the register has one.</summary>
        public static Place InRegister(Agreement agreement) => Of(agreement, agreement.Number);

        private static Place Of(Agreement agreement, string number)
        {
            var facts = agreement.Facts;
            return new Place(
                agreement.Id, Agreement.OrderOf(number), number, string.Join('\n', facts.Parties.Select(p => p.Name)),
                facts.Begin?.On!.Earliest.Number ?? long.MaxValue);
        }
    }
}
