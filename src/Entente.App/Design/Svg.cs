using System.Globalization;
using System.Xml.Linq;

using Microsoft.AspNetCore.Components;

namespace Entente.App.Design;

/// <summary>What drawings are made of. Colours come from the style sheet by class.</summary>
internal static class Svg
{
    // Inside an HTML page the namespace is known and need not be written.
    public static XElement Of(string name, params object?[] content) => new(name, content);

    public static XElement Shape(string name, string element, params ReadOnlySpan<(string Name, double Value)> measures)
    {
        var shape = Of(element, Class(name));
        foreach (var (measure, value) in measures)
            shape.Add(new XAttribute(measure, Units(value)));
        return shape;
    }

    public static XElement Text(string name, string anchor, double x, double y, string text) => Of(
        "text", Class(name), new XAttribute("text-anchor", anchor),
        new XAttribute("x", Units(x)), new XAttribute("y", Units(y)), text);

    public static XAttribute Class(string name) => new("class", name);

    public static string Units(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Of the width of the drawing: it is as wide as its room, and its letters and marks keep their size.</summary>
    public static string Share(double value) => Units(value) + "%";

    public static MarkupString Markup(XElement drawing) => (MarkupString)drawing.ToString(SaveOptions.DisableFormatting);
}
