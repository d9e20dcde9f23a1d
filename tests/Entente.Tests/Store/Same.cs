using System.Collections;
using System.Reflection;

namespace Entente.Tests.Store;

/// <summary>Two values of Core are the same when all their parts are; a list is what is in it. Equality of records compares lists by identity.</summary>
internal static class Same
{
    public static void ShouldBe(object? actual, object? expected, string path = "")
    {
        if (expected is IEnumerable list and not string)
        {
            var (left, right) = (((IEnumerable)actual!).Cast<object?>().ToList(), list.Cast<object?>().ToList());
            left.Count.ShouldBe(right.Count, path);
            for (var i = 0; i < right.Count; i++)
                ShouldBe(left[i], right[i], $"{path}[{i}]");
        }
        else if (expected is not null && expected.GetType() is { IsClass: true, Namespace: "Entente.Core" } type)
        {
            actual.ShouldNotBeNull(path);
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                ShouldBe(property.GetValue(actual), property.GetValue(expected), $"{path}.{property.Name}");
        }
        else
        {
            actual.ShouldBe(expected, path);
        }
    }
}
