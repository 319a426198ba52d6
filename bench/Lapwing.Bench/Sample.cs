using System.Diagnostics;

namespace Lapwing.Bench;

/// <summary>How long the same thing took each time, in milliseconds, and the processor time of this process for each.</summary>
internal sealed record Sample(IReadOnlyList<double> Sorted, double ProcessorEach)
{
    public double Median => At(.5);
    public double P99 => At(.99);

    /// <summary>Does something several times after some that do not count, one at a time.</summary>
    public static async Task<Sample> TakeAsync(int warm, int times, Func<int, Task> act)
    {
        for (var i = 0; i < warm; i++)
            await act(i);
        var took = new double[times];
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < times; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await act(warm + i);
            took[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }
        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalMilliseconds / times;
        Array.Sort(took);
        return new(took, processor);
    }

    private double At(double share) => Sorted[Math.Min(Sorted.Count - 1, (int)Math.Ceiling(share * Sorted.Count) - 1)];
}
