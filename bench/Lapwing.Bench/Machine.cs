using System.Globalization;

namespace Lapwing.Bench;

/// <summary>The machine by what matters to the numbers, and how busy it was with other work.</summary>
internal static class Machine
{
    public static string Describe() => $"{Environment.ProcessorCount} cores, {Memory()} GB of memory";

    /// <summary>The load of the last minute; what this program did itself is in it.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Memory() => (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9).ToString("N0", CultureInfo.InvariantCulture);
}
