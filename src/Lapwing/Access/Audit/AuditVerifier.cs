namespace Lapwing.Access;

/// <summary>
/// Reads a whole trail once and says whether it is what was written: every entry has its hash, every lane reaches its head, every place that a witness saw is
/// as it was then, and every business row is as its last entry left it. It only reads.
/// </summary>
/// <param name="keys">The partnership's keys; more than one after a change of keys.</param>
public sealed class AuditVerifier(params IReadOnlyList<PartnershipKeys> keys)
{
    /// <summary>How many rows changed by hand are listed one by one.</summary>
    public const int RowsListed = 200;

    private readonly Dictionary<int, PartnershipKeys> byId = keys.ToDictionary(key => key.Id);

    /// <summary>How the hash of an entry is found. Tests put another in its place to prove that they would notice.</summary>
    internal MacOf? Mac { get; init; }

    public async Task<AuditVerdict> VerifyAsync(AuditEvidence evidence, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var witness = new WitnessCheck(evidence.Partnership, id => byId.GetValueOrDefault(id)?.CheckpointPublicKey);
        witness.Read(evidence.Witness);
        var rows = evidence.Rows is null ? null : new RowCheck(evidence.TypeName, RowsListed);
        var (lanes, faults, entries) = await FollowAsync(evidence, witness, rows, ct);
        NameWrongKey(faults, lanes, entries, witness);
        if (evidence.Checkpoints is not null)
            await witness.CompareAsync(evidence.Checkpoints, evidence.Witness, ct);
        long rowsRead = 0;
        if (rows is not null)
        {
            await foreach (var row in evidence.Rows!.WithCancellation(ct))
            {
                rows.Compare(row);
                rowsRead++;
            }
            rows.Finish();
        }
        return new()
        {
            Faults = [.. faults.OrderBy(fault => fault.Lane), .. witness.Faults],
            Rows = rows?.Listed ?? [],
            RowFaults = rows?.Faults ?? 0,
            EntriesRead = entries,
            RowsRead = rowsRead,
            CheckpointsRead = witness.Count,
            Unwitnessed = lanes.Sum(lane => lane.Unwitnessed),
            Cautions = [.. Cautions(evidence, witness)],
        };
    }

    private async Task<(List<LaneCheck> Lanes, List<AuditFault> Faults, long Entries)> FollowAsync(
        AuditEvidence evidence, WitnessCheck witness, RowCheck? rows, CancellationToken ct)
    {
        var lanes = Enumerable.Range(0, AuditChain.Lanes).Select(lane => new LaneCheck(lane, Mac ?? MacWithKeys, witness.MarksOf(lane))).ToList();
        var faults = new List<AuditFault>();
        long read = 0;
        await foreach (var entry in evidence.Entries.WithCancellation(ct))
        {
            read++;
            if (entry.Lane is < 0 or >= AuditChain.Lanes)
            {
                if (!faults.Exists(fault => fault.Lane == entry.Lane))
                    faults.Add(new(AuditFaultKind.Inserted, entry.Lane, entry.Seq, "there is no such lane."));
            }
            else if (lanes[entry.Lane].Add(entry))
            {
                rows?.Enter(entry);
            }
        }
        for (var lane = 0; lane < lanes.Count; lane++)
            if (lanes[lane].Finish(evidence.Heads.FirstOrDefault(head => head.Lane == lane)) is { } fault)
                faults.Add(fault);
        return (lanes, faults, read);
    }

    private byte[]? MacWithKeys(AuditEntry entry, long seq, ReadOnlySpan<byte> previous) =>
        byId.TryGetValue(entry.KeyId, out var key) ? AuditChain.Mac(key, entry, seq, previous) : null;

    /// <summary>When not one entry has its hash, the key is wrong, unless a witness says that the trail is another than it saw.</summary>
    private static void NameWrongKey(List<AuditFault> faults, List<LaneCheck> lanes, long entries, WitnessCheck witness)
    {
        if (entries == 0 || lanes.Exists(lane => lane.Genuine > 0) || witness.Count > 0 && !lanes.Exists(lane => lane.Agreed > 0))
            return;
        for (var i = 0; i < faults.Count; i++)
            if (faults[i].Kind == AuditFaultKind.Altered)
                faults[i] = faults[i] with
                {
                    Kind = AuditFaultKind.WrongKey,
                    Sentence = witness.Count > 0 ? "has not this key's hash, and the trail is as the witness saw it: this is the wrong key."
                        : "not one entry of the trail has the hash of this key: it is the wrong key, or the whole trail was replaced.",
                };
    }

    private static IEnumerable<string> Cautions(AuditEvidence evidence, WitnessCheck witness)
    {
        if (witness.Count == 0)
            yield return "There was no witness. Without one, entries cut from the end, and a rewriting by whoever holds the key, cannot be seen.";
        if (evidence.Rows is null)
            yield return "The business rows were not compared with their entries.";
    }
}
