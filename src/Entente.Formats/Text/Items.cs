using Entente.Core;
using Entente.Core.Reading;
using Entente.Formats.Tables;

namespace Entente.Formats.Text;

/// <summary>Agreements as items of a list, each in running text, under headings that say of a country or a kind, or under their partner.</summary>
internal sealed class Items
{
    private const int FewestItems = 3, LongestLabel = 6, LongestSubject = 14, NearKind = 5;

    /// <summary>What a partner does in a sentence that it is the subject of.</summary>
    private static readonly Lazy<PhraseBook> Verbs = new(() => PhraseBook.Of("verb"));

    private static readonly string[] Ends = [". ", "\u3000", " – ", " — ", " - ", ": ", "; "];

    private readonly Contents contents;
    private readonly List<Item> items = [];
    private readonly List<TextLine> lines = [];
    private readonly List<Above> over = [];

    private readonly Kinds kinds;
    private readonly HashSet<int> taken = [];
    private IReadOnlyList<TextLine> all = [];

    private Items(Kinds kinds) => (this.kinds, contents) = (kinds, new Contents(kinds));

    /// <summary>Lines of the document that are of none of them, and whether each stands right below one.</summary>
    public IReadOnlyList<(TextLine Line, bool IsBelow)> Around => [.. all.Index().Where(l => !taken.Contains(l.Index)).Select(l => (l.Item, IsBelow: taken.Contains(l.Index - 1)))];

    /// <summary>One for each item: its text, without the name that is set off in it.</summary>
    public IReadOnlyList<TextLine> Lines => lines;

    /// <summary>What stands over each item.</summary>
    public IReadOnlyList<Above> Over => over;

    /// <param name="Group">Items with no heading between them.</param>
    /// <param name="Of">The lines that it is made of.</param>
    private sealed record Item(TextLine Line, Above Above, int Group, IReadOnlyList<int> Of);

    /// <summary>Null when too few lines are items that say something of an agreement.</summary>
    public static Items? Read(IReadOnlyList<TextLine> lines, Kinds kinds)
    {
        // Most texts have none, and to look through their headings takes time.
        if (lines.Count(l => l.Item > 0) < FewestItems)
            return null;
        var reader = new Items(kinds);
        reader.Collect(lines);
        reader.Tell(0, reader.items.Count, Above.Nothing);
        reader.PartCountries();
        return reader.lines.Count(l => reader.Speaks(l.Text)) >= FewestItems ? reader : null;
    }

    /// <summary>Where nearly every name begins with a country and no blank behind it, that is no part of the name.</summary>
    private void PartCountries()
    {
        var named = over.Where(o => o is { Partner: not null, Country: null }).ToList();
        if (named.Count < FewestItems || named.Count(o => NameCountries.Before(o.Partner!.Text) is not null) * 10 < named.Count * 8)
            return;
        for (var i = 0; i < over.Count; i++)
        {
            if (over[i] is { Partner: { } partner, Country: null } && NameCountries.Before(partner.Text) is var (country, printed, name))
                over[i] = over[i] with { Partner = partner with { Text = name }, Country = new CountryCell(partner with { Text = printed }, country) };
        }
    }

    /// <summary>Paragraphs of running text that tell of an agreement each, as items; the others are left out.</summary>
    public static List<TextLine> Told(IEnumerable<TextLine> paragraphs, Kinds kinds)
    {
        var reader = new Items(kinds);
        return [.. paragraphs.Where(p => reader.contents.Of(p.Text) is { Whens.HasDate: true, HasInstitution: true } content && (reader.contents.KindWithin(content.Text) || NamesWith(p, kinds)))
            .Select(p => p with { Item = 1, GoesOn = false })];
    }

    /// <summary>Each says in words with whom the agreement is, which no row of a table does.</summary>
    public static bool AreSentences(IReadOnlyList<TextLine> told, Kinds kinds) => told.Count >= FewestItems && told.All(t => NamesWith(t, kinds));

    private static bool NamesWith(TextLine paragraph, Kinds kinds) => Names.Within(TokenRun.Of(paragraph.Text), kinds) is not null;

    private void Collect(IReadOnlyList<TextLine> from)
    {
        all = from;
        var above = Above.Nothing;
        var group = 0;
        foreach (var (at, line) in from.Index())
        {
            if (line.Item == 0)
            {
                above = Under(above, line);
                group++;
            }
            else if (line.GoesOn && items.Count > 0)
            {
                items[^1] = items[^1] with { Line = items[^1].Line.With(line), Of = [.. items[^1].Of, at] };
            }
            else
            {
                items.Add(new Item(line, above, group, [at]));
            }
        }
    }

    private Above Under(Above above, TextLine line)
    {
        var content = contents.Of(line.Text.Trim(' ', ':', '：', '*', '【', '】', '[', ']', '■', '●', '\u3000'));
        return content.IsLong || content.Text.Length == 0 ? above : above.Under(content, line.Place, kinds);
    }

    /// <summary>Items of one depth; what stands deeper below one is a part of it, or is about it.</summary>
    private void Tell(int from, int to, Above above)
    {
        for (var i = from; i < to;)
        {
            var end = i + 1;
            while (end < to && items[end].Line.Item > items[i].Line.Item)
                end++;
            if (end == i + 1)
                Leaf(items[i], above);
            else
                Parent(i, end, above);
            i = end;
        }
    }

