using Entente.App.Keeping;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Registers;

/// <summary>The settings of a register as they are typed; null leaves one as it is, an empty text clears it.</summary>
public sealed record RegisterEdit
{
    public string? Name { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<string>? OtherNames { get; init; }

    /// <summary>A code of two letters or a name.</summary>
    public string? HomeCountry { get; init; }

    /// <summary>IANA id.</summary>
    public string? TimeZone { get; init; }

    public string? ListedOn { get; init; }

    /// <summary>same-day or day-before.</summary>
    public string? Counting { get; init; }

    /// <summary>180d, 26w, 6m, 1y.</summary>
    public string? EndsSoon { get; init; }
}

public static class RegisterSettings
{
    /// <summary>What is typed as it was is no change. Counting otherwise computes the ends again that were computed, in the same transaction.</summary>
    /// <returns>The register as it is now; <see cref="OpenRegister.Register"/> stays as it was.</returns>
    /// <exception cref="FieldsException">name, other-name, home-country, time-zone, listed-on, counting, ends-soon: every one that is wrong.</exception>
    /// <exception cref="RefusedException">record.changed-since.</exception>
    public static Task<Register> ChangeAsync(OpenRegister open, RegisterEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(hand);
        return open.Db.InTransactionAsync(async () =>
        {
            var register = await open.Db.Registers.SingleAsync(stop);
            if (hand.Version is { } seen && seen != register.Version)
                throw new RefusedException("record.changed-since", register.Name);
            var before = (register.Counting, Text: Text(register));
            var taken = await open.Db.Registers.IgnoreQueryFilters().Where(r => r.Id != register.Id).Select(r => r.Name).ToListAsync(stop);
            Apply(edit, register, taken);
            if (Text(register) == before.Text)
                return register;
            register.Version++;
            var changed = before.Counting == register.Counting ? [] : await RecountedAsync(open, register.Counting, stop);
            await open.Db.RecordAsync("register.changed", Keeping.Keeping.Author(open, hand), new Outcome { Changed = changed, Settings = register }, stop);
            return register;
        }, stop);
    }

    private static string Text(Register register) => StoredJson.Text(SettingsAfter.Of(register));

    private static async Task<IReadOnlyList<Agreement>> RecountedAsync(OpenRegister open, CountingRule counting, CancellationToken stop)
    {
        var changed = new List<Agreement>();
        foreach (var agreement in await open.Db.Agreements.ToListAsync(stop))
        {
            var facts = Ending.Recounted(agreement.Facts, counting);
            if (ReferenceEquals(facts, agreement.Facts) || StoredJson.Text(facts) == StoredJson.Text(agreement.Facts))
                continue;
            agreement.Revise(facts);
            changed.Add(agreement);
        }

        return changed;
    }

    private static void Apply(RegisterEdit edit, Register register, IReadOnlyList<string> taken)
    {
        var problems = new List<FieldProblem>();
        register.Name = NameOf(edit, register.Name, taken, problems);
        register.OtherNames = edit.OtherNames is null ? register.OtherNames : [.. edit.OtherNames.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct()];
        register.HomeCountry = edit.HomeCountry is null ? register.HomeCountry : CountryOf(edit.HomeCountry.Trim(), problems);
        register.TimeZone = edit.TimeZone is null ? register.TimeZone : ZoneOf(edit.TimeZone.Trim(), problems);
        register.ListedOn = edit.ListedOn is null ? register.ListedOn : DayOf(edit.ListedOn, problems);
        if (edit.Counting is not null && Words.Parse<CountingRule>(edit.Counting.Trim()) is not { })
            problems.Add(new FieldProblem("counting", "field.counting", edit.Counting));
        else if (edit.Counting is not null)
            register.Counting = Words.Parse<CountingRule>(edit.Counting.Trim())!.Value;
        register.EndsSoonDays = edit.EndsSoon is null ? register.EndsSoonDays : Typed.Days("ends-soon", edit.EndsSoon, problems);
        FieldsException.ThrowFor(problems);
    }

    private static string NameOf(RegisterEdit edit, string before, IReadOnlyList<string> taken, List<FieldProblem> problems)
    {
        var name = edit.Name?.Trim() ?? before;
        if (name.Length == 0)
            problems.Add(new FieldProblem("name", "field.name-none", ""));
        else if (taken.Any(t => SearchText.Plain(t) == SearchText.Plain(name)))
            problems.Add(new FieldProblem("name", "field.name-taken", name));
        return name;
    }

    private static string? CountryOf(string typed, List<FieldProblem> problems)
    {
        if (typed.Length == 0)
            return null;
        var code = Countries.IsCode(typed.ToUpperInvariant()) ? typed.ToUpperInvariant() : Countries.Find(typed)?.Code;
        if (code is null)
            problems.Add(new FieldProblem("home-country", "field.country", typed));
        return code;
    }

    private static string ZoneOf(string typed, List<FieldProblem> problems)
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone))
        {
            if (zone.HasIanaId)
                return zone.Id;
            if (TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana))
                return iana;
        }

        problems.Add(new FieldProblem("time-zone", "field.time-zone", typed));
        return typed;
    }

    private static EdtfDate? DayOf(string typed, List<FieldProblem> problems) =>
        string.IsNullOrWhiteSpace(typed) ? null : Typed.Date("listed-on", typed, problems);
}
