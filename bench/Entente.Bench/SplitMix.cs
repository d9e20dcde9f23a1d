namespace Entente.Bench;

/// <summary>Numbers that look random and are the same every time. https://prng.di.unimi.it/splitmix64.c</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong state = unchecked(seed * 0x9E3779B97F4A7C15);

    public int Next(int below)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (int)((z ^ (z >> 31)) % (ulong)below);
        }
    }
}
