using Entente.Core;
using Entente.Store.Json;

namespace Entente.Store.Writing;

/// <summary>What a change holds of its act, each part without the others; nothing where it was erased.</summary>
public static class ChangePayload
{
    /// <summary>The records after an act, from its change; none when the payload was erased.</summary>
    public static IReadOnlyList<RecordAfter> Records(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<Payload>(payload).Records : [];

    /// <summary>One record after an act; null when the act was not about it, or the payload was erased.
    /// An import holds all its records: only the one that is asked for is made.</summary>
    public static RecordAfter? Record(this Change change, Guid id) =>
        change.Payload is { } payload && RecordScan.Find(payload, id) is { Length: > 0 } found ? StoredJson.Value<RecordAfter>(found) : null;

    /// <summary>The records after an act, one after the other: an import may hold very many.</summary>
    public static void EachRecord(this Change change, Action<RecordAfter> look)
    {
        if (change.Payload is { } payload)
            RecordScan.Each(payload, look);
    }

    /// <summary>What an import read the rows as that it changed something by, or that differ from their agreements.</summary>
    public static IReadOnlyList<ReadAs> Read(this Change change)
    {
        if (change.Payload is not { } bytes)
            return [];
        var payload = StoredJson.Value<Payload>(bytes);
        return [.. payload.Records.Where(r => r.Facts is not null).Select(r => new ReadAs(r.Id, r.Facts!)), .. payload.Read];
    }

    /// <summary>What agreements count as read as since an act that was no import: those of an edition that was taken back and that a later one has,
    /// and fields that were taken from an edition afterwards.</summary>
    public static IReadOnlyList<ReadAs> HandedOn(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<ReadOnly>(payload).Read : [];

    /// <summary>The findings that an act decided on.</summary>
    public static IReadOnlyList<FindingAfter> Findings(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<Payload>(payload).Findings : [];

    /// <summary>The partners that an act was about themselves.</summary>
    public static IReadOnlyList<PartnerAfter> Partners(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<PartnersOnly>(payload).Partners : [];

    /// <summary>The settings after an act that changed them.</summary>
    public static SettingsAfter? Settings(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<SettingsOnly>(payload).Settings : null;

    /// <summary>The settings before it; null for acts that did not tell them.</summary>
    public static SettingsAfter? SettingsBefore(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<SettingsOnly>(payload).SettingsBefore : null;

    /// <summary>The hash of the document that an import stored; null for imports that did not tell it.</summary>
    public static string? Sha256(this Change change) =>
        change.Payload is { } payload ? StoredJson.Value<SourceOnly>(payload).Sha256 : null;

    internal static Payload Of(IReadOnlyList<RecordAfter> after, Outcome outcome) => new(after)
    {
        Findings = [.. outcome.Findings.Select(f => new FindingAfter(f.EditionId, f.Order, f.Code, f.State))],
        Read = outcome.Read,
        Sha256 = outcome.Sha256,
        Partners = [.. outcome.Partners.Select(PartnerAfter.Of)],
        Settings = outcome.Settings is { } register ? SettingsAfter.Of(register) : null,
        SettingsBefore = outcome.SettingsBefore,
    };

    private sealed record PartnersOnly
    {
        public IReadOnlyList<PartnerAfter> Partners { get; init; } = [];
    }

    /// <summary>An import may hold very many records: who asks for its document does without them.</summary>
    private sealed record SourceOnly
    {
        public string? Sha256 { get; init; }
    }

    private sealed record ReadOnly
    {
        public IReadOnlyList<ReadAs> Read { get; init; } = [];
    }

    /// <summary>Other settings may have read every agreement anew: who asks for the settings does without those.</summary>
    private sealed record SettingsOnly
    {
        public SettingsAfter? Settings { get; init; }

        public SettingsAfter? SettingsBefore { get; init; }
    }

    internal sealed record Payload(IReadOnlyList<RecordAfter> Records)
    {
        public IReadOnlyList<FindingAfter> Findings { get; init; } = [];

        public IReadOnlyList<ReadAs> Read { get; init; } = [];

        public string? Sha256 { get; init; }

        public IReadOnlyList<PartnerAfter> Partners { get; init; } = [];

        public SettingsAfter? Settings { get; init; }

        public SettingsAfter? SettingsBefore { get; init; }
    }
}
