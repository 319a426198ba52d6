using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// Finds out what was done to the first entry whose hash is wrong, from it and those behind it. The hash of an entry depends on its place, so an entry
/// that stood elsewhere, or whose neighbours are gone, gives itself away when it is tried there.
/// </summary>
internal static class Suspicion
{
    private const int MostRemoved = 1_000;

    /// <param name="entries">The bad entry and those behind it.</param>
    /// <param name="before">The hash of the last good entry.</param>
    public static (AuditFaultKind Kind, string Sentence) Of(List<AuditEntry> entries, byte[] before, MacOf mac, LaneHead? head)
    {
        var bad = entries[0];
        for (var i = 1; i < entries.Count; i++)
        {
            var here = mac(entries[i], bad.Seq, before);
            if (!Is(here, entries[i]) && !Is(here, bad))
                continue;
            return BelongsBehind(entries, here!, mac)
                ? (AuditFaultKind.Reordered, $"the entries were put into another order: what stands at {entries[i].Seq} was written here.")
                : (AuditFaultKind.Inserted, $"was never written by the program; what was written here stands at {entries[i].Seq}.");
        }
        if (Removed(entries, mac, head) is { } removed)
            return (AuditFaultKind.Removed, removed == 1 ? "was removed, and those behind it were given new numbers." : $"and {removed - 1} more were removed, and those behind were given new numbers.");
        return head is not null && bad.Seq > head.Seq
            ? (AuditFaultKind.Inserted, "was never written by the program: it stands behind the head of the lane.")
            : (AuditFaultKind.Altered, "was altered: its content does not have its hash.");
    }

    /// <summary>Whether the first entry is genuine in a later place.</summary>
    private static bool BelongsBehind(List<AuditEntry> entries, byte[] hashHere, MacOf mac)
    {
        var bad = entries[0];
        for (var i = 1; i < entries.Count; i++)
        {
            var there = mac(bad, entries[i].Seq, i == 1 ? hashHere : entries[i - 1].H);
            if (Is(there, bad) || Is(there, entries[i]))
                return true;
        }
        return false;
    }

    /// <summary>How many entries are gone, when the second of those left fits behind the first under higher numbers.</summary>
    private static long? Removed(List<AuditEntry> entries, MacOf mac, LaneHead? head)
    {
        if (entries.Count == 1)
            return head?.Seq > entries[0].Seq && Is(head.H, entries[0]) ? head.Seq - entries[0].Seq : null;
        for (var gone = 1; gone <= MostRemoved; gone++)
            if (Is(mac(entries[1], entries[1].Seq + gone, entries[0].H), entries[1]))
                return gone;
        return null;
    }

    private static bool Is(byte[]? hash, AuditEntry entry) => hash is not null && CryptographicOperations.FixedTimeEquals(hash, entry.H);
}
