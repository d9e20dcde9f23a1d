using System.Globalization;

using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>The same partner with the same act on the same day, and the same partner twice. Of an earlier record is kept only what names it.</summary>
/// <param name="isTold">Whether the same partner twice is told of each time; else it is counted.</param>
internal sealed class SamePartners(bool isTold)
{
    private const int MostKept = 50_000;

    private readonly Memo<(string Name, string? Country), (ulong Exact, ulong Spelt)> keys = new(n => KeysOf(n.Name, n.Country), MostKept);
    private readonly Dictionary<ulong, Earlier> byName = [], byEvent = [];
    private Draft? last;

    /// <summary>How often the same partner came again and was not told of.</summary>
    public int Again { get; private set; }

    /// <summary>With the one before it that is of the same partner, or of the same partner and day.</summary>
    public IReadOnlyList<Finding> Of(Draft draft)
    {
        var party = draft.Facts.Parties[0];
        if (party.Name.Length == 0)
        {
            last = draft;
            return [];
        }

        List<Finding>? found = null;
        var (exact, spelt) = keys.Of((party.Name, party.Country));
        var own = Earlier.Of(draft.Order, party);
        List<int>? paired = null;
        foreach (var day in Days(draft))
        {
            var key = Hash64.Of(day, spelt);
            if (byEvent.TryGetValue(key, out var same) && same.Order != draft.Order && !AreMeant(same.Order, draft) && !(paired?.Contains(same.Order) ?? false))
            {
                (paired ??= []).Add(same.Order);
                (found ??= []).Add(Pair("partner.same-event", Severity.Doubt, same, own, day));
            }

            byEvent[key] = own;
        }

        if (byName.TryGetValue(exact, out var other) && !(paired?.Contains(other.Order) ?? false))
        {
            Again += isTold ? 0 : 1;
            if (isTold)
                (found ??= []).Add(Pair("partner.same", Severity.Note, other, own, other.Name));
        }

        byName[exact] = own;
        last = draft;
        return found ?? [];
    }

    /// <summary>Who writes two kinds one below the other means two agreements; what was entered twice by mistake stands apart.</summary>
    private bool AreMeant(int earlier, Draft draft) => earlier == draft.Order - 1 && last is not null && AreOfTwoKinds(last.Facts, draft.Facts);

    private static bool AreOfTwoKinds(Facts one, Facts other) =>
        one.Kinds.Count > 0 && other.Kinds.Count > 0 && !one.Kinds.Any(k => other.Kinds.Any(o => k.Code is null ? Folding.Fold(k.Text) == Folding.Fold(o.Text) : k.Code == o.Code));

    private static Finding Pair(string code, Severity severity, Earlier one, Earlier other, string argument) =>
        new(code, severity, [one.Order, other.Order], "partner", [one.Name, other.Name, argument]) { Places = [.. one.Places, .. other.Places] };

    /// <summary>The days and months on which something began; a year alone is no event that two records could share.</summary>
    private static IEnumerable<string> Days(Draft draft) => draft.Facts.Events is [var only]
        ? IsShared(only) ? [only.On!.ToString()] : []
        : draft.Facts.Events.Where(IsShared).Select(e => e.On!.ToString()).Distinct();

    private static bool IsShared(Event act) => act.OpensPeriod && act.On!.Precision is EdtfPrecision.Day or EdtfPrecision.Month;

    private static (ulong Exact, ulong Spelt) KeysOf(string name, string? country)
    {
        var of = Hash64.Of(country);
        return (Hash64.Of(Folding.Fold(name), of), Hash64.Of(SpeltKey(name, country), of));
    }

    /// <summary>The name's key with its common words spelt right.</summary>
    private static string SpeltKey(string name, string? country)
    {
        var none = new HashSet<string>();
        return string.Join(' ', Names.Key(name).Split(' ').Select(w => NameWords.Check(w, country, none)?.Meant ?? w));
    }

    /// <summary>A record of which nothing else is kept. Where the places of its partner are cells of one line, they take twelve bytes.</summary>
    private readonly struct Earlier
    {
        private const int LettersOfAColumn = 3;

        private readonly IReadOnlyList<Place>? places;
        private readonly int line, row;
        private readonly short column, further;

        private Earlier(int order, string name, IReadOnlyList<Place> places) => (Order, Name, this.places) = (order, name, places);

        private Earlier(int order, string name, int line, int row, short column, short further) =>
            (Order, Name, this.line, this.row, this.column, this.further) = (order, name, line, row, column, further);

        public int Order { get; }

        public string Name { get; }

        public IReadOnlyList<Place> Places => places ?? (further == 0 ? [In(column)] : [In(column), In(further)]);

        public static Earlier Of(int order, Party party)
        {
            if (party.Places.Count is 1 or 2 && CellOf(party.Places[0]) is var (line, row, column) && CellOf(party.Places[^1]) is { } last && last.Line == line && last.Row == row)
                return new Earlier(order, party.Name, line, row, column, party.Places.Count == 1 ? (short)0 : last.Column);
            return new Earlier(order, party.Name, party.Places);
        }

        private static (int Line, int Row, short Column)? CellOf(Place place)
        {
            if (place is not { Page: null, Line: { } line, Column: null, Length: null, Cell: { Length: > 0 } cell, Box: null })
                return null;
            var (letters, column) = (0, 0);
            while (letters < cell.Length && letters < LettersOfAColumn && cell[letters] is >= 'A' and <= 'Z')
                column = (column * 26) + (cell[letters++] - 'A' + 1);
            return letters > 0 && int.TryParse(cell.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (line, row, (short)column) : null;
        }

        private Place In(int of)
        {
            var letters = "";
            for (var rest = of; rest > 0; rest = (rest - 1) / 26)
                letters = (char)('A' + ((rest - 1) % 26)) + letters;
            return new Place(Line: line, Cell: letters + row.ToString(CultureInfo.InvariantCulture));
        }
    }
}
