using Entente.App.Dates;

namespace Entente.App.Agreements;

/// <summary>Where the page of an agreement is: its number never changes.</summary>
internal static class AgreementAddress
{
    public static string Of(string number, ChosenDay day) =>
        day.Of($"{RegisterQuestion.Path}/{string.Join('/', number.Split('/').Select(Uri.EscapeDataString))}");
}
