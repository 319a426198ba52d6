namespace Lapwing.Access;

/// <summary>What the witness saw, checked for itself first; and the database's own copies held against it.</summary>
internal sealed class WitnessCheck(string partnership, Func<int, byte[]?> publicKey)
{
    private readonly Dictionary<int, List<LaneMark>> marks = [];
    private readonly Dictionary<long, byte[]> seen = [];
    private readonly List<AuditFault> faults = [];

    public IReadOnlyList<AuditFault> Faults => faults;

    /// <summary>Genuine checkpoints of the witness.</summary>
    public long Count => seen.Count;

    /// <summary>Where the witness saw a lane, by rising numbers.</summary>
    public IReadOnlyList<LaneMark> MarksOf(int lane) => marks.GetValueOrDefault(lane) ?? [];

    /// <summary>Takes the witness's checkpoints up to the first that does not hold.</summary>
    public void Read(IEnumerable<Checkpoint> witness)
    {
        var line = new CheckpointLine(partnership, publicKey);
        try
        {
            foreach (var checkpoint in witness)
            {
                line.Accept(checkpoint);
                seen[checkpoint.Counter] = checkpoint.Hash;
                foreach (var mark in checkpoint.Moved)
                {
                    if (!marks.TryGetValue(mark.Lane, out var places))
                        marks[mark.Lane] = places = [];
                    places.Add(mark);
                }
            }
        }
        catch (Exception broken) when (broken is CheckpointRefused or FormatException)
        {
            Report($"The witness does not hold together behind checkpoint {Count}. {broken.Message}");
        }
    }

    /// <summary>Every copy in the database is one that the witness saw, and none is missing in between.</summary>
    /// <param name="witness">Read again when the database has later ones: they may have been added meanwhile.</param>
    public async Task CompareAsync(IAsyncEnumerable<StoredCheckpoint> stored, IEnumerable<Checkpoint> witness, CancellationToken ct)
    {
        long expected = 1;
        var reread = false;
        await foreach (var copy in stored.WithCancellation(ct))
        {
            if (copy.Counter != expected)
            {
                Report($"The database's copy of checkpoint {expected} is missing.");
                return;
            }
            expected++;
            if (!seen.ContainsKey(copy.Counter) && !reread && faults.Count == 0)
            {
                reread = true;
                seen.Clear();
                marks.Clear();
                Read(witness);
            }
            if (!seen.TryGetValue(copy.Counter, out var hash))
            {
                Report($"The database has checkpoint {copy.Counter}, which the witness never saw: the witness was cut or replaced, or the checkpoint forged.");
                return;
            }
            if (!Matches(copy, hash))
            {
                Report($"The database's copy of checkpoint {copy.Counter} is not what the witness saw.");
                return;
            }
        }
    }

    private static bool Matches(StoredCheckpoint copy, byte[] hash)
    {
        try
        {
            return Checkpoint.Parse(copy.Text) is var read && read.Counter == copy.Counter && read.Hash.AsSpan().SequenceEqual(hash);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private void Report(string sentence) => faults.Add(new(AuditFaultKind.WitnessMismatch, null, null, sentence));
}
