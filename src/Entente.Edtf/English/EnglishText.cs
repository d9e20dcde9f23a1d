using System.Text;

namespace Entente.Edtf.English;

internal static class EnglishText
{
    public static string Of(EdtfValue value) => value switch
    {
        EdtfDate date => EnglishDate.Of(date),
        EdtfInterval interval => Of(interval),
        EdtfSet set => Of(set),
        _ => value.ToString(),
    };

    private static string Of(EdtfInterval interval)
    {
        var start = interval switch
        {
            { Start: { } date } => "from " + EnglishDate.Of(date),
            { StartIsOpen: true } => "from an open start",
            _ => "from an unknown date",
        };
        var end = interval switch
        {
            { End: { } date } => " to " + EnglishDate.Of(date),
            { EndIsOpen: true } => " with an open end",
            _ => " until an unknown date",
        };
        return start + end;
    }

    private static string Of(EdtfSet set)
    {
        var count = set.Members.Count;
        var text = new StringBuilder();
        if (count > 1 || set.Members[0] is { IsRange: true, First: not null, Last: not null })
            text.Append(set.IsOneOf ? "one of " : "all of ");
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(i < count - 1 ? ", " : set.IsOneOf ? " or " : " and ");
            text.Append(Of(set.Members[i], set.IsOneOf));
        }
        return text.ToString();
    }

    private static string Of(EdtfSetMember member, bool isOneOf) => member switch
    {
        { First: null, Last: { } last } => EnglishDate.Of(last) + (isOneOf ? " or earlier" : " and all before it"),
        { First: { } first, Last: null } => EnglishDate.Of(first) + (isOneOf ? " or later" : " and all after it"),
        { First: { } first, Last: { } last, IsRange: true } => $"{EnglishDate.Of(first)} to {EnglishDate.Of(last)}",
        _ => EnglishDate.Of(member.First!),
    };
}
