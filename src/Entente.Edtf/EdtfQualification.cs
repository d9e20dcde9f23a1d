namespace Entente.Edtf;

[Flags]
public enum EdtfQualification
{
    None = 0,

    /// <summary><c>?</c>: the source is in doubt.</summary>
    Uncertain = 1,

    /// <summary><c>~</c>: an estimate, close to the value given.</summary>
    Approximate = 2,

    /// <summary><c>%</c></summary>
    UncertainAndApproximate = Uncertain | Approximate,
}
