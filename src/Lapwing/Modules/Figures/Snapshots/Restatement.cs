namespace Lapwing.Modules.Figures.Snapshots;

/// <summary>What changed behind frozen figures: records that came late, and records that were taken back or corrected. It says which cells are concerned and
/// never by how many, because the difference of two releases can be one person.</summary>
public sealed class Restatement(CellRecords then, CellRecords now)
{
    /// <summary>Whether a cell's records are other ones than when it was frozen.</summary>
    public Changed Of(string measure, string? breakdown = null, string? category = null)
    {
        var name = CellRecords.Name(measure, breakdown, category);
        var (before, after) = (then[name], now[name]);
        return (after.Except(before).Any() ? Changed.Added : 0) | (before.Except(after).Any() ? Changed.TakenBack : 0);
    }

    /// <summary>The records of a cell that came after it was frozen, for the trace.</summary>
    public IReadOnlyList<Guid> Added(string measure, string? breakdown, string? category)
    {
        var name = CellRecords.Name(measure, breakdown, category);
        return [.. now[name].Except(then[name])];
    }
}

/// <summary>Why a cell is not what it was.</summary>
[Flags]
public enum Changed
{
    None = 0,

    /// <summary>Records of the quarter that were recorded after the cut-off.</summary>
    Added = 1,

    /// <summary>Records that were withdrawn, corrected, or moved to another category.</summary>
    TakenBack = 2,
}
