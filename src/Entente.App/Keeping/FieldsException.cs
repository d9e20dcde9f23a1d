namespace Entente.App.Keeping;

/// <summary>What is wrong with one field that a person typed.</summary>
public sealed record FieldProblem(string Field, string Code, string Typed);

/// <summary>Fields of an edit that cannot be read; nothing was changed.</summary>
public sealed class FieldsException(IReadOnlyList<FieldProblem> problems) : Exception(problems[0].Code)
{
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;

    public static void ThrowFor(IReadOnlyList<FieldProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (problems.Count > 0)
            throw new FieldsException(problems);
    }
}
