using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>What an entry's hash must be at a number behind a hash; null when its key is not there.</summary>
internal delegate byte[]? MacOf(AuditEntry entry, long seq, ReadOnlySpan<byte> previous);

/// <summary>Follows one lane from its first entry to its head and remembers the first thing that is wrong.</summary>
/// <param name="marks">Where witnessed checkpoints saw the lane, by rising numbers.</param>
internal sealed class LaneCheck(int lane, MacOf mac, IReadOnlyList<LaneMark> marks)
{
    /// <summary>How far behind a bad entry is looked for what happened to it.</summary>
    private const int LookAhead = 20_000;

    private readonly List<AuditEntry> suspects = [];
    private byte[] beforeSuspects = [];
    private AuditFault? gap, mismatch;
    private long lastSeq, lastAgreed, mismatchSeen;
    private byte[] lastH = AuditChain.Genesis;
    private int nextMark;

    /// <summary>Entries whose hash is right.</summary>
    public long Genuine { get; private set; }

    /// <summary>Witnessed places where the lane is as the witness saw it.</summary>
    public int Agreed { get; private set; }

    /// <summary>Entries behind the last witnessed place.</summary>
    public long Unwitnessed => Math.Max(0, lastSeq - (marks.Count == 0 ? 0 : marks[^1].Seq));

    /// <summary>Takes the next entry.</summary>
    /// <returns>Whether its hash is right behind the entry before: then what it says about rows counts.</returns>
    public bool Add(AuditEntry entry)
    {
        var expected = mac(entry, entry.Seq, lastH);
        var genuine = expected is not null && CryptographicOperations.FixedTimeEquals(expected, entry.H);
        if (gap is null && suspects.Count == 0)
        {
            if (entry.Seq > lastSeq + 1)
                gap = Fault(AuditFaultKind.Removed, lastSeq + 1, entry.Seq == lastSeq + 2 ? "is missing." : $"is missing, with all up to {entry.Seq - 1}.");
            else if (entry.Seq <= lastSeq)
                gap = Fault(AuditFaultKind.Inserted, entry.Seq, "stands there twice.");
            else if (expected is null)
                gap = Fault(AuditFaultKind.WrongKey, entry.Seq, $"names key {entry.KeyId}, which is not in the key file; or that number was altered.");
            else if (!genuine)
                beforeSuspects = lastH;
        }
        if (gap is null && (!genuine || suspects.Count > 0) && suspects.Count < LookAhead)
            suspects.Add(entry);
        (lastSeq, lastH) = (entry.Seq, entry.H);
        Genuine += genuine ? 1 : 0;
        CompareWithWitness(entry);
        return genuine;
    }

    /// <summary>The first thing wrong with the lane, now that all its entries were seen.</summary>
    public AuditFault? Finish(LaneHead? head)
    {
        var broken = gap ?? (suspects.Count == 0 ? null : Suspicion.Of(suspects, beforeSuspects, mac, head) is var (kind, sentence) ? Fault(kind, suspects[0].Seq, sentence) : null);
        if (broken is not null || mismatch is not null)
            return broken?.Seq <= mismatchSeen || mismatch is null ? broken : mismatch;
        if (nextMark < marks.Count)
            return Fault(AuditFaultKind.CutFromEnd, lastSeq + 1, $"is missing, with all up to {marks[^1].Seq}: a witness saw them.");
        if (head is null)
            return Fault(AuditFaultKind.ForgedHead, lastSeq, "the lane has lost its head.");
        if (head.Seq > lastSeq)
            return Fault(AuditFaultKind.CutFromEnd, lastSeq + 1, $"is missing, with all up to {head.Seq}: the head of the lane has seen them.");
        if (head.Seq < lastSeq)
            return Fault(AuditFaultKind.ForgedHead, head.Seq + 1, $"the head of the lane was put back to entry {head.Seq}, but there are {lastSeq}.");
        return CryptographicOperations.FixedTimeEquals(head.H, lastH) ? null
            : Fault(AuditFaultKind.ForgedHead, lastSeq, "the head of the lane does not have the hash of its last entry.");
    }

    private void CompareWithWitness(AuditEntry entry)
    {
        while (nextMark < marks.Count && marks[nextMark].Seq < entry.Seq)
            nextMark++;
        if (nextMark == marks.Count || marks[nextMark].Seq != entry.Seq)
            return;
        if (CryptographicOperations.FixedTimeEquals(marks[nextMark++].H, entry.H))
        {
            Agreed++;
            lastAgreed = entry.Seq;
        }
        else if (mismatch is null)
        {
            mismatchSeen = entry.Seq;
            mismatch = Fault(AuditFaultKind.WitnessMismatch, lastAgreed + 1,
                lastAgreed + 1 == entry.Seq ? "is not what a witness saw." : $"here or at one of the entries up to {entry.Seq} the lane was rewritten: a witness saw entry {entry.Seq} otherwise.");
        }
    }

    private AuditFault Fault(AuditFaultKind kind, long seq, string sentence) => new(kind, lane, seq, sentence);
}
