using Entente.Bench;

return args switch
{
    ["standing-count", var folder] => await StandingCountBench.RunAsync(folder, 1_000_000, Console.Out),
    ["standing-count", var folder, var records] => await StandingCountBench.RunAsync(folder, int.Parse(records, null), Console.Out),
    _ => 2,
};
