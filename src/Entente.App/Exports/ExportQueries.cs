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
                    return await new PrintedList(open.Register.Name, open.Today, SystemFonts.Files).WriteAsync(InOrderAsync(open, _ => null, stop), file);
                await RegisterFile.WriteAsync(format, InOrderAsync(open, all => new ShownNumbers(all.Select(p => (p.Own, p.Printed))), stop), file);
                return [];
            },
            stop);
    }

    /// <summary>By printed number, then partner, then first date; all that is exported decides between twins.</summary>
    public static IReadOnlyList<Facts> Ordered(IEnumerable<Agreement> agreements)
    {
        var all = agreements.ToList();
        return [.. InOrder(all, new ShownNumbers(all.Select(a => (a.Number, a.Facts.Number))))];
    }

    private static IEnumerable<Facts> InOrder(IEnumerable<Agreement> agreements, ShownNumbers? numbers) =>
        agreements.Select(a => (Place: Place.Of(a).Shown(numbers), Facts: Numbered(a, numbers))).OrderBy(a => a.Place, byPlace).ThenBy(a => a.Facts, Comparer<Facts>.Create(ComparedAsWritten)).Select(a => a.Facts);

    /// <summary>With the number that is printed, as long as it names one agreement; else with that of the register.</summary>
    private static Facts Numbered(Agreement agreement, ShownNumbers? numbers) => numbers is null ? PrintedList.Numbered(agreement) : numbers.On(agreement);

    /// <summary>What the order goes by is read first; all of the agreements would be too much for one memory.</summary>
    private static async Task<List<Place>> PlacesAsync(OpenRegister open, CancellationToken stop)
    {
        var places = new List<Place>();
        await foreach (var agreement in open.Db.Agreements.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            places.Add(Place.Of(agreement));
        return places;
    }

    /// <param name="numbered">What is shown of the numbers of all; null: those of the register, for several lists may each have a number 1.</param>
    private static async IAsyncEnumerable<Facts> InOrderAsync(OpenRegister open, Func<IReadOnlyList<Place>, ShownNumbers?> numbered, [EnumeratorCancellation] CancellationToken stop)
    {
        var places = await PlacesAsync(open, stop);
        var numbers = numbered(places);
        for (var i = 0; i < places.Count; i++)
            places[i] = places[i].Shown(numbers);
        places.Sort(byPlace);
        for (var from = 0; from < places.Count;)
        {
            open.Progress?.Report(new ActProgress(RunningPart.Writing, from, places.Count));
            var to = Math.Min(from + Chunk, places.Count);
            // Twins stay together: which of them is first is told from the whole of them.
            while (to < places.Count && Compare(places[to - 1], places[to]) == 0)
                to++;
            var ids = open.Db.Ids(places[from..to].ConvertAll(p => p.Id));
            foreach (var facts in InOrder(await open.Db.Agreements.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(stop), numbers))
                yield return facts;
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

    /// <param name="Own">The number in the register.</param>
    /// <param name="Number">The one that is shown.</param>
    private sealed record Place(Guid Id, string Own, string? Printed, long NumberOrder, string Number, string Partners, long BeginDay)
    {
        public static Place Of(Agreement agreement)
        {
            var facts = agreement.Facts;
            return new Place(
                agreement.Id, agreement.Number, facts.Number, 0, "", string.Join('\n', facts.Parties.Select(p => p.Name)),
                facts.Begin?.On!.Earliest.Number ?? long.MaxValue);
        }

        public Place Shown(ShownNumbers? numbers)
        {
            var number = numbers is null ? Own : numbers.Of(Own, Printed) ?? "";
            return this with { NumberOrder = Agreement.OrderOf(number), Number = number };
        }
    }
}
