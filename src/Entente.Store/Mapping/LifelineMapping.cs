using Entente.Core;
using Entente.Store.Counts;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

/// <summary>Few columns and the whole row in the key: what is counted together lies together.</summary>
internal sealed class LifelineMapping : IEntityTypeConfiguration<LifelineRow>
{
    public void Configure(EntityTypeBuilder<LifelineRow> builder)
    {
        builder.ToTable("Lifelines").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.GroupId, l.T1, l.T2, l.T3, l.T4, l.T5, l.T6, l.AgreementId });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(l => new { l.RegisterId, l.AgreementId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LifelineGroupMapping : IEntityTypeConfiguration<LifelineGroup>
{
    public void Configure(EntityTypeBuilder<LifelineGroup> builder)
    {
        builder.ToTable("LifelineGroups").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(g => new { g.RegisterId, g.GroupId });
        builder.Property(g => g.Facet).HasConversion<int>();
    }
}
