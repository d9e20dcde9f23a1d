namespace Entente.Core;

/// <summary>Something that was asked for cannot be done: worded for the person where it is shown, by code and arguments. Not a fault of the program.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string code, params IReadOnlyList<string> arguments)
        : base(code)
    {
        Code = code;
        Arguments = arguments;
    }

    public RefusedException(string code, Exception cause, params IReadOnlyList<string> arguments)
        : base(code, cause)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>Stable and dotted: <c>source.empty</c>, <c>data.not-writable</c>.</summary>
    public string Code { get; }

    public IReadOnlyList<string> Arguments { get; }
}
