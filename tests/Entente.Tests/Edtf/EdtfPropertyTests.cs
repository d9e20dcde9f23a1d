using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Entente.Edtf;

namespace Entente.Tests.Edtf;

public class EdtfPropertyTests
{
    private const string Alphabet = "0123456789X-/.?~%YESTZ:+[]{}, \0é١";

    private static readonly Gen<string> Mark = Gen.OneOf("", "", "", "?", "~", "%");

    private static readonly Gen<string> Year = Gen.Select(
        Gen.OneOf("", "", "", "-"), Gen.Int[0, 9999], Gen.OneOf(4, 4, 4, 3, 2, 1, 0),
        static (sign, year, kept) => sign + Digits(year, 4)[..kept].PadRight(4, 'X'));

    private static readonly Gen<string> Part = Gen.Select(
        Gen.Int[0, 42], Gen.OneOf("dd", "dd", "dd", "dX", "Xd", "XX"),
        static (number, shape) => Masked(Digits(number, 2), shape));

    private static readonly Gen<string> Calendar = Gen.Select(
        Gen.Select(Mark, Year, Mark), Gen.Select(Mark, Part, Mark), Gen.Select(Mark, Part, Mark), Gen.Int[1, 3],
        static (year, month, day, parts) => Join(year) + (parts > 1 ? "-" + Join(month) : "") + (parts > 2 ? "-" + Join(day) : ""));

    private static readonly Gen<string> LongYear = Gen.Select(
        Gen.OneOf("Y", "Y-"), Gen.Long[10_000, 99_999_999_999], Gen.OneOf("", "E1", "E5"), Gen.OneOf("", "S1", "S3", "S20"),
        Mark, static (prefix, year, exponent, significant, mark)
            => prefix + year.ToString(CultureInfo.InvariantCulture) + exponent + significant + mark);

    private static readonly Gen<string> Single = Gen.Frequency(
        (8, Calendar), (1, LongYear), (1, Gen.Select(Year, Gen.Int[1, 5], static (year, digits) => $"{year}S{digits}")));

    private static readonly Gen<string> Member = Gen.Frequency(
        (3, Single), (1, Gen.Select(Single, Single, static (first, last) => $"{first}..{last}")));

    private static readonly Gen<string> Likely = Gen.Frequency(
        (4, Single),
        (1, Gen.Select(Calendar, Gen.Int[0, 29], static (date, hour) => $"{date}T{Digits(hour, 2)}:30:00+{Digits(hour, 2)}:15")),
        (2, Gen.Select(Gen.Frequency((1, Gen.Const("")), (1, Gen.Const("..")), (6, Single)),
            Gen.Frequency((1, Gen.Const("")), (1, Gen.Const("..")), (6, Single)), static (start, end) => $"{start}/{end}")),
        (2, Gen.Select(Gen.OneOf("[]", "{}"), Member.List[1, 4], static (brackets, members)
            => brackets[0] + string.Join(',', members) + brackets[1])));

    private static readonly Gen<EdtfValue> Value = Likely
        .Select(static text => EdtfValue.Parse(text).Value)
        .Where(static value => value is not null)
        .Select(static value => value!);

    private static readonly Gen<string> Mutated = Gen.Select(
        Likely, Gen.Select(Gen.Int[0, 40], Gen.Int[0, Alphabet.Length - 1], Gen.Int[0, 2]).List[0, 4],
        static (text, changes) => changes.Aggregate(text, Change));

    [Fact]
    public void Every_value_prints_and_reads_back() => Value.Sample(value =>
    {
        var back = EdtfValue.Parse(value.ToString()).Value;
        return value.Equals(back) && back!.ToString() == value.ToString() && back.GetHashCode() == value.GetHashCode()
            && back.Level <= value.Level && back.Earliest == value.Earliest && back.Latest == value.Latest;
    });

    [Fact]
    public void Values_are_equal_exactly_when_they_print_alike() => Gen.Select(Value, Value).Sample((a, b) =>
        a.Equals(b) == (a.ToString() == b.ToString()));

    [Fact]
    public void The_earliest_day_is_not_after_the_latest() => Value.Sample(value =>
        value.Earliest is not { } earliest || value.Latest is not { } latest || earliest <= latest);

