using Entente.Core;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Entente.Store.Mapping;

internal sealed class AgreementPartnerMapping : IEntityTypeConfiguration<AgreementPartner>
{
    public void Configure(EntityTypeBuilder<AgreementPartner> builder)
    {
        builder.ToTable("AgreementPartners").HasAnnotation(ColumnTypes.Clustered, true);
        builder.HasKey(l => new { l.RegisterId, l.AgreementId, l.Position });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(l => new { l.RegisterId, l.AgreementId }).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Partner>().WithMany().HasForeignKey(l => new { l.RegisterId, l.PartnerId }).OnDelete(DeleteBehavior.Restrict);
    }
}
