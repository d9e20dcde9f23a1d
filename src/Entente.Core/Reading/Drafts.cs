using Entente.Edtf;

namespace Entente.Core.Reading;

/// <summary>The records of a list and what a person should know of them.</summary>
public sealed record ListReading(IReadOnlyList<Draft> Drafts, IReadOnlyList<Finding> Findings, EdtfDate? ListedOn, ListedOnBasis? ListedOnBasis);

/// <summary>Rows become drafts: each by itself first, then all of them beside each other.</summary>
public static class Drafts
{
    /// <param name="rows">Gone through once.</param>
    public static ListReading From(IEnumerable<Row> rows, ListShape shape)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(shape);
        var names = new Memo<string, NameReading>(text => Names.Read(text, shape.Rules.Kinds));
        var spellings = new Memo<(string, string?), Finding?>(name => RowFindings.Spelling(name.Item1, name.Item2, shape.FrequentWords));
        var findings = new List<Finding>();
        var drafts = new List<Draft>();
        foreach (var row in rows)
            drafts.Add(One(row, drafts.Count + 1, shape, names, spellings, findings));
        var (listedOn, basis) = shape.StatedOn is { } stated ? (stated, Core.ListedOnBasis.Stated)
            : shape.GivenOn is { } given ? (given, Core.ListedOnBasis.Given)
            : LatestSigning(drafts);
        drafts = [.. drafts.Select(d => d with { Facts = d.Facts with { ListedOn = listedOn } })];
        findings.AddRange(ListFindings.Of(drafts, listedOn, shape.Rules.Counting));
        findings.AddRange(OwnSides(drafts));
        return Numbered(drafts, findings, listedOn, basis);
    }

    private static Draft One(Row row, int order, ListShape shape, Memo<string, NameReading> names, Memo<(string Name, string? Country), Finding?> spellings, List<Finding> findings)
    {
        if (row is { Number: null, Partner: { } counted } && Names.NumberBefore(counted.Text) is var (number, rest))
            row = row with { Number = counted with { Text = number }, Partner = counted with { Text = rest } };
        var side = shape.Rules.Own.Other(row.Partner?.Text ?? "");
        var name = names.Of(Names.WithoutMark(side.Partner));
        if (name.Several.Count == 0)
        {
            (row, var alone) = PartyNames.WithCountryOfName(row, Names.WithoutMark(side.Partner));
            name = names.Of(Names.WithoutMark(alone));
        }

        if (name.Kind is { } kind && row.Kinds.Count == 0)
            row = row with { Kinds = [kind with { Places = row.Partner!.Places }] };
        var columns = row.Columns ?? shape.Columns;
        var whens = Whens.Read(row.Whens, row.Kinds.Count, columns, shape.Rules.Counting);
        // What is only being signed has no date yet.
        var hasDate = columns.HasStart && (row.State is null ? whens.State : row.StateRead) != PrintedState.Negotiation;
        var own = RowFindings.Of(row, name, shape, spellings).Concat(whens.Findings.Where(f => hasDate || f.Code is not ("record.no-date" or "record.no-date-no-term"))).Concat(row.Findings).ToList();
        if (side.IsOnlyOwn)
            own.Add(new Finding("partner.only-own", Severity.Note, [], "partner", [side.Partner]) { Places = row.Partner!.Places });
        if (row.Kinds.Count > 1 && !own.Exists(f => f.Code == "dates.one-per-kind"))
            own.Add(new Finding("kinds.two", Severity.Note, [], "kind", [string.Join(", ", row.Kinds.Select(k => k.Text))]) { Places = [.. row.Kinds.SelectMany(k => k.Places)] });
        findings.AddRange(own.Select(f => f with { Records = [order] }));
        var facts = new Facts
        {
            Number = row.Number?.Text.TrimEnd('.', ')'),
            Title = name.Trouble == NameTrouble.NoPartner ? name.Name : row.Title?.Text,
            Reference = row.Reference?.Text,
            Parties = PartyNames.Of(row, name, side),
            Kinds = row.Kinds,
            Events = whens.Events,
            Term = whens.Term,
            Ends = whens.Ends,
            State = row.State is null ? whens.State : row.StateRead,
            StateText = row.State?.Text ?? whens.StateText,
            Subject = row.Subject?.Text,
            Note = Joined(row.Remark?.Text, row.Note?.Text),
            Other = row.Other,
        };
        return new Draft(order, row.Table, facts, row.Text) { Places = row.Places };
    }

    private static string? Joined(string? one, string? other) => one is null || other is null ? one ?? other : $"{one}; {other}";

    /// <summary>One note for the whole list: a list that names both parties names them in each row.</summary>
    private static IEnumerable<Finding> OwnSides(List<Draft> drafts)
    {
        var both = drafts.Where(d => d.Facts.Parties[0].Text is not null).ToList();
        if (both.Count > 0)
            yield return new Finding("partner.own-side", Severity.Note, [], "partner", [$"{both.Count}", both[0].Facts.Parties[0].Text!]) { Places = both[0].Facts.Parties[0].Places };
    }

    /// <summary>Words that several names of the list share.</summary>
    public static IReadOnlySet<string> FrequentWords(IEnumerable<Row> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var keys = new Memo<string, IReadOnlyList<string>>(PhraseBook.Keys);
        var once = new HashSet<string>();
        var frequent = new HashSet<string>();
        foreach (var row in rows)
        {
            foreach (var key in keys.Of(row.Partner?.Text ?? "").Distinct())
            {
                if (!once.Add(key))
                    frequent.Add(key);
            }
        }

        return frequent;
    }

    private static (EdtfDate?, ListedOnBasis?) LatestSigning(List<Draft> drafts)
    {
        var latest = drafts.SelectMany(d => d.Facts.Events).Where(e => e.OpensPeriod).Select(e => e.On!).MaxBy(on => on.Earliest);
        return latest is null ? (null, null) : (latest, Core.ListedOnBasis.LatestSigning);
    }

    private static ListReading Numbered(List<Draft> drafts, List<Finding> findings, EdtfDate? listedOn, ListedOnBasis? basis)
    {
        var numbered = findings
            .OrderBy(f => f.Severity).ThenBy(f => f.Records.Count == 0 ? 0 : f.Records[0]).ThenBy(f => f.Code, StringComparer.Ordinal)
            .Select((f, i) => f with { Id = $"f{i + 1}" }).ToList();
        var byRecord = numbered.SelectMany(f => f.Records.Select(r => (Record: r, f.Id))).ToLookup(f => f.Record, f => f.Id);
        return new ListReading([.. drafts.Select(d => d with { Findings = [.. byRecord[d.Order]] })], numbered, listedOn, basis);
    }
}
