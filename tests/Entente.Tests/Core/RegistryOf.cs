using System.Globalization;

using Entente.Core.Matching;

namespace Entente.Tests.Core;

/// <summary>Registries of a few institutions, made for one test.</summary>
internal static class RegistryOf
{
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>A whole id by its number.</summary>
    public static string Id(int number)
    {
        var signs = new char[7];
        long value = number;
        for (var i = signs.Length - 1; i >= 0; i--, value /= Signs.Length)
            signs[i] = Signs[(int)(value % Signs.Length)];
        var check = 98 - ((long)number * 100 % 97);
        return string.Create(CultureInfo.InvariantCulture, $"{RorId.Address}{new string(signs)}{check:00}");
    }

    /// <summary>Each is a country, a colon and names with a bar between: the first is shown, those after <c>~</c> are aliases, after <c>#</c> acronyms.</summary>
    public static Registry Names(params string[] institutions) => Of([.. institutions.Select((text, i) => Institution(i, text))]);

    public static Registry Of(params Institution[] institutions) => RegistryBuild.Of(institutions, _ => []);

    public static Institution Institution(int number, string text, InstitutionStatus status = InstitutionStatus.Active, params InstitutionRelation[] relations)
    {
        var names = text[3..].Split('|');
        return new Institution
        {
            Id = Id(number + 1),
            Status = status,
            Types = [InstitutionType.Education],
            Names = [.. names.Select((n, i) => new RegistryName(n.TrimStart('~', '#'), null, i == 0 ? RegistryNameKinds.Display | RegistryNameKinds.Label
                : n[0] == '~' ? RegistryNameKinds.Alias : n[0] == '#' ? RegistryNameKinds.Acronym : RegistryNameKinds.Label))],
            Places = [new InstitutionPlace("Springfield", text[..2], null, 1.5, -2.5)],
            Relations = relations,
        };
    }

    public static InstitutionRelation Successor(int number) => new(InstitutionRelationKind.Successor, Id(number + 1), "successor");
}
