namespace Lapwing.Data;

/// <summary>One writer at a time for an embedded database, in order of arrival: waiting here is fair and costs nothing,
/// waiting inside SQLite means sleeping and trying again. PostgreSQL needs none.</summary>
public sealed class WriteGate(bool oneWriter)
{
    private readonly SemaphoreSlim? gate = oneWriter ? new(1, 1) : null;

    public async ValueTask<Turn> EnterAsync(CancellationToken ct)
    {
        if (gate is not null)
            await gate.WaitAsync(ct);
        return new(gate);
    }

    public readonly struct Turn(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
