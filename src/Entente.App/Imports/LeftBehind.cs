using Entente.App.Agreements;
using Entente.App.Registers;
using Entente.Core;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Imports;

/// <summary>What an agreement goes on saying that only a list said which is taken back: a later list has the agreement, and no column for that.</summary>
internal static class LeftBehind
{
    /// <summary>Who an agreement is with is what it was known again by.</summary>
    private const string Partner = "partner";

    /// <param name="others">The editions that stand.</param>
    /// <param name="listed">Agreements that later lists have, with what the list read them as, and what they said before it.</param>
    public static async Task<IReadOnlyList<Restored>> OfAsync(OpenRegister open, IReadOnlyList<(Agreement Agreement, Facts Imported, Facts? Before)> listed, IReadOnlyList<Guid> others, CancellationToken stop)
    {
        var own = listed.Select(l => (l.Agreement, Fields: OwnFields(l.Agreement.Facts, l.Imported, l.Before))).Where(l => l.Fields.Count > 0).ToList();
        if (own.Count == 0)
            return [];
        var rows = await RowsAsync(open, own.Select(o => o.Agreement.Number).ToHashSet(), others, stop);
        return
        [
            .. own.Select(o => new Restored(o.Agreement, [.. o.Fields.Where(f => !IsPrinted(f.Field, o.Agreement.Facts, rows[o.Agreement.Number]))])).Where(r => r.Fields.Count > 0),
        ];
    }

    private static List<FieldDifference> OwnFields(Facts now, Facts imported, Facts? before)
    {
        var nothing = new Facts { Parties = [], Ends = new Ends(EndsBasis.Unstated) };
        return [.. FactTexts.Differences(before ?? nothing, now).Where(f => f.Field != Partner && f.New.Length > 0 && FactTexts.Of(f.Field, imported) == f.New && (f.Field != "end" || Ending.Stated(imported.Ends).Count > 0))];
    }

    /// <summary>What other lists print of each, and what they have columns or headings for.</summary>
    private static async Task<ILookup<string, (string Text, IReadOnlySet<string> Fields)>> RowsAsync(OpenRegister open, HashSet<string> numbers, IReadOnlyList<Guid> others, CancellationToken stop)
    {
        var rows = new List<(string Number, string Text, IReadOnlySet<string> Fields)>();
        foreach (var id in others)
        {
            var edition = await open.Db.Editions.AsNoTracking().SingleAsync(e => e.Id == id, stop);
            var headings = (await open.Db.EditionRows.AsNoTracking().Where(r => r.EditionId == id).ToListAsync(stop)).SelectMany(r => r.Pieces ?? []).Where(p => p.Role == PieceRole.Furniture);
            var fields = edition.Tables.SelectMany(t => t.Columns).Select(c => c.Field).Concat(headings.Select(h => h.Field)).OfType<string>().ToHashSet();
            await foreach (var row in open.Db.RowsOf(id).WithCancellation(stop))
            {
                if (row.Agreement is { } number && numbers.Contains(number))
                    rows.Add((number, SearchText.Plain(string.Join(' ', edition.Tables.Where(t => t.Id == row.Table).Select(t => t.Heading).Append(row.Text))), fields));
            }
        }

        return rows.ToLookup(r => r.Number, r => (r.Text, r.Fields));
    }

    /// <summary>A list that has a column for it, or headings over its rows, says something of it.</summary>
    private static bool IsPrinted(string field, Facts facts, IEnumerable<(string Text, IReadOnlySet<string> Fields)> rows)
    {
        var printed = Printed(field, facts).OfType<string>().Select(SearchText.Plain).Where(p => p.Length > 0).ToList();
        return printed.Count == 0 || rows.Any(r => Columns(field).Any(r.Fields.Contains) || printed.Exists(p => r.Text.Contains(p, StringComparison.Ordinal)));
    }

    private static string[] Columns(string field) => field switch
    {
        "start" => ["start", "renewed", "period"],
        "end" => ["end", "period"],
        _ => [field],
    };

    private static IEnumerable<string?> Printed(string field, Facts facts) => field switch
    {
        "unit" => facts.Parties.Select(p => p.Unit),
        "country" => facts.Parties.Select(p => p.CountryText),
        "place" => facts.Parties.Select(p => p.City),
        "kind" => facts.Kinds.Select(k => k.Text),
        "start" => facts.Events.Select(e => e.Text),
        "term" => [facts.Term.Text],
        "end" => [facts.Ends.Text],
        "other" => facts.Other.Select(o => o.Text),
        _ => [FactTexts.Of(field, facts)],
    };
}
