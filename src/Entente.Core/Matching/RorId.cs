using System.Globalization;

namespace Entente.Core.Matching;

/// <summary>Ids of the Research Organization Registry: a nought, six signs of Crockford's base 32, two digits to check them (ISO 7064, MOD 97-10).</summary>
public static class RorId
{
    public const string Address = "https://ror.org/";

    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 9, Checked = 7;

    /// <summary>The id in full of an address, with or without its begin, or of the nine signs alone; null for what is none.</summary>
    public static string? Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = text.Trim().TrimEnd('/').ToLowerInvariant();
        id = id[(id.LastIndexOf('/') + 1)..];
        return IsId(id) ? Address + id : null;
    }

    private static bool IsId(string id)
    {
        if (id.Length != Length || id[0] != '0' || !int.TryParse(id.AsSpan(Checked), NumberStyles.None, CultureInfo.InvariantCulture, out var check))
            return false;
        var number = 0L;
        foreach (var sign in id.AsSpan(0, Checked))
        {
            var value = Signs.IndexOf(sign, StringComparison.Ordinal);
            if (value < 0)
                return false;
            number = (number * Signs.Length) + value;
        }

        return 98 - (number * 100 % 97) == check;
    }
}
