using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("Partners");
        builder.HasKey(p => new { p.RegisterId, p.Id });
        builder.Property(p => p.Identity).AsJson();
        builder.Ignore(p => p.ShownName);
        builder.Ignore(p => p.ShownCountry);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.RegisterId, p.Key }).IsUnique();
    }
}
