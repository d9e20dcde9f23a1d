using Entente.App.Lists;
using Entente.App.Running;
using Entente.Core;
using Entente.Core.Reading;
using Entente.Edtf;
using Entente.Formats;
using Entente.Store;

using Microsoft.EntityFrameworkCore;

namespace Entente.App.Registers;

/// <summary>One register of a data folder, open for one act, one question or one page.</summary>
public sealed class OpenRegister : IAsyncDisposable
{
    private ReadingRules? rules;

    private OpenRegister(RegisterDb db, Register register, TimeProvider clock, bool isNew)
    {
        Db = db;
        Register = register;
        Clock = clock;
        IsNew = isNew;
        Shell.Shown.Use(register);
    }

    public RegisterDb Db { get; }

    public Register Register { get; }

    public TimeProvider Clock { get; }

    /// <summary>Where there is a server that keeps extracts between its answers; a command has one answer to give.</summary>
    public KeptExtracts? Extracts { get; internal set; }

    /// <summary>Told how far an act is; null where nobody looks.</summary>
    public IProgress<ActProgress>? Progress
    {
        get;
        internal set
        {
            field = value;
            Db.Written = value is null ? null : new Telling<RowsWritten>(w => value.Report(ActProgress.Counted(RunningPart.Writing, w.Rows, w.Of, RunningPart.Finishing)));
        }
    }

    /// <summary>The same, told how far a document is read.</summary>
    public ReadOptions Telling(ReadOptions options) => Progress is not { } progress ? options : options with
    {
        Progress = new Telling<PagesRead>(p => progress.Report(ActProgress.Counted(RunningPart.Pages, p.Pages, p.Of, RunningPart.Records))),
        Tables = new Telling<TablesRead>(t => progress.Report(ActProgress.Counted(RunningPart.Tables, t.Tables, t.Of, RunningPart.Rows))),
        Rows = new Telling<RowsRead>(r => progress.Report(ActProgress.Counted(RunningPart.Rows, r.Rows, r.Of, RunningPart.Findings))),
    };

    public ReadingRules Rules => rules ??= ReadingRules.Of(Register);

    /// <summary>Not stored before its first act is.</summary>
    public bool IsNew { get; }

    /// <summary>The time it is now where the register is kept.</summary>
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(Clock.GetUtcNow(), Zone);

    public Day Today => Day.From(DateOnly.FromDateTime(Now.DateTime));

    /// <summary>Where there is no register yet, in UTC.</summary>
    public static Day TodayOf(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Day.From(DateOnly.FromDateTime(clock.GetUtcNow().DateTime));
    }

    private TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(Register.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <param name="name">May be left out where there is one register only.</param>
    /// <exception cref="RefusedException">register.none, register.unknown, register.which.</exception>
    public static async Task<OpenRegister> OpenAsync(DataFolder folder, string? name, TimeProvider clock, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var registers = await folder.RegistersAsync(stop);
        if (registers.Count == 0)
            throw new RefusedException("register.none", folder.Path);
        if (Choose(registers, name) is not { } register)
            throw new RefusedException("register.unknown", name!, Names(registers));
        return new OpenRegister(folder.For(register.Id), register, clock, isNew: false);
    }

    /// <summary>One that is known already.</summary>
    /// <exception cref="RefusedException">register.none.</exception>
    public static async Task<OpenRegister> OpenAsync(DataFolder folder, int id, TimeProvider clock, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var db = folder.For(id);
        var register = await db.InReadAsync(() => db.Registers.AsNoTracking().FirstOrDefaultAsync(stop), stop) ?? throw new RefusedException("register.none", folder.Path);
        return new OpenRegister(db, register, clock, isNew: false);
    }

    /// <summary>As <see cref="OpenAsync(DataFolder, string?, TimeProvider, CancellationToken)"/>; null where there is none, or none of that name.</summary>
    /// <exception cref="RefusedException">register.which.</exception>
    public static async Task<OpenRegister?> FindAsync(DataFolder folder, string? name, TimeProvider clock, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var registers = await folder.RegistersAsync(stop);
        return registers.Count > 0 && Choose(registers, name) is { } register ? new OpenRegister(folder.For(register.Id), register, clock, isNew: false) : null;
    }

    /// <summary>As <see cref="FindAsync"/>, but makes the register where there is none.</summary>
    public static async Task<OpenRegister> OpenOrMakeAsync(
        DataFolder folder, string? name, string nameWhenMade, TimeProvider clock, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(clock);
        if (await FindAsync(folder, name, clock, stop) is { } found)
            return found;
        var registers = await folder.RegistersAsync(stop);
        var id = registers.Count == 0 ? 1 : registers.Max(r => r.Id) + 1;
        var made = new Register(id, name ?? nameWhenMade, IanaZone(clock.LocalTimeZone));
        var db = folder.For(id);
        db.Registers.Add(made);
        return new OpenRegister(db, made, clock, isNew: true);
    }

    /// <summary>The same register as it is now, after an act on its settings.</summary>
    public async Task<OpenRegister> AgainAsync(CancellationToken stop = default) =>
        new(Db, await Db.Registers.AsNoTracking().SingleAsync(stop), Clock, isNew: false);

    public ValueTask DisposeAsync() => Db.DisposeAsync();

    private static Register? Choose(IReadOnlyList<Register> registers, string? name)
    {
        if (name is not null)
            return registers.FirstOrDefault(r => SearchText.Plain(r.Name) == SearchText.Plain(name));
        return registers.Count == 1 ? registers[0] : throw new RefusedException("register.which", Names(registers));
    }

    private static string Names(IReadOnlyList<Register> registers) => string.Join(", ", registers.Select(r => r.Name));

    private static string IanaZone(TimeZoneInfo zone) =>
        zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : "Etc/UTC";
}
