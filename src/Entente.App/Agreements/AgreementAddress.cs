using Entente.App.Dates;

using Microsoft.AspNetCore.WebUtilities;

namespace Entente.App.Agreements;

/// <summary>Where the page of an agreement is: its number never changes. The list that led there goes along, to find back to it.</summary>
internal static class AgreementAddress
{
    /// <param name="from">As <see cref="From"/> gives it.</param>
    public static string Of(string number, ChosenDay day, string? from = null)
    {
        var page = day.Of($"{RegisterQuestion.Path}/{string.Join('/', number.Split('/').Select(Uri.EscapeDataString))}");
        return from is null ? page : QueryHelpers.AddQueryString(page, "from", from);
    }

    /// <summary>What narrows or orders a list, without its day; null when nothing does.</summary>
    public static string? From(RegisterQuestion question) =>
        (question with { On = null }).Query is { Length: > 1 } query ? query[1..] : null;

    /// <summary>The list that led here, on the day that is shown now.</summary>
    public static string Back(string? from, ChosenDay day) =>
        (RegisterQuestion.Parse(new QueryCollection(QueryHelpers.ParseQuery(from))) with { On = day.Carried }).Address;
}
