using System.Reflection;

namespace Entente.Tests.Walls;

/// <summary>A wall that nobody saw fail is none.</summary>
public class HabitTests
{
    [Fact]
    public void Each_wall_has_a_bad_sample_that_it_catches() =>
        WithoutBadSample(typeof(HabitTests).Assembly.GetTypes().Where(t => t.Namespace == typeof(HabitTests).Namespace && !t.IsNested)).ShouldBeEmpty();

    [Fact]
    public void A_bad_wall_is_caught() => WithoutBadSample([typeof(EmptyTests), typeof(SizeTests)]).ShouldBe(["EmptyTests"]);

    private static IEnumerable<string> WithoutBadSample(IEnumerable<Type> walls) =>
        from wall in walls
        where wall.Name.EndsWith("Tests", StringComparison.Ordinal)
        where !wall.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Any(IsBadSample)
        select wall.Name;

    private static bool IsBadSample(MethodInfo test) =>
        test.Name.StartsWith("A_bad_", StringComparison.Ordinal) && test.Name.Contains("_is_caught", StringComparison.Ordinal);

    private sealed class EmptyTests;
}
