using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.ToTable("Agreements");
        builder.HasKey(a => new { a.RegisterId, a.Id });
        // Narrow columns first: SQLite reads a row from its beginning.
        builder.Property(a => a.RegisterId).HasColumnOrder(0);
        builder.Property(a => a.Id).HasColumnOrder(1);
        builder.Property(a => a.Version).HasColumnOrder(2).IsConcurrencyToken();
        builder.Property(a => a.Number).HasColumnOrder(3);
        builder.Property(a => a.NumberOrder).HasColumnOrder(4);
        builder.Property(a => a.EditionId).HasColumnOrder(5);
        builder.Property(a => a.Order).HasColumnOrder(6);
        builder.Property(a => a.BeginDay).HasColumnOrder(7);
        builder.Property(a => a.EndDay).HasColumnOrder(8);
        builder.Property(a => a.EndLatestDay).HasColumnOrder(9);
        builder.Property(a => a.Basis).HasColumnOrder(10).HasConversion<string>();
        builder.Property(a => a.Folded).HasColumnOrder(11);
        builder.Property(a => a.Facts).HasColumnOrder(12).AsJson();
        builder.Property(a => a.EndsOnDay).HasColumnOrder(13);
        builder.Ignore(a => a.Countries);
        builder.Ignore(a => a.KindKeys);
        builder.HasIndex(a => new { a.RegisterId, a.NumberOrder, a.Number }).IsUnique();
        builder.HasIndex(a => new { a.RegisterId, a.EndDay });
        builder.HasIndex(a => new { a.RegisterId, a.EditionId, a.Order });
    }
}
