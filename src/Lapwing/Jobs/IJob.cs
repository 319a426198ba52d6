using Lapwing.Data;

namespace Lapwing.Jobs;

/// <summary>Work that outlives a request, as a class beside the feature that it serves. Idempotent: it may be run again after a crash.</summary>
public interface IJob
{
    /// <param name="report">Tells how far it is: 0 to 100 and a plain sentence; also keeps the lease.</param>
    /// <returns>What came of it, in a plain sentence.</returns>
    Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct);
}
