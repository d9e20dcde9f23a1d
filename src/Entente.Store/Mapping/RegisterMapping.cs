using Entente.Core;
using Entente.Store.Writing;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Entente.Store.Mapping;

internal sealed class RegisterMapping : IEntityTypeConfiguration<Register>
{
    public void Configure(EntityTypeBuilder<Register> builder)
    {
        builder.ToTable("Registers");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.OtherNames).AsJson();
        builder.Property(r => r.Kinds).AsJson();
        builder.Property(r => r.Rules).AsJson();
        builder.Property(r => r.CountryNames).AsJson();
        builder.Ignore(r => r.Names);
        builder.Property(r => r.Counting).HasConversion<string>();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property<string>(Derivation.Column).HasValueGenerator<CurrentRule>().ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Name).IsUnique();
    }

    private sealed class CurrentRule : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) => Derivation.Rule;
    }
}
