namespace Entente.App.Keeping;

/// <summary>A field as it was when a form was opened, as it is now, and as it was typed.</summary>
/// <param name="Typed">Null where the form has no such field.</param>
public sealed record ThreeWays(string Name, string Seen, string Now, string? Typed)
{
    public bool IsSame => Seen == Now && (Typed is null || Typed == Now);

    /// <summary>Whether the person who typed changed it.</summary>
    public bool IsTouched => Typed is not null && Typed != Seen;
}
