using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

using Entente.Core;

namespace Entente.Store.Json;

/// <summary>How Core's values are written where one column holds a whole value. Nulls, empty lists and what is false are left out.</summary>
/// <remarks>Not source-generated: generated readers give null to every init-only property that the text leaves out,
/// so that a field added later would break every record stored before (dotnet/runtime 58770).</remarks>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>For what writes several of such values one behind the other.</summary>
    internal static JsonWriterOptions Written { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static void Write<T>(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, Options);

    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    public static T Value<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    public static T Value<T>(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<T>(bytes, Options)!;

    private static JsonSerializerOptions Make()
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(LeaveOutEmptyLists);
        resolver.Modifiers.Add(LeaveOutWhatIsComputed);
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = resolver,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters =
            {
                new EdtfDateConverter(),
                new EdtfValueConverter(),
                new LengthConverter(),
                new PlaceConverter(),
                new PieceConverter(),
                new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A constructor's parameter is always written: left out, it would be read as null.</summary>
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        var parameters = type.Type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.Properties)
        {
            if (property.IsRequired || parameters.Contains(property.Name))
                continue;
            if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
                property.ShouldSerialize = (_, list) => list is System.Collections.ICollection { Count: > 0 };
            else if (property.PropertyType == typeof(bool))
                property.ShouldSerialize = (_, value) => value is true;
        }
    }

    /// <summary>A property that only follows from others is no part of the value.</summary>
    private static void LeaveOutWhatIsComputed(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i].AttributeProvider is System.Reflection.PropertyInfo { CanWrite: false })
                type.Properties.RemoveAt(i);
        }
    }
}
