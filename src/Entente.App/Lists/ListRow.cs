using Entente.App.Agreements;
using Entente.Core;

namespace Entente.App.Lists;

/// <summary>How many findings about one agreement wait for someone.</summary>
public sealed record WaitingFindings(int Errors, int Doubts, int Notes)
{
    public static WaitingFindings None { get; } = new(0, 0, 0);
}

/// <summary>One agreement in a list, with what columns say of it beside its facts.</summary>
/// <param name="Source">Name of the document that it came from; null when a person entered it.</param>
public sealed record ListRow(AgreementAt At, WaitingFindings Waiting, string? Source = null)
{
    public Agreement Agreement => At.Agreement;

    public Facts Facts => At.Agreement.Facts;

    public Standing Standing => At.Standing;
}

/// <summary>What rows need beside the agreements, so that no more is read than is shown.</summary>
public sealed record RowNeeds(bool HasFindings, bool HasSource)
{
    public static RowNeeds Of(IReadOnlyList<ListColumn> columns) => new(columns.Any(c => c.Name == "findings"), columns.Any(c => c.Name == "source"));
}
