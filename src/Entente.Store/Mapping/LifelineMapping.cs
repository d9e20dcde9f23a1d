using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

/// <summary>The key is the whole row: rows that are counted together lie together.</summary>
internal sealed class LifelineMapping : IEntityTypeConfiguration<LifelineRow>
{
    public void Configure(EntityTypeBuilder<LifelineRow> builder)
    {
        builder.ToTable("Lifelines").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.Facet, l.Position, l.Key, l.Shape, l.T1, l.T2, l.T3, l.T4, l.T5, l.T6, l.AgreementId });
        builder.Property(l => l.Facet).HasConversion<int>();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(l => new { l.RegisterId, l.AgreementId }).OnDelete(DeleteBehavior.Cascade);
    }
}
