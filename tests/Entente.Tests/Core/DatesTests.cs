using Entente.Core.Reading;

namespace Entente.Tests.Core;

public class DatesTests
{
    [Theory]
    [InlineData("2022.11.08", "2022-11-08")]
    [InlineData("2002.1.22", "2002-01-22")]
    [InlineData("2023.08.24.", "2023-08-24")]
    [InlineData("2022-11-08", "2022-11-08")]
    [InlineData("2022/11/8", "2022-11-08")]
    [InlineData("2022-11-08T00:00:00", "2022-11-08")]
    [InlineData("2022-11-08 00:00:00", "2022-11-08")]
    [InlineData("2023.03", "2023-03")]
    [InlineData("2023.05.", "2023-05")]
    [InlineData("2023.05 сар", "2023-05")]
    [InlineData("2023-05", "2023-05")]
    [InlineData("2004,", "2004")]
    [InlineData("1997", "1997")]
    [InlineData("2019 он", "2019")]
    [InlineData("2022 оны 5 сарын 12", "2022-05-12")]
    [InlineData("2022 оны 5 сарын 12-ны өдөр", "2022-05-12")]
    [InlineData("2022年5月12日", "2022-05-12")]
    [InlineData("2022년 5월", "2022-05")]
    [InlineData("20/04/2023", "2023-04-20")]
    [InlineData("04/20/2023", "2023-04-20")]
    [InlineData("03/2023", "2023-03")]
    [InlineData("8 November 2022", "2022-11-08")]
    [InlineData("8th of Nov. 2022", "2022-11-08")]
    [InlineData("Nov 8, 2022", "2022-11-08")]
    [InlineData("November 2022", "2022-11")]
    [InlineData("8-Nov-2022", "2022-11-08")]
    [InlineData("12 мая 2011", "2011-05-12")]
    // A season behind its year; an academic year of the Republic; the second year of two figures behind a point.
    [InlineData("Spring 2023", "2023-21")]
    [InlineData("2023 оны хавар", "2023-21")]
    [InlineData("2022. őszi félév", "2022-23")]
    [InlineData("2023年春", "2023-21")]
    [InlineData("112學年度", "2023")]
    [InlineData("2027./28.", "2027")]
    // A slip of the hand in the mark of a month, and in a month of a script without blanks.
    [InlineData("2022 оны 6 дугаар срын 20", "2022-06-20")]
    [InlineData("9 พฤศจิกาายน 2565", "2022-11-09")]
    [InlineData("2024 жылғы 20 қарашадағы", "2024-11-20")]
    // Marks and digits of EDTF.
    [InlineData("2019~", "2019~")]
    [InlineData("2019?", "2019?")]
    [InlineData("2019.05%", "2019-05%")]
    [InlineData("12.05.2019?", "2019-05-12?")]
    [InlineData("Spring 2023~", "2023-21~")]
    [InlineData("201X", "201X")]
    [InlineData("2019-XX-15", "2019-XX-15")]
    public void A_date_is_read_at_its_printed_precision(string text, string expected)
    {
        var reading = Dates.Parse(text);
        reading.Value?.ToString().ShouldBe(expected, reading.Reason);
        reading.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("2007-11-00", "date.impossible")]
    [InlineData("2001.02.29", "date.impossible")]
    [InlineData("2023.13.01", "date.impossible")]
    [InlineData("2023.04.31", "date.impossible")]
    [InlineData("31/31/2020", "date.impossible")]
    [InlineData("1066.10.14", "date.year-range")]
    [InlineData("3022.11.08", "date.year-range")]
    [InlineData("12345", "date.not-read")]
    [InlineData("soon", "date.not-read")]
    [InlineData("", "date.not-read")]
    [InlineData("5", "date.not-read")]
    [InlineData("2019?0", "date.not-read")]
    [InlineData("XXXX", "date.not-read")]
    [InlineData("2019-XXX", "date.not-read")]
    [InlineData("2022.11.08 and more", "date.not-read")]
    public void What_cannot_be_a_date_keeps_its_text_and_says_why(string text, string reason)
    {
        var reading = Dates.Parse(text);
        reading.Value.ShouldBeNull();
        reading.Reason.ShouldBe(reason);
        reading.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("05/04/2023", DayOrder.Unknown, "2023-04-05", "date.day-month")]
    [InlineData("05/04/2023", DayOrder.DayFirst, "2023-04-05", null)]
    [InlineData("05/04/2023", DayOrder.MonthFirst, "2023-05-04", null)]
    [InlineData("04/04/2023", DayOrder.Unknown, "2023-04-04", null)]
    [InlineData("26.12.13", DayOrder.Unknown, "2013-12-26", "date.two-digit-year")]
    [InlineData("26.12.93", DayOrder.Unknown, "1993-12-26", "date.two-digit-year")]
    [InlineData("18.04.11", DayOrder.YearFirst, "2018-04-11", "date.two-digit-year")]
    [InlineData("21. 12. 03.", DayOrder.YearFirst, "2021-12-03", "date.two-digit-year")]
    [InlineData("211105", DayOrder.YearFirst, "2021-11-05", "date.two-digit-year")]
    [InlineData("97/03/08", DayOrder.SolarFirst, "2018-05-29", "date.two-digit-year")]
    [InlineData("02/03/08", DayOrder.SolarFirst, "2023-05-29", "date.two-digit-year")]
    [InlineData("22/02/64", DayOrder.BuddhistLast, "2021-02-22", "date.two-digit-year")]
    public void The_order_of_day_and_month_is_the_columns_matter(string text, DayOrder order, string expected, string? doubt)
    {
        var reading = Dates.Parse(text, order);
        reading.Value!.ToString().ShouldBe(expected);
        reading.Doubt.ShouldBe(doubt);
    }
}