    private void Parent(int at, int end, Above above)
    {
        var (line, content) = (items[at].Line, contents.Of(items[at].Line.Text));
        var children = items.GetRange(at + 1, end - at - 1);
        // Labels further below are of what stands between.
        var next = children.Min(c => c.Line.Item);
        if (content.Whens.HasDate || children.Exists(c => c.Line.Item == next && IsLabelled(c.Line.Text)))
            Leaf(items[at] with { Line = line with { Text = string.Join("; ", children.Select(c => c.Line.Text).Prepend(line.Text)) }, Of = [.. items[at].Of, .. children.SelectMany(c => c.Of)] }, above);
        else if (content.CountryOver is not null || content.Kinds.Count > 0)
            Tell(at + 1, end, above.Under(content, line.Place, kinds));
        else if (children.TrueForAll(c => Speaks(c.Line.Text)))
            Tell(at + 1, end, above with { Partner = new Cell(content.Text.TrimEnd(':', '.', ' '), [line.Place]) });
        else
            Tell(at + 1, end, above);
    }

    private bool IsLabelled(string text) =>
        text.IndexOfAny([':', '：']) is > 0 and var colon && !text[..colon].Contains(". ", StringComparison.Ordinal) && TokenRun.Of(text[..colon]).Count <= LongestLabel
        && contents.HeadOf(text[..colon]) is [{ Score: >= 0.6 }, ..];

    /// <summary>An item that says nothing of dates and kinds is an agreement only beside others that do.</summary>
    private void Leaf(Item item, Above above)
    {
        var text = item.Line.Text;
        if (IsLabelled(text) || (above.Partner is null && item.Line.Name is null && IsNameless(text)))
            return;
        if (!Speaks(text) && !((contents.Of(text).HasInstitution || item.Line.Name is not null) && StandsBesideAgreements(item)))
            return;
        var all = above with { Country = above.Country ?? item.Above.Country, Kind = above.Kind ?? item.Above.Kind };
        if (item.Line.Number is { } number)
            all = all with { Number = new Cell(number, [item.Line.Place]) };
        if ((item.Line.Name ?? HeadOf(text) ?? SubjectOf(text)) is { } name && name.Length < text.Length && text.StartsWith(name, StringComparison.Ordinal) && text[name.Length..].Trim(' ', ',', '.', ':', ';', '–', '—', '-') is { Length: > 0 } rest)
            (all, text) = Named(all, name.Trim(' ', ',', '.', ':', ';', '–', '—', '-'), rest, item.Line);
        else if (all.Partner is null && Names.Within(contents.Of(text).Run, kinds) is var (printed, with, country) && text.IndexOf(printed, StringComparison.Ordinal) is >= 0 and var at)
            (all, text) = (all with { Partner = new Cell(country is null ? with : $"{with} ({country})", [item.Line.Place]) }, text.Remove(at, printed.Length));
        taken.UnionWith(item.Of);
        lines.Add(item.Line with { Text = text });
        over.Add(all);
    }

    private bool StandsBesideAgreements(Item item) =>
        items.Where(i => i.Group == item.Group && i.Line.Item == item.Line.Item).ToList() is var beside && beside.Count(i => Speaks(i.Line.Text)) * 2 > beside.Count;

    /// <summary>The name that an item begins with, up to the end of its sentence, a dash or a colon.</summary>
    private string? HeadOf(string text)
    {
        var end = Ends.Select(e => text.IndexOf(e, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return end > 0 && contents.Of(text[..end]) is { IsLong: false, Whens.Items.Count: 0 } head && (head.HasInstitution || NameCountries.Split(head.Text).Country is not null) && !contents.KindWithin(head.Text) ? text[..end] : null;
    }

    /// <summary>The name before a verb: "Parma University signed an agreement", "has with us an agreement".</summary>
    private string? SubjectOf(string text)
    {
        var run = contents.Of(text).Run;
        for (var at = 2; at < Math.Min(run.Count, LongestSubject); at++)
        {
            if (Verbs.Value.LongestAt(run.Keys, at) is not { End: > 0 and var end } || !IsKindNear(run, end))
                continue;
            var name = run.Text(0, at);
            return contents.Of(name) is { HasInstitution: true, Whens.Items.Count: 0 } && !contents.KindWithin(name) ? name : null;
        }

        return null;
    }

    private bool IsKindNear(TokenRun run, int from)
    {
        var found = new List<(int End, string Code)>();
        for (var at = from; at < Math.Min(run.Count, from + NearKind) && found.Count == 0; at++)
            kinds.MatchesAt(run, at, found);
        return found.Count > 0;
    }

    /// <summary>What is set off at an item's begin is its partner, or its country.</summary>
    private (Above Above, string Text) Named(Above above, string name, string rest, TextLine line)
    {
        var content = contents.Of(name);
        Cell cell = new(name, [line.Place]);
        if (content.Countries is [var country])
            return (above with { Country = new CountryCell(cell, country) }, rest);
        return above.Partner is null && content.IsName && content.Kinds.Count == 0 && !content.Whens.HasDate && contents.HeadOf(name) is not [{ Score: >= 0.6 }, ..]
            ? (above with { Partner = cell }, rest) : (above, line.Text);
    }

    /// <summary>A kind and a date, and nothing beside them.</summary>
    private bool IsNameless(string text) => contents.Of(text) is { HasInstitution: false } content && content.Whens.Unread <= 1;

    /// <summary>It says a date, a term or a kind.</summary>
    private bool Speaks(string text)
    {
        var content = contents.Of(text);
        return content.Whens.HasDate || content.Whens.HasTerm || (content.Run.Count > 2 && contents.KindWithin(content.Text));
    }
}
