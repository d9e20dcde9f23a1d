using System.Text.Json;

using Entente.Core;

namespace Entente.Store.Json;

/// <summary>Finds one record among those that a change keeps, without reading the others.</summary>
internal static class RecordScan
{
    /// <returns>Its JSON; empty when it is not among them.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> payload, Guid id)
    {
        var json = new Utf8JsonReader(payload);
        if (!ReachesRecords(ref json))
            return default;
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)json.TokenStartIndex;
            var isFound = HasId(ref json, id);
            if (isFound)
                return payload[start..(int)json.BytesConsumed];
        }

        return default;
    }

    public static void Each(ReadOnlySpan<byte> payload, Action<RecordAfter> look)
    {
        var json = new Utf8JsonReader(payload);
        if (!ReachesRecords(ref json))
            return;
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            look(StoredJson.Value<RecordAfter>(payload[start..(int)json.BytesConsumed]));
        }
    }

    private static bool ReachesRecords(ref Utf8JsonReader json)
    {
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            var isIt = json.ValueTextEquals("records"u8);
            json.Read();
            if (isIt)
                return json.TokenType == JsonTokenType.StartArray;
            json.Skip();
        }

        return false;
    }

    /// <summary>Reads one object to its end.</summary>
    private static bool HasId(ref Utf8JsonReader json, Guid id)
    {
        var isFound = false;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var isId = json.ValueTextEquals("id"u8);
            json.Read();
            isFound |= isId && json.TryGetGuid(out var found) && found == id;
            json.Skip();
        }

        return isFound;
    }
}
