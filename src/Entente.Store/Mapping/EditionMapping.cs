using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("Editions");
        builder.HasKey(e => new { e.RegisterId, e.Id });
        builder.Property(e => e.ListedOnBasis).HasConversion<string>();
        builder.Property(e => e.Tables).AsJson();
        builder.Property(e => e.Checks).AsJson();
        builder.Property(e => e.Placed).AsJson();
        builder.HasIndex(e => new { e.RegisterId, e.Sha256 });
        builder.HasOne<StoredSource>().WithMany().HasForeignKey(e => new { e.RegisterId, e.Sha256 }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionRowsMapping : IEntityTypeConfiguration<EditionRows>
{
    public void Configure(EntityTypeBuilder<EditionRows> builder)
    {
        builder.ToTable("EditionRows");
        builder.HasKey(e => new { e.RegisterId, e.EditionId, e.FirstOrder });
        builder.Ignore(e => e.FirstLine);
        builder.Property(e => e.Rows).AsPackedJson();
        builder.Property<IReadOnlyList<Piece>>(nameof(EditionRows.Pieces)).AsPackedJson().IsRequired(false);
        builder.HasOne<Edition>().WithMany().HasForeignKey(e => new { e.RegisterId, e.EditionId }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StoredSourceMapping : IEntityTypeConfiguration<StoredSource>
{
    public void Configure(EntityTypeBuilder<StoredSource> builder)
    {
        builder.ToTable("Sources");
        builder.HasKey(s => new { s.RegisterId, s.Sha256 });
    }
}
