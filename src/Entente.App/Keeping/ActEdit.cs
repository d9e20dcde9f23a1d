using Entente.Core;
using Entente.Edtf;

namespace Entente.App.Keeping;

/// <summary>What has happened to an agreement, as it is typed. A day that is left out is today.</summary>
public sealed record ActEdit(Act Act)
{
    public string? On { get; init; }

    public string? Until { get; init; }

    /// <summary>P5Y, or 5 years.</summary>
    public string? Length { get; init; }

    public bool KeepsAnchor { get; init; }

    /// <summary>Who terminated it, the number of what takes its place, or anything worth keeping.</summary>
    public string? Note { get; init; }

    /// <exception cref="FieldsException">With every field that cannot be read.</exception>
    public NewAct Read(Day today)
    {
        var problems = new List<FieldProblem>();
        var on = Has(On) ? Typed.Date("on", On!, problems) : EdtfDate.Of(today);
        var until = Has(Until) ? Typed.Date("until", Until!, problems) : null;
        var length = Has(Length) ? Typed.Length("length", Length!, problems) : null;
        FieldsException.ThrowFor(problems);
        return new NewAct(Act, on!) { Until = until, Length = length, KeepsAnchor = KeepsAnchor, Note = Has(Note) ? Note!.Trim() : null };
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);
}
