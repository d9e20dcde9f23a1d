using Entente.Core.Matching;

namespace Entente.Tests.Core;

public class AssignmentTests
{
    [Fact]
    public void What_costs_least_in_all_is_taken_and_not_what_comes_first() =>
        Assignment.Of([new Pair(0, 0, 0.1), new Pair(0, 1, 0.2), new Pair(1, 0, 0.15)]).Select(p => (p.Left, p.Right)).Order()
            .ShouldBe([(0, 1), (1, 0)]);

    [Fact]
    public void A_side_that_is_taken_leaves_the_other_alone() =>
        Assignment.Of([new Pair(0, 7, 0.3), new Pair(1, 7, 0.1)]).ShouldHaveSingleItem().ShouldBe(new Pair(1, 7, 0.1));

    [Fact]
    public void No_other_choice_costs_less()
    {
        var random = new Random(7);
        for (var round = 0; round < 60; round++)
        {
            var size = 1 + (round % 5);
            var pairs = (from left in Enumerable.Range(0, size) from right in Enumerable.Range(0, size) where random.Next(3) > 0 select new Pair(left, right, Math.Round(random.NextDouble(), 3))).ToList();
            var taken = Assignment.Of(pairs);
            taken.Select(p => p.Left).ShouldBeUnique();
            taken.Select(p => p.Right).ShouldBeUnique();
            Worth(taken).ShouldBe(Best(pairs, 0, size, []), 1e-9, $"round {round}");
        }
    }

    private static double Worth(IEnumerable<Pair> pairs) => pairs.Sum(p => 2 - p.Cost);

    private static double Best(List<Pair> pairs, int left, int size, HashSet<int> used)
    {
        if (left == size)
            return 0;
        var best = Best(pairs, left + 1, size, used);
        foreach (var pair in pairs.Where(p => p.Left == left && !used.Contains(p.Right)))
            best = Math.Max(best, 2 - pair.Cost + Best(pairs, left + 1, size, [.. used, pair.Right]));
        return best;
    }
}
