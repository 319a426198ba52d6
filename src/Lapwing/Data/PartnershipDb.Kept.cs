using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

public abstract partial class PartnershipDb
{
    /// <summary>The edition of the directory that this request began with, when the door has seen it.</summary>
    internal long? Seen { get; set; }

    /// <summary>Every shelf that search keys stand on, whoever may know what stands there.</summary>
    internal async Task<int[]> ShelvesAsync(CancellationToken ct) =>
        [.. Enumerable.Range(0, 1 + (await Database.SqlQuery<int?>($"SELECT max(shelf) AS \"Value\" FROM search_keys").SingleAsync(ct) ?? 0))];

    /// <summary>Something of the directory or the settings, from this process's memory while no edition of them has followed since it was read.</summary>
    /// <param name="what">Names it; not personal, and the same for every viewer.</param>
    public async Task<T> KeptAsync<T>(object what, Func<Task<T>> read, CancellationToken ct = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if ((Seen ?? await Edition.ReadAsync(this, ct)) is not { } edition)
            return await read();
        if (Session.Kept.Find<T>(what, edition) is { } kept)
            return kept;
        var value = await read();
        Session.Kept.Keep(what, edition, value);
        return value;
    }
}
