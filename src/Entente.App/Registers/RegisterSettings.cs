using Entente.App.Keeping;
using Entente.App.Running;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Store.Json;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Registers;

/// <summary>How many agreements would say something else.</summary>
public sealed record SettingsEffect(int Ends, int Kinds, int Partners);

/// <summary>The acts on the settings of a register. What the settings say of reading and counting holds for every agreement
/// that is there already, in the same transaction and the same change.</summary>
public static class RegisterSettings
{
    /// <summary>What is typed as it was is no change.</summary>
    /// <returns>The register as it is now; <see cref="OpenRegister.Register"/> stays as it was.</returns>
    /// <exception cref="FieldsException">Every field that is wrong.</exception>
    /// <exception cref="RefusedException">record.changed-since.</exception>
    public static Task<Register> ChangeAsync(OpenRegister open, RegisterEdit edit, Hand hand, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edit);
        return ReviseAsync(open, hand, async settings => edit.On(settings, await TakenAsync(open, stop)), stop);
    }

    /// <summary>What <see cref="ChangeAsync"/> would do to the agreements. Nothing is changed.</summary>
    /// <exception cref="FieldsException">Every field that is wrong.</exception>
    public static async Task<SettingsEffect> EffectAsync(OpenRegister open, RegisterEdit edit, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(edit);
        var register = await open.Db.Registers.AsNoTracking().SingleAsync(stop);
        var before = ReadingRules.Of(register);
        Set(register, edit.On(SettingsAfter.Of(register), await TakenAsync(open, stop)));
        var after = ReadingRules.Of(register);
        var effect = new SettingsEffect(0, 0, 0);
        var (looked, of) = (0, await open.Db.Agreements.CountAsync(stop));
        await foreach (var facts in open.Db.Agreements.AsNoTracking().Select(a => a.Facts).AsAsyncEnumerable().WithCancellation(stop))
        {
            effect = Plus(effect, facts, Rereading.After(facts, before, after));
            open.Progress?.Report(ActProgress.Counted(RunningPart.Agreements, ++looked, of, RunningPart.Finishing));
        }

        return effect;
    }

    /// <summary>The one way to other settings.</summary>
    internal static Task<Register> ReviseAsync(OpenRegister open, Hand hand, Func<SettingsAfter, Task<SettingsAfter>> change, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(hand);
        return open.Db.InTransactionAsync(async () =>
        {
            var register = await open.Db.Registers.SingleAsync(stop);
            if (hand.Version is { } seen && seen != register.Version)
                throw new RefusedException("record.changed-since", register.Name);
            var (before, rules) = (SettingsAfter.Of(register), ReadingRules.Of(register));
            var after = await change(before);
            if (StoredJson.Text(before) == StoredJson.Text(after))
                return register;
            Set(register, after);
            register.Version++;
            var changed = ReadsAlike(before, after) ? [] : await RereadAsync(open, rules, ReadingRules.Of(register), stop);
            await open.Db.RecordAsync(Recording.Configured, Keeping.Keeping.Author(open, hand), new Outcome { Changed = changed, Settings = register, SettingsBefore = before }, stop);
            return register;
        }, stop);
    }

    private static Task<List<string>> TakenAsync(OpenRegister open, CancellationToken stop) =>
        open.Db.Registers.IgnoreQueryFilters().Where(r => r.Id != open.Register.Id).Select(r => r.Name).ToListAsync(stop);

    private static bool ReadsAlike(SettingsAfter before, SettingsAfter after) =>
        before.Counting == after.Counting && before.Name == after.Name && before.OtherNames.SequenceEqual(after.OtherNames)
        && StoredJson.Text(before.Kinds) == StoredJson.Text(after.Kinds);

    private static async Task<IReadOnlyList<Agreement>> RereadAsync(OpenRegister open, ReadingRules before, ReadingRules after, CancellationToken stop)
    {
        var changed = new List<Agreement>();
        var (looked, of) = (0, await open.Db.Agreements.CountAsync(stop));
        await foreach (var agreement in open.Db.Agreements.AsAsyncEnumerable().WithCancellation(stop))
        {
            open.Progress?.Report(ActProgress.Counted(RunningPart.Agreements, ++looked, of, RunningPart.Comparing));
            var facts = Rereading.After(agreement.Facts, before, after);
            if (ReferenceEquals(facts, agreement.Facts) || StoredJson.Text(facts) == StoredJson.Text(agreement.Facts))
                continue;
            agreement.Revise(facts);
            changed.Add(agreement);
        }

        return changed;
    }

    private static SettingsEffect Plus(SettingsEffect effect, Facts before, Facts after) => ReferenceEquals(before, after) ? effect : new SettingsEffect(
        effect.Ends + (StoredJson.Text(before.Ends) == StoredJson.Text(after.Ends) ? 0 : 1),
        effect.Kinds + (Agreement.KindKeysOf(before).SequenceEqual(Agreement.KindKeysOf(after)) ? 0 : 1),
        effect.Partners + (before.Parties.Select(p => p.Name).SequenceEqual(after.Parties.Select(p => p.Name)) ? 0 : 1));

    private static void Set(Register register, SettingsAfter settings)
    {
        register.Name = settings.Name;
        register.OtherNames = settings.OtherNames;
        register.HomeCountry = settings.HomeCountry;
        register.TimeZone = settings.TimeZone;
        register.ListedOn = settings.ListedOn;
        register.Counting = settings.Counting;
        register.EndsSoonDays = settings.EndsSoonDays;
        register.Kinds = settings.Kinds;
        register.Rules = settings.Rules;
        register.CountryNames = settings.CountryNames;
    }
}
