using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class StoredFindingMapping : IEntityTypeConfiguration<StoredFinding>
{
    public void Configure(EntityTypeBuilder<StoredFinding> builder)
    {
        builder.ToTable("Findings");
        builder.HasKey(f => new { f.RegisterId, f.EditionId, f.Order });
        builder.Property(f => f.Severity).HasConversion<string>();
        builder.Property(f => f.State).HasConversion<string>();
        builder.Property(f => f.DecidedAs).HasConversion<string>();
        builder.Property(f => f.Finding).AsJson();
        builder.Property(f => f.Version).IsConcurrencyToken();
        // All that a list of findings is narrowed, ordered and counted by, so that it is read without the findings themselves.
        builder.HasIndex(f => new { f.RegisterId, f.State, f.Code, f.Severity, f.EditionId, f.Order });
        builder.HasOne<Edition>().WithMany().HasForeignKey(f => new { f.RegisterId, f.EditionId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FindingAgreementMapping : IEntityTypeConfiguration<FindingAgreement>
{
    public void Configure(EntityTypeBuilder<FindingAgreement> builder)
    {
        builder.ToTable("FindingAgreements").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.AgreementId, l.EditionId, l.FindingOrder });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(l => new { l.RegisterId, l.AgreementId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<StoredFinding>().WithMany().HasForeignKey(l => new { l.RegisterId, l.EditionId, l.FindingOrder }).OnDelete(DeleteBehavior.Cascade);
    }
}
