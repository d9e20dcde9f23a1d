using Entente.App.Agreements;
using Entente.Core;
using Entente.Edtf;

namespace Entente.Tests.App.Pages;

public class TimelineTests
{
    private static readonly Day On = new(2026, 11, 24);
    private static readonly Term FiveYears = new() { Text = "5 year", Length = new Length(5) };

    [Fact]
    public void A_period_that_is_only_assumed_and_the_time_that_nothing_covers_are_told_apart()
    {
        var line = Of(Facts(FiveYears, new Ends(EndsBasis.Computed) { On = Date("2025-07-23") }, Act.Signed, "2008-09-22", Act.Renewed, "2020-07-23"));
        Said(line).ShouldBe(["0 2008-09-22 2013-09-22 Assumed", "0 2013-09-22 2020-07-23 Gap", "1 2020-07-23 2025-07-23 Known"]);
        line.Standings.Select(s => $"{s.From} {s.To} {s.Kind}").ShouldBe(
            [" 2008-09-21 NotBegun", "2008-09-22 2013-09-22 InForceUntil", "2013-09-23 2020-07-22 CannotTell", "2020-07-23 2025-07-23 InForceUntil", "2025-07-24  Ended"]);
    }

    [Fact]
    public void Each_kind_of_end_has_its_own_look()
    {
        Said(Signed(new Term { Open = OpenTerm.LongTerm }, new Ends(EndsBasis.Open))).ShouldBe(["0 2020  Open"]);
        Said(Signed(Term.Unstated, new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell })).ShouldBe(["0 2020  Unknown"]);
        Said(Signed(FiveYears, new Ends(EndsBasis.Computed) { On = Date("2025"), Latest = Date("2030") })).ShouldBe(["0 2020 2025 Known", "0 2025 2030 Possible"]);
        Said(Signed(FiveYears with { Renews = Renews.Automatic }, new Ends(EndsBasis.Computed) { On = Date("2025") })).ShouldBe(["0 2020 2025 Known", "0 2025  Assumed"]);
        Said(Signed(FiveYears, new Ends(EndsBasis.Conflict) { On = Date("2025"), Candidates = [Date("2025"), Date("2023-06")] })).ShouldBe(["0 2020 2023-06 Either", "0 2023-06 2025 Conflict"]);
    }

    [Fact]
    public void Every_date_and_the_day_lie_well_inside_the_line()
    {
        var line = Signed(FiveYears, new Ends(EndsBasis.Computed) { On = Date("2025") });
        line.First.ShouldBeLessThan(new Day(2020, 1, 1));
        line.Last.ShouldBeGreaterThan(On);
    }

    [Fact]
    public void A_line_without_any_date_is_still_a_line()
    {
        var line = Of(Facts(Term.Unstated, new Ends(EndsBasis.Unstated) { Why = NoEnd.EmptyCell }));
        line.Rows.ShouldBe(0);
        TimelineSvg.Draw(line, TimelineSvg.Wide).Name.LocalName.ShouldBe("svg");
    }

    [Fact]
    public void A_drawing_says_what_it_shows_and_brings_no_look_of_its_own()
    {
        var drawn = TimelineSvg.Draw(Signed(FiveYears, new Ends(EndsBasis.Computed) { On = Date("2025") }), TimelineSvg.Narrow).ToString();
        drawn.ShouldContain("<title id=\"title-narrow\">");
        drawn.ShouldContain("signed 2020");
        drawn.ShouldContain("24 Nov 2026");
        drawn.ShouldNotContain("style=");
        drawn.ShouldNotContain("NaN");
    }

    [Theory]
    [InlineData(760, "2020-01-01", "2020-02-01", "2024-01-01")]
    [InlineData(760, "2023-06-18", "2023-06-26", "2023-06-27")]
    [InlineData(320, "2018-11", "2023-04", "2023-06-01")]
    [InlineData(320, "2023-06-18", "2023-06-26", "2026-11-20")]
    public void Neither_labels_nor_stems_nor_marks_touch(double width, string signed, string renewed, string extended)
    {
        var line = Of(Facts(FiveYears, new Ends(EndsBasis.Computed) { On = Date("2028") }, Act.Signed, signed, Act.Renewed, renewed, Act.Extended, extended));
        var scale = new TimelineScale(line.First, line.Last, width);
        var labels = TimelineLabels.Place(line, scale);
        var marks = TimelineLabels.Marks(line, scale);
        labels.ShouldAllBe(l => l.From >= 0 && l.To <= width);
        foreach (var (one, i) in labels.Select((l, i) => (l, i)))
        {
            foreach (var (other, j) in labels.Select((l, j) => (l, j)).Where(o => o.j != i))
            {
                (one.Row == other.Row && one.From < other.To && other.From < one.To).ShouldBeFalse($"{one} {other}");
                (one.Row > other.Row && other.IsOver(one.X)).ShouldBeFalse($"{one} {other}");
                (marks[i] == marks[j] && Math.Abs(one.X - other.X) < 10).ShouldBeFalse($"{one} {other}");
            }
        }
    }

    [Theory]
    [InlineData("2020-01-01", "2021-06-01", "2021")]
    [InlineData("2000-05-01", "2026-11-24", "2005 2010 2015 2020 2025")]
    [InlineData("1890-01-01", "2026-11-24", "1900 1920 1940 1960 1980 2000 2020")]
    public void There_are_as_many_years_as_can_be_read(string first, string last, string years)
    {
        Day.TryParse(first, out var from).ShouldBeTrue();
        Day.TryParse(last, out var to).ShouldBeTrue();
        string.Join(' ', new TimelineScale(from, to, 760).Years()).ShouldBe(years);
    }

    private static IEnumerable<string> Said(Timeline line) => line.Stretches.Select(s => $"{s.Row} {s.Begin} {s.End} {s.Basis}");

    private static Timeline Signed(Term term, Ends ends) => Of(Facts(term, ends, Act.Signed, "2020"));

    private static Timeline Of(Facts facts) => Timeline.Of(facts, CountingRule.SameDay, On);

    private static Facts Facts(Term term, Ends ends, params object[] acts) => new()
    {
        Parties = [new Party("A")],
        Term = term,
        Ends = ends,
        Events = [.. acts.Chunk(2).Select(a => new Event((Act)a[0], Date((string)a[1]), null, (string)a[1]))],
    };

    private static EdtfDate Date(string text) => EdtfDate.TryParse(text, out var date) ? date : throw new InvalidOperationException(text);
}
