using Entente.Core;
using Entente.Store.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(c => new { c.RegisterId, c.Sequence });
        builder.Property(c => c.Sequence).ValueGeneratedNever();
        builder.Property(c => c.Payload)
            .HasConversion<byte[]?>(bytes => bytes == null ? null : Packed.Pack(bytes), packed => packed == null ? null : Packed.Unpack(packed));
    }
}

internal sealed class ChangedAgreementMapping : IEntityTypeConfiguration<ChangedAgreement>
{
    /// <summary>No foreign key to the agreement: the history of a record outlives it.</summary>
    public void Configure(EntityTypeBuilder<ChangedAgreement> builder)
    {
        builder.ToTable("ChangedAgreements").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.AgreementId, l.Sequence });
        builder.HasOne<Change>().WithMany().HasForeignKey(l => new { l.RegisterId, l.Sequence }).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ChangedPartnerMapping : IEntityTypeConfiguration<ChangedPartner>
{
    /// <summary>As for agreements.</summary>
    public void Configure(EntityTypeBuilder<ChangedPartner> builder)
    {
        builder.ToTable("ChangedPartners").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.PartnerId, l.Sequence });
        builder.HasOne<Change>().WithMany().HasForeignKey(l => new { l.RegisterId, l.Sequence }).OnDelete(DeleteBehavior.Cascade);
    }
}
