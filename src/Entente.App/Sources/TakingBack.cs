using System.Security.Cryptography;
using System.Text;

using Entente.App.Imports;
using Entente.Core;

namespace Entente.App.Sources;

/// <summary>What taking a list back would do, as much as a page shows of it: the list may be very long.</summary>
/// <param name="Restored">How many agreements are set back.</param>
/// <param name="Listed">How many stay, since a later list has them, too.</param>
/// <param name="Since">How many were worked on since.</param>
/// <param name="Seen">Stands for those: what is taken back all the same is what was shown, and nothing that was done while it was shown.</param>
internal sealed record TakingBack(int Removed, int Restored, int Listed, int Since, string Seen)
{
    private const int Most = 50;

    public IReadOnlyList<Restored> FirstRestored { get; private init; } = [];

    public IReadOnlyList<ChangedSince> FirstSince { get; private init; } = [];

    /// <summary>Their numbers.</summary>
    public string RemovedNumbers { get; private init; } = "";

    /// <summary>Likewise.</summary>
    public string RestoredNumbers { get; private init; } = "";

    /// <summary>Likewise.</summary>
    public string ListedNumbers { get; private init; } = "";

    /// <summary>What agreements go on saying though only this list said it.</summary>
    public IReadOnlyList<Restored> FirstLeftBehind { get; private init; } = [];

    /// <summary>What was decided on rows and columns when it was stored.</summary>
    public IReadOnlyList<string> Rules { get; private init; } = [];

    /// <summary>What was decided then, and stays.</summary>
    public IReadOnlyList<string> KeptRules { get; private init; } = [];

    public static TakingBack Of(Undone would) => new(would.RemovedCount, would.Restored.Count, would.Listed.Count, would.Since.Count, SeenOf(would.Since))
    {
        FirstRestored = [.. would.Restored.Take(Most)],
        FirstSince = [.. would.Since.Take(Most)],
        RemovedNumbers = UndoReport.RemovedNumbers(would),
        RestoredNumbers = UndoReport.Numbers(would.Restored.Select(r => r.Agreement.Number)),
        ListedNumbers = UndoReport.Numbers(would.Listed),
        FirstLeftBehind = [.. would.LeftBehind.Take(Most)],
        Rules = [.. would.Rules.Select(Said)],
        KeptRules = [.. would.KeptRules.Select(Said)],
    };

    private static string Said(ReadingRule rule) => $"{RuleWords.Field(rule.Field)} {RuleWords.Said(rule)}";

    public static string SeenOf(IReadOnlyList<ChangedSince> since)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in since)
            hash.AppendData(Encoding.UTF8.GetBytes($"{one.Number}:{one.At.UtcTicks} "));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
