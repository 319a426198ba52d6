using System.Collections.Concurrent;

namespace Lapwing.Modules.People.Linkage;

/// <summary>The places of all who have a key of one kind, those with the same key next to each other.</summary>
internal sealed class SortedBlock
{
    private const int Chunk = 8_192;
    private readonly ulong[] keys;
    private readonly int[] places;

    /// <param name="unsorted">The key of each place; 0 for none.</param>
    public SortedBlock(ulong[] unsorted)
    {
        var count = unsorted.Length - unsorted.AsSpan().Count(0UL);
        (keys, places) = (new ulong[count], new int[count]);
        var at = 0;
        for (var place = 0; place < unsorted.Length; place++)
            if (unsorted[place] != 0)
                (keys[at], places[at++]) = (unsorted[place], place);
        Array.Sort(keys, places);
        // Sorting keeps no order among equals: the same data must give the same neighbours everywhere.
        for (int from = 0, to; from < count; from = to)
        {
            for (to = from + 1; to < count && keys[to] == keys[from]; to++)
            {
            }
            if (to - from > 2)
                Array.Sort(places, from, to - from);
        }
    }

    /// <summary>The places that share a key.</summary>
    public ReadOnlySpan<int> With(ulong key)
    {
        var at = key == 0 ? -1 : Array.BinarySearch(keys, key);
        if (at < 0)
            return [];
        var (from, to) = (at, at + 1);
        while (from > 0 && keys[from - 1] == key)
            from--;
        while (to < keys.Length && keys[to] == key)
            to++;
        return places.AsSpan(from, Math.Min(to - from, LinkageBlocks.MostNeighbours));
    }

    /// <summary>Every pair that shares a key, on every core.</summary>
    public void EachPair(Action<int, int, List<LikelyMatch>> look, ConcurrentBag<List<LikelyMatch>> found, CancellationToken ct) =>
        Parallel.For(0, (keys.Length + Chunk - 1) / Chunk, new ParallelOptions { CancellationToken = ct }, chunk =>
        {
            var mine = new List<LikelyMatch>();
            for (var i = chunk * Chunk; i < Math.Min(keys.Length, (chunk + 1) * Chunk); i++)
                for (var j = i + 1; j < keys.Length && keys[j] == keys[i] && j - i <= LinkageBlocks.MostNeighbours; j++)
                    look(places[i], places[j], mine);
            found.Add(mine);
        });

    /// <summary>At most so many pairs that share a key, spread evenly over all.</summary>
    public IEnumerable<(int One, int Other)> Sample(int most)
    {
        var step = Math.Max(1, Pairs() / most);
        var number = 0L;
        for (var i = 0; i < keys.Length; i++)
            for (var j = i + 1; j < keys.Length && keys[j] == keys[i] && j - i <= LinkageBlocks.MostNeighbours; j++)
                if (number++ % step == 0)
                    yield return (places[i], places[j]);
    }

    /// <summary>How many pairs share a key.</summary>
    public long Pairs()
    {
        var pairs = 0L;
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from]; to++)
            {
            }
            pairs += (long)(to - from) * (to - from - 1) / 2;
        }
        return pairs;
    }
}
