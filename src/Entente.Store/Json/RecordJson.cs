using System.Text.Json;

using Entente.Core;

namespace Entente.Store.Json;

/// <summary>A <see cref="RecordAfter"/> of a record whose facts are written already.</summary>
internal static class RecordJson
{
    /// <param name="facts">In UTF-8.</param>
    public static void Write(Utf8JsonWriter writer, Agreement agreement, ReadOnlySpan<byte> facts)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, agreement.Id);
        writer.WriteString("number"u8, agreement.Number);
        writer.WriteNumber("version"u8, agreement.Version);
        writer.WritePropertyName("facts"u8);
        writer.WriteRawValue(facts, skipInputValidation: true);
        if (agreement.EditionId is { } edition)
            writer.WriteString("editionId"u8, edition);
        if (agreement.Order is { } order)
            writer.WriteNumber("order"u8, order);
        writer.WriteEndObject();
    }
}
