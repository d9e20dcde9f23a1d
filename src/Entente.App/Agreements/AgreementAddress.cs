using Entente.App.Dates;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Agreements;

/// <summary>Where the page of an agreement is: its number never changes. The list that led there goes along, to find back to it.
/// A slash within a number is escaped, so that what follows a number is told from it.</summary>
internal static class AgreementAddress
{
    /// <param name="from">As <see cref="From"/> gives it.</param>
    public static string Of(string number, ChosenDay day, string? from = null)
    {
        var page = day.Of(Of(number));
        return from is null ? page : QueryHelpers.AddQueryString(page, "from", from);
    }

    public static string Of(string number) => $"{RegisterQuestion.Path}/{Uri.EscapeDataString(number)}";

    /// <summary>What can be done with one agreement, or is a part of it: renewals, correction, deletion …</summary>
    public static string Of(string number, string part) => $"{Of(number)}/{part}";

    /// <summary>As <see cref="Of(string, string)"/>, from a page on a day that a list led to.</summary>
    public static string Of(string number, string part, ChosenDay day, string? from, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var address = day.Of(Of(number, part));
        if (from is not null)
            address = QueryHelpers.AddQueryString(address, "from", from);
        foreach (var (name, value) in more)
            address = QueryHelpers.AddQueryString(address, name, value);
        return address;
    }

    /// <summary>What narrows or orders a list, without its day; null when nothing does.</summary>
    public static string? From(RegisterQuestion question) =>
        (question with { On = null }).Query is { Length: > 1 } query ? query[1..] : null;

    /// <summary>The list that led here, on the day that is shown now.</summary>
    public static string Back(string? from, ChosenDay day) =>
        (RegisterQuestion.Parse(new QueryCollection(QueryHelpers.ParseQuery(from))) with { On = day.Carried }).Address;
}
