using Entente.App.Agreements;
using Entente.App.Dates;
using Entente.Core;

namespace Entente.App.Partners;

/// <summary>Where the page of a partner is: its id in 32 hexadecimal digits.</summary>
internal static class PartnerAddress
{
    public static string Of(Guid id, ChosenDay day) => day.Of($"{PartnerQuestion.Path}/{id:N}");

    /// <summary>Those of its agreements that stand so, in the list; all of them when null.</summary>
    public static string Agreements(Guid id, StandingKind? kind, ChosenDay day) =>
        new RegisterQuestion { Partner = id, Standing = kind, On = day.Carried }.Address;

    public static Guid? Parse(string text) => Guid.TryParseExact(text, "N", out var id) ? id : null;
}
