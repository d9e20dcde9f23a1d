namespace Entente.Edtf;

/// <summary>The answer to a question about days that are known only in part. <see cref="Maybe"/> is not a weak yes: both are possible.</summary>
public enum Answer
{
    No,
    Maybe,
    Yes,
}
