using System.Globalization;
using System.Text.RegularExpressions;

namespace Entente.App.Design;

/// <summary>A colour as the sheets name it: lightness from 0 to 1, chroma, hue in degrees.</summary>
public readonly partial record struct Oklch(double Lightness, double Chroma, double Hue)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"oklch({Lightness * 100:0.##}% {Chroma:0.####} {Hue:0.##})");

    /// <returns>Null for what is no such colour, or can be seen through.</returns>
    public static Oklch? Parse(string text) => Written().Match(text) is { Success: true } m
        ? new Oklch(Number(m.Groups[1]) / 100, Number(m.Groups[2]), Number(m.Groups[3])) : null;

    /// <summary>As WCAG measures it: from 1, the same, to 21, black on white.</summary>
    public static double Contrast(Oklch a, Oklch b)
    {
        var (dark, light) = a.Luminance < b.Luminance ? (a.Luminance, b.Luminance) : (b.Luminance, a.Luminance);
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>Relative luminance of the nearest colour that a screen of sRGB can show.</summary>
    public double Luminance
    {
        get
        {
            var (a, b) = (Chroma * Math.Cos(Hue * Math.PI / 180), Chroma * Math.Sin(Hue * Math.PI / 180));
            // From Oklab to the cones of the eye, from there to linear sRGB: the matrices of CSS Color 4.
            var l = Cube(Lightness + (0.3963377774 * a) + (0.2158037573 * b));
            var m = Cube(Lightness - (0.1055613458 * a) - (0.0638541728 * b));
            var s = Cube(Lightness - (0.0894841775 * a) - (1.2914855480 * b));
            var red = Math.Clamp((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s), 0, 1);
            var green = Math.Clamp((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s), 0, 1);
            var blue = Math.Clamp((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s), 0, 1);
            return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
        }
    }

    private static double Cube(double root) => root * root * root;

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$")]
    private static partial Regex Written();
}
