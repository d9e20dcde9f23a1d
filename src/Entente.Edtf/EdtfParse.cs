namespace Entente.Edtf;

/// <summary>A value, or the reason why there is none: exactly one of <see cref="Value"/> and <see cref="Reason"/> is null.</summary>
public readonly record struct EdtfParse
{
    private readonly EdtfReason reason;

    internal EdtfParse(EdtfValue value) => Value = value;

    internal EdtfParse(EdtfReason reason, int position) => (this.reason, Position) = (reason, position);

    public EdtfValue? Value { get; }

    public EdtfReason? Reason => Value is null ? reason : null;

    /// <summary>Where the trouble is, as an index into the text (its length when the text ends too early); 0 when there is a value.</summary>
    public int Position { get; }
}
