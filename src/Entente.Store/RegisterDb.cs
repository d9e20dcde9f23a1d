using Entente.Core;
using Entente.Store.Counts;
using Entente.Store.Mapping;
using Entente.Store.Sqlite;

using Microsoft.EntityFrameworkCore;

namespace Entente.Store;

/// <summary>One register, as seen and written through one connection. Every query sees that register only.</summary>
public sealed class RegisterDb(DbContextOptions<RegisterDb> options, int registerId) : DbContext(options)
{
    public int RegisterId { get; } = registerId;

    /// <summary>Told of each agreement that an act writes, on the thread that writes it.</summary>
    public IProgress<RowsWritten>? Written { get; set; }

    public DbSet<Register> Registers => Set<Register>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<AgreementPartner> AgreementPartners => Set<AgreementPartner>();

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<EditionRows> EditionRows => Set<EditionRows>();

    public DbSet<StoredSource> Sources => Set<StoredSource>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<StoredFinding> Findings => Set<StoredFinding>();

    public DbSet<FindingAgreement> FindingAgreements => Set<FindingAgreement>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<ChangedAgreement> ChangedAgreements => Set<ChangedAgreement>();

    public DbSet<ChangedPartner> ChangedPartners => Set<ChangedPartner>();

    public DbSet<LifelineRow> Lifelines => Set<LifelineRow>();

    public DbSet<LifelineGroup> LifelineGroups => Set<LifelineGroup>();

    /// <summary>One state of the register for all that is read. Nobody waits for it: it holds no lock for writing.</summary>
    public Task<T> InReadAsync<T>(Func<Task<T>> read, CancellationToken cancellation = default) => ReadState.ReadAsync(this, read, cancellation);

    /// <summary>The last act, which names the state of the register: whatever is done adds a change.</summary>
    public async Task<ChainLink> LastChangeAsync(CancellationToken cancellation = default) =>
        await Changes.OrderByDescending(c => c.Sequence).Select(c => new ChainLink(c.Sequence, c.Hash)).FirstOrDefaultAsync(cancellation) ?? ChainLink.Start;

    /// <summary>The rows of an edition, in order; of a long one only some are held at a time.</summary>
    public async IAsyncEnumerable<EditionRow> RowsOf(Guid edition)
    {
        await foreach (var part in EditionRows.AsNoTracking().Where(r => r.EditionId == edition).OrderBy(r => r.FirstOrder).Select(r => r.Rows).AsAsyncEnumerable())
        {
            foreach (var row in part)
                yield return row;
        }
    }

    /// <summary>To be asked for many agreements at once: <c>Where(a => ids.Contains(a.Id))</c>.</summary>
    public IQueryable<Guid> Ids(IEnumerable<Guid> ids) => IdSql.Of(this, ids);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        this.Guard(() => base.SaveChanges(acceptAllChangesOnSuccess));

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        this.GuardAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        ColumnTypes.Configure(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RegisterDb).Assembly);
        modelBuilder.Entity<Register>().HasQueryFilter(e => e.Id == RegisterId);
        modelBuilder.Entity<Agreement>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<Partner>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<AgreementPartner>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<Edition>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<EditionRows>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<StoredSource>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<Review>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<StoredFinding>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<FindingAgreement>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<Change>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<ChangedAgreement>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<ChangedPartner>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<LifelineGroup>().HasQueryFilter(e => e.RegisterId == RegisterId);
        modelBuilder.Entity<LifelineRow>().HasQueryFilter(e => e.RegisterId == RegisterId);
    }
}
