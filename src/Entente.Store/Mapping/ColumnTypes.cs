using Entente.Edtf;
using Entente.Store.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Entente.Store.Mapping;

/// <summary>How values become columns, the same in every table.</summary>
internal static class ColumnTypes
{
    /// <summary>Marks a narrow table whose rows lie in the order of their key.</summary>
    public const string Clustered = "Entente:Clustered";

    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Guid>().HaveConversion<GuidColumn>();
        configuration.DefaultTypeMapping<Guid>().HasConversion<GuidColumn>();
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantColumn>();
        configuration.Properties<EdtfDate>().HaveConversion<EdtfDateColumn>();
        configuration.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>One column holds the whole value, as JSON. The values are immutable, so that the same object is the same value.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            new ValueConverter<T, string>(value => StoredJson.Text(value), text => StoredJson.Value<T>(text)),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));

    public static PropertyBuilder<T> AsPackedJson<T>(this PropertyBuilder<T> property)
        where T : class =>
        property.HasConversion(
            new ValueConverter<T, byte[]>(
                value => Packed.Json(value), bytes => StoredJson.Value<T>(Packed.Unpack(bytes))),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value));

    /// <summary>Sixteen bytes in the order in which the id is written, so that ids sort by the time in them.</summary>
    private sealed class GuidColumn() : ValueConverter<Guid, byte[]>(
        id => id.ToByteArray(true), bytes => new Guid(bytes, true));

    private sealed class InstantColumn() : ValueConverter<DateTimeOffset, long>(
        at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class EdtfDateColumn() : ValueConverter<EdtfDate, string>(
        date => date.Text, text => (EdtfDate)EdtfValue.Parse(text).Value!);
}