    [Fact]
    public void The_bounds_of_a_date_have_its_specified_parts() => Calendar.Sample(text =>
    {
        if (!EdtfDate.TryParse(text, out var date) || date.Season is not null)
            return true;
        return Fits(date.Earliest) && Fits(date.Latest);

        bool Fits(Day day) => (date.Year ?? day.Year) == day.Year && (date.Month ?? day.Month) == day.Month
            && (date.DayOfMonth ?? day.DayOfMonth) == day.DayOfMonth;
    });

    [Fact]
    public void Before_and_after_are_each_other_turned_round() => Gen.Select(Value, Value).Sample((a, b) =>
    {
        var isConsistent = a.IsBefore(b) == b.IsAfter(a) && a.Overlaps(b) == b.Overlaps(a);
        var isExclusive = a.IsBefore(b) != Answer.Yes || (b.IsBefore(a) == Answer.No && a.Overlaps(b) != Answer.Yes);
        return isConsistent && isExclusive;
    });

    [Fact]
    public void A_narrower_date_never_takes_back_a_certain_answer()
        => Gen.Select(Gen.Int[1990, 2010], Gen.Int[1, 12], Gen.Int[1, 28], Value).Sample((year, month, day, other) =>
        {
            EdtfDate coarse = EdtfDate.Of(year, month), fine = EdtfDate.Of(year, month, day);
            return Keeps(coarse.IsBefore(other), fine.IsBefore(other)) && Keeps(coarse.IsAfter(other), fine.IsAfter(other))
                && Keeps(coarse.Overlaps(other), fine.Overlaps(other));

            static bool Keeps(Answer before, Answer after) => before == Answer.Maybe || before == after;
        });

    [Fact]
    public void Plain_dates_are_read_as_they_are_built()
        => Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 12], Gen.Int[1, 31]).Sample((year, month, day) =>
        {
            var text = $"{Digits(year, 4)}-{Digits(month, 2)}-{Digits(day, 2)}";
            var exists = Day.TryCreate(year, month, day, out var number);
            return EdtfDate.TryParse(text, out var date) == exists
                && (!exists || (date!.Equals(EdtfDate.Of(number)) && date.Earliest == number && EdtfDate.Of(number).Text == text));
        });

    [Fact]
    public void Any_text_is_a_value_or_a_reason_with_a_place()
        => Gen.OneOf(Mutated, Gen.String, Gen.String[Gen.Char[Alphabet], 0, 40]).Sample(text =>
        {
            var parse = EdtfValue.Parse(text);
            if (parse.Value is null)
                return parse.Reason is not null && parse.Position >= 0 && parse.Position <= text.Length;
            return parse.Reason is null && parse.Value.Text == text && parse.Value.Humanise().Length > 0;
        }, iter: 20_000);

    [Theory]
    [InlineData("1", "", "")]
    [InlineData("-", "", "")]
    [InlineData("X", "", "")]
    [InlineData("/", "", "")]
    [InlineData(".", "", "")]
    [InlineData("9", "Y", "")]
    [InlineData("0", "Y1E", "")]
    [InlineData("1", "1985S", "")]
    [InlineData("?", "1985", "")]
    [InlineData(",", "[", "]")]
    [InlineData("1985,", "[", "1985]")]
    [InlineData("XXXX-02-29,", "{", "1985}")]
    [InlineData("1985..1986,", "{", "1985}")]
    [InlineData("[", "", "]")]
    public void A_very_long_text_is_read_in_linear_time(string unit, string before, string after)
    {
        var text = before + string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length)) + after;
        var watch = Stopwatch.StartNew();
        var parse = EdtfValue.Parse(text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (parse.Value is null).ShouldBe(parse.Reason is not null);
    }

    private static string Change(string text, (int Place, int Letter, int Kind) change)
    {
        var place = Math.Min(change.Place, text.Length);
        var letter = Alphabet[change.Letter].ToString();
        return change.Kind switch
        {
            0 => text.Insert(place, letter),
            1 when place < text.Length => text.Remove(place, 1),
            _ when place < text.Length => text[..place] + letter + text[(place + 1)..],
            _ => text,
        };
    }

    private static string Join((string Before, string Digits, string After) part) => part.Before + part.Digits + part.After;

    private static string Digits(int number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');

    private static string Masked(string digits, string shape) => string.Concat(shape.Select((c, i) => c == 'X' ? 'X' : digits[i]));
}
