using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews");
        builder.HasKey(r => new { r.RegisterId, r.Id });
        builder.Property(r => r.Steps).AsJson();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.RegisterId, r.Sha256 });
        builder.HasOne<StoredSource>().WithMany().HasForeignKey(r => new { r.RegisterId, r.Sha256 }).OnDelete(DeleteBehavior.Restrict);
    }
}
