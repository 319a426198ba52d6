namespace Lapwing.Access;

/// <summary>
/// The end of one lane: its last number and keyed hash. It moves in the transaction that adds the entry, which makes writers to one lane take turns
/// and leaves no gap; other lanes go on meanwhile.
/// </summary>
public sealed class LaneHead
{
    private LaneHead() { }

    public int Lane { get; private set; }

    /// <summary>0 before the first entry.</summary>
    public long Seq { get; private set; }
    public byte[] H { get; private set; } = [];

    /// <summary>The head of a lane without entries.</summary>
    public static LaneHead Start(int lane) => At(lane, 0, AuditChain.Genesis);

    /// <summary>A head as the database gave it.</summary>
    public static LaneHead At(int lane, long seq, byte[] h) => new() { Lane = lane, Seq = seq, H = h };

    /// <summary>Moves to an entry that was linked to this head.</summary>
    public void Advance(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Lane != Lane || entry.Seq != Seq + 1)
            throw new InvalidOperationException($"Entry {entry.Seq} of lane {entry.Lane} does not follow head {Seq} of lane {Lane}.");
        (Seq, H) = (entry.Seq, entry.H);
    }
}
