using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>A checkpoint that does not extend what was seen before: the trail, or the place it came from, was rolled back or rewritten.</summary>
public sealed class CheckpointRefused(string message) : Exception(message);

/// <summary>
/// The line of checkpoints as somebody who saw all of them knows it: the last one, and where every lane stood. It judges whether a checkpoint extends the line
/// and makes the next one. Needs only public keys to judge.
/// </summary>
/// <param name="publicKey">The public key of a key id, or null when there is none.</param>
public sealed class CheckpointLine(string partnership, Func<int, byte[]?> publicKey)
{
    private readonly SortedDictionary<int, LaneMark> lanes = [];
    private readonly Dictionary<int, ECDsa> verifiers = [];

    /// <summary>The last checkpoint; null before the first.</summary>
    public Checkpoint? Last { get; private set; }

    /// <summary>Where each lane stood that has entries.</summary>
    public IReadOnlyCollection<LaneMark> Lanes => lanes.Values;

    private byte[] LastHash => Last?.Hash ?? new byte[SHA256.HashSizeInBytes];

    /// <summary>Adds the next checkpoint.</summary>
    /// <exception cref="CheckpointRefused">It does not extend the line; the sentence says why.</exception>
    public void Accept(Checkpoint next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Objection(next) is { } why)
            throw new CheckpointRefused(why);
        Move(lanes, next.Moved);
        Last = next;
    }

    /// <summary>Signs where the lanes stand now. The line does not move until the checkpoint was witnessed and <see cref="Accept"/> is called.</summary>
    /// <returns>Null when no lane moved since the last one.</returns>
    /// <exception cref="CheckpointRefused">A lane stands before or beside where a checkpoint saw it.</exception>
    public Checkpoint? Next(PartnershipKeys keys, IEnumerable<LaneHead> heads, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(heads);
        var moved = new List<LaneMark>();
        foreach (var head in heads.OrderBy(head => head.Lane))
        {
            var seen = lanes.GetValueOrDefault(head.Lane);
            if (head.Seq < (seen?.Seq ?? 0) || head.Seq == seen?.Seq && !head.H.AsSpan().SequenceEqual(seen.H))
                throw new CheckpointRefused($"Lane {head.Lane} ends at entry {head.Seq}, but checkpoint {Last?.Counter} saw it differently at {seen?.Seq}: the trail was rolled back or rewritten.");
            if (head.Seq > (seen?.Seq ?? 0))
                moved.Add(new(head.Lane, head.Seq, head.H));
        }
        if (moved.Count == 0)
            return null;
        var after = new SortedDictionary<int, LaneMark>(lanes);
        Move(after, moved);
        return new Checkpoint
        {
            Partnership = partnership,
            Counter = (Last?.Counter ?? 0) + 1,
            At = Canonical.Whole(at),
            Entries = after.Values.Sum(lane => lane.Seq),
            KeyId = keys.Id,
            Previous = LastHash,
            Root = RootOf(after),
            Moved = moved,
        }.SignWith(keys);
    }

    /// <summary>Why a checkpoint does not extend the line; null when it does.</summary>
    public string? Objection(Checkpoint next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var name = $"Checkpoint {next.Counter}";
        if (next.Partnership != partnership)
            return $"{name} is about {next.Partnership}, not about {partnership}.";
        if (Verifier(next.KeyId) is not { } key)
            return $"{name} is signed with key {next.KeyId}, which is not known.";
        if (!next.IsSignedWith(key))
            return $"{name} does not bear a valid signature.";
        if (next.Counter != (Last?.Counter ?? 0) + 1)
            return $"{name} does not follow checkpoint {Last?.Counter ?? 0}.";
        if (!next.Previous.AsSpan().SequenceEqual(LastHash))
            return $"{name} follows another checkpoint {Last?.Counter ?? 0} than the one that was seen.";
        if (next.Moved.FirstOrDefault(lane => lane.Seq <= (lanes.GetValueOrDefault(lane.Lane)?.Seq ?? 0)) is { } back)
            return $"{name} puts lane {back.Lane} back to entry {back.Seq}.";
        var after = new SortedDictionary<int, LaneMark>(lanes);
        Move(after, next.Moved);
        if (next.Entries != after.Values.Sum(lane => lane.Seq) || !next.Root.AsSpan().SequenceEqual(RootOf(after)))
            return $"{name} does not add up: its root is not that of its lanes.";
        return null;
    }

    private static void Move(SortedDictionary<int, LaneMark> to, IEnumerable<LaneMark> moved)
    {
        foreach (var lane in moved)
            to[lane.Lane] = lane;
    }

    private static byte[] RootOf(SortedDictionary<int, LaneMark> lanes) =>
        MerkleTree.Root([.. lanes.Values.Select(lane => new Canonical("lapwing lane head 1").Add(lane.Lane).Add(lane.Seq).Add(lane.H).Written.ToArray())]);

    /// <summary>Kept open for the life of the line: reading a key costs more than checking a signature.</summary>
    private ECDsa? Verifier(int keyId)
    {
        if (!verifiers.TryGetValue(keyId, out var verifier) && publicKey(keyId) is { } info)
        {
            verifier = ECDsa.Create();
            verifier.ImportSubjectPublicKeyInfo(info, out _);
            verifiers[keyId] = verifier;
        }
        return verifier;
    }
}
