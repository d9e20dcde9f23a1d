using Entente.Core;

namespace Entente.App.Imports;

/// <summary>How many records were read, and how much was found about them.</summary>
public sealed record ReadCounts(int Records, int Errors, int Doubts, int Notes)
{
    public static readonly ReadCounts None = new(0, 0, 0, 0);

    public static ReadCounts Of(SourceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return None.Plus(reading);
    }

    public ReadCounts Plus(SourceReading part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var (errors, doubts, notes) = (Errors, Doubts, Notes);
        foreach (var finding in part.Findings)
        {
            errors += finding.Severity == Severity.Error ? 1 : 0;
            doubts += finding.Severity == Severity.Doubt ? 1 : 0;
            notes += finding.Severity == Severity.Note ? 1 : 0;
        }

        return new ReadCounts(Records + part.Drafts.Count, errors, doubts, notes);
    }
}
