using Entente.Core;
using Entente.Store.Sqlite;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store;

/// <summary>The folder in which everything is kept.</summary>
public sealed class DataFolder
{
    public const string FileName = "entente.db";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly DbContextOptions<RegisterDb> options;

    private readonly bool isMade, isFolderMade;

    private DataFolder(string path, DbContextOptions<RegisterDb> options, bool isMade = false, bool isFolderMade = false)
    {
        (this.isMade, this.isFolderMade) = (isMade, isFolderMade);
        Path = path;
        this.options = options;
    }

    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, FileName);

    /// <summary>Opens the folder and brings its database up to this program; makes both when there is none and it may.</summary>
    /// <param name="patience">How long a write waits for another process; five seconds when left out.</param>
    /// <param name="derived">Told of how many agreements that which follows was derived anew, where another build has written them.</param>
    /// <exception cref="RefusedException">data.missing, data.is-file, data.is-folder, data.foreign, data.not-writable, data.newer,
    /// data.damaged, data.full, data.busy; the first argument is the path.</exception>
    public static DataFolder Open(string path, bool create, TimeSpan? patience = null, IProgress<RowsWritten>? derived = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        var file = System.IO.Path.Combine(full, FileName);
        try
        {
            var (isMade, isFolderMade) = (!Holds(full), !Directory.Exists(full));
            if (isMade && !create)
                throw new RefusedException("data.missing", full);
            MakeFolder(full);
            var options = SqliteConnections.OptionsFor(file, patience ?? Patience);
            SqliteSchema.BringUp(file, options, patience ?? Patience);
            var folder = new DataFolder(full, options, isMade, isFolderMade);
            foreach (var id in SqliteSchema.DerivedOtherwise(file))
                folder.DeriveAgain(id, derived);
            return folder;
        }
        catch (Exception e) when (Refusals.Of(e) is { } refused)
        {
            throw refused.Arguments.Count > 0 ? refused : new RefusedException(refused.Code, e, full);
        }
    }

    /// <summary>As <see cref="Open"/>, for who only reads: where nothing may be written, the database is read as it is.</summary>
    /// <exception cref="RefusedException">As there; data.older when it would have to be brought up first.</exception>
    public static DataFolder OpenToRead(string path, TimeSpan? patience = null, IProgress<RowsWritten>? derived = null)
    {
        try
        {
            return Open(path, create: false, patience, derived);
        }
        catch (RefusedException refused) when (refused.Code == "data.not-writable")
        {
            return OpenReadOnly(path, patience);
        }
    }

    /// <summary>Whether there is a database; nothing is made.</summary>
    /// <exception cref="RefusedException">data.is-file, data.is-folder.</exception>
    public static bool Holds(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var file = System.IO.Path.Combine(full, FileName);
        if (System.IO.File.Exists(full))
            throw new RefusedException("data.is-file", full);
        if (Directory.Exists(file))
            throw new RefusedException("data.is-folder", file);
        return System.IO.File.Exists(file);
    }

    internal static DataFolder OpenReadOnly(string path, TimeSpan? patience = null)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            return new DataFolder(full, SqliteReadOnly.OptionsFor(System.IO.Path.Combine(full, FileName), patience ?? Patience));
        }
        catch (Exception e) when (Refusals.Of(e) is { } refused)
        {
            throw refused.Arguments.Count > 0 ? refused : new RefusedException(refused.Code, e, full);
        }
    }

    /// <summary>Takes away what was made for an act that was not done then. What holds a register, or is used by someone else, stays.</summary>
    public void Unmake()
    {
        if (!isMade || !SqliteUnmaking.Unmake(File, options) || !isFolderMade)
            return;
        try
        {
            Directory.Delete(Path);
        }
        catch (IOException)
        {
            // Something else was put there.
        }
    }

    /// <summary>One register, for one act or one page.</summary>
    public RegisterDb For(int registerId) => new(options, registerId);

    /// <summary>All registers of the installation, by id.</summary>
    public async Task<IReadOnlyList<Register>> RegistersAsync(CancellationToken cancellation = default)
    {
        await using var db = For(0);
        return await db.GuardAsync(() =>
            db.Registers.IgnoreQueryFilters().AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellation));
    }

    private void DeriveAgain(int registerId, IProgress<RowsWritten>? derived)
    {
        using var db = For(registerId);
        db.Written = derived;
        db.DeriveAgainAsync().GetAwaiter().GetResult();
    }

    private static void MakeFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (IOException e)
        {
            throw new RefusedException(FileFaults.CodeOf(e), e, path);
        }
    }
}
