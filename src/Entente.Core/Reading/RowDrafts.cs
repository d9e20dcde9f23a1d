namespace Entente.Core.Reading;

/// <summary>Makes a draft of a row by itself.</summary>
internal sealed class RowDrafts(ListShape shape)
{
    private const int MostKept = 50_000;

    private readonly Memo<string, NameReading> names = new(text => Names.Read(text, shape.Rules.Kinds), MostKept);
    private readonly Memo<(string Name, string? Country), Finding?> spellings = new(name => RowFindings.Spelling(name.Name, name.Country, shape.FrequentWords), MostKept);

    /// <param name="findings">What is found about the row is added to them.</param>
    public Draft Of(Row row, int order, List<Finding> findings)
    {
        row = WithoutSigns(row);
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
        foreach (var found in own)
            findings.Add(found with { Records = [order] });
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

    /// <summary>Signs that are not seen stay in the source, and make nothing else of what is read.</summary>
    private static Row WithoutSigns(Row row) => row with
    {
        Partner = Seen(row.Partner),
        Unit = Seen(row.Unit),
        City = Seen(row.City),
        Title = Seen(row.Title),
        Reference = Seen(row.Reference),
        Subject = Seen(row.Subject),
        State = Seen(row.State),
        Remark = Seen(row.Remark),
        Note = Seen(row.Note),
        Other = row.Other.Any(o => TextSigns.AreIn(o.Text)) ? [.. row.Other.Select(o => o with { Text = TextSigns.Without(o.Text) })] : row.Other,
    };

    private static Cell? Seen(Cell? cell) => cell is null || TextSigns.Without(cell.Text) is var text && ReferenceEquals(text, cell.Text) ? cell : cell with { Text = text.Trim() };

    private static string? Joined(string? one, string? other) => one is null || other is null ? one ?? other : $"{one}; {other}";
}
