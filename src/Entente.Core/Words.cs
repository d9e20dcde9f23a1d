using System.Collections.Concurrent;
using System.Text;

namespace Entente.Core;

/// <summary>How the names of this vocabulary are written in codes, addresses and files: OnRequest is on-request.</summary>
public static class Words
{
    /// <summary>There are as many as this vocabulary has.</summary>
    private static readonly ConcurrentDictionary<string, string> Kebabs = new(StringComparer.Ordinal);

    public static string Kebab(string name) => Kebabs.GetOrAdd(name, Write);

    private static string Write(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }

    public static string Kebab<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    public static T? Parse<T>(string? kebab)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (kebab is not null && Kebab(value.ToString()) == kebab)
                return value;
        }

        return null;
    }
}
