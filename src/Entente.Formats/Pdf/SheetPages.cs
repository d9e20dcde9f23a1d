namespace Entente.Formats.Pdf;

/// <summary>Pages of a sheet that is wider than its paper: the columns that stand on pages of their own are put beside the others again. Their rows stand at the same heights, their columns elsewhere.</summary>
internal static class SheetPages
{
    /// <summary>Between the columns of two pages.</summary>
    private const double Seam = 16;

    /// <summary>Sizes of the font: how near to the end of a page a text is that it cut.</summary>
    private const double AtEnd = 0.8;

    /// <summary>Points: how exactly cells begin or end at one place. What was cut does not.</summary>
    private const double SamePlace = 0.2;

    /// <param name="isSheet">A program for sheets made the document: then two lines are enough.</param>
    public static List<PdfPage> Joined(List<PdfPage> pages, HashSet<PdfWord> furniture, bool isSheet)
    {
        var found = pages.ConvertAll(p => new SheetPage(p, [.. p.Words.Where(w => !furniture.Contains(w))], isSheet));
        var joined = new List<PdfPage>();
        var taken = new HashSet<SheetPage>();
        int? apart = null;
        for (var i = 0; i < found.Count; i++)
        {
            if (taken.Contains(found[i]))
                continue;
            var group = GroupOf(found, i, apart, taken);
            // The next sheet has as many pages as it needs.
            if (group.Count == 1 && apart is not null)
                group = GroupOf(found, i, null, taken);
            apart = group.Count > 1 ? found.IndexOf(group[1]) - i : null;
            taken.UnionWith(group);
            var runsToTheLeft = group.Count > 1 && group[0].RunsToTheLeft;
            joined.Add(group.Skip(1).Aggregate(group[0], (whole, next) => new SheetPage(runsToTheLeft ? Beside(next, whole) with { Number = whole.Page.Number } : Beside(whole, next), isSheet)).Page);
        }

        return joined;
    }

    /// <summary>A page and those with the further columns of its rows.</summary>
    /// <param name="apart">How many pages they are apart, where that is known.</param>
    private static List<SheetPage> GroupOf(List<SheetPage> found, int first, int? apart, HashSet<SheetPage> taken)
    {
        var group = new List<SheetPage> { found[first] };
        for (var j = first + (apart ?? 1); j < found.Count; j += apart ?? 1)
        {
            if (!taken.Contains(found[j]) && found[j].IsBeside(group, isKnown: apart is not null))
            {
                apart ??= j - first;
                group.Add(found[j]);
            }
            else if (apart is not null)
            {
                break;
            }
        }

        return group;
    }

    private static PdfPage Beside(SheetPage left, SheetPage right)
    {
        var isDrawn = left.Page.Rulings.Any(r => !r.Lies) && right.Page.Rulings.Any(r => !r.Lies);
        var by = isDrawn ? left.Page.Rulings.Max(r => r.Lies ? r.To : r.At) - right.Page.Rulings.Min(r => r.Lies ? r.From : r.At) : left.Box.Right + Seam - right.Box.Left;
        var (one, other) = (left.Page, right.Page);
        var seam = by + Math.Min(right.Box.Left, isDrawn ? right.Page.Rulings.Min(r => r.Lies ? r.From : r.At) : double.MaxValue) - (isDrawn ? 1 : Seam / 2);
        return one with
        {
            Width = other.Width + by,
            Words = [.. Whole(left, right, by)],
            Rulings = [.. one.Rulings, .. other.Rulings.Select(r => r.Lies ? r with { From = r.From + by, To = r.To + by } : r with { At = r.At + by })],
            PlaceOf = box => box.Left < seam ? one.PlaceOf(box with { Right = Math.Min(box.Right, seam) }) : other.PlaceOf(Moved(box, -by)),
        };
    }

    /// <summary>A text that the end of a page cut goes on with the letter that was cut.</summary>
    private static IEnumerable<PdfWord> Whole(SheetPage left, SheetPage right, double by)
    {
        var ends = left.Words.Where(w => w.Box.Right > left.Box.Right - (AtEnd * w.Size) && !left.Words.Any(o => o != w && Math.Abs(o.Box.Right - w.Box.Right) < SamePlace)).ToList();
        var begins = new Dictionary<PdfWord, PdfWord>(ReferenceEqualityComparer.Instance);
        foreach (var word in right.Words.Where(w => !w.IsRightToLeft && w.Box.Left < right.Box.Left + (AtEnd * w.Size) && !right.Words.Any(o => o != w && Math.Abs(o.Box.Left - w.Box.Left) < SamePlace)))
        {
            if (ends.Find(e => SheetPage.AreLevel(e.Box, word.Box) && e.Size == word.Size && e.Text[^1] == word.Text[0] && char.IsLetter(word.Text[0])) is { } end)
                begins[end] = word;
        }

        var further = begins.Values.ToHashSet<PdfWord>(ReferenceEqualityComparer.Instance);
        return [
            .. left.Words.Select(w => begins.TryGetValue(w, out var end) ? w with { Text = w.Text + end.Text[1..], Box = w.Box with { Right = end.Box.Right + by } } : w),
            .. right.Words.Where(w => !further.Contains(w)).Select(w => w with { Box = Moved(w.Box, by) }),
        ];
    }

    private static Box Moved(Box box, double by) => box with { Left = box.Left + by, Right = box.Right + by };
}
