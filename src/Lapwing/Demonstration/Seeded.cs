namespace Lapwing.Demonstration;

/// <summary>
/// Repeatable numbers for generated records: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// The same seed and stream give the same numbers on every machine; they are never used for secrets.
/// </summary>
public struct Seeded
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <param name="seed">The seed of the whole set.</param>
    /// <param name="stream">Which record: each has numbers of its own, so any one can be made without those before it.</param>
    public Seeded(ulong seed, ulong stream) => state = Mix(seed) ^ Mix(Gamma * (stream + 1));

    /// <summary>64 bits.</summary>
    public ulong Next() => Mix(state += Gamma);

    /// <summary>From 0 to just below the bound, each as likely as the other (to within 2^-32).</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }

    /// <summary>True with this probability, from 0 to 1.</summary>
    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    /// <summary>One of a list, each as likely as the other.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
