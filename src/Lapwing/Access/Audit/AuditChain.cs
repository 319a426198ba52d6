using System.Security.Cryptography;

namespace Lapwing.Access;

/// <summary>
/// Links entries: <c>h = HMAC-SHA-256(K, lane, seq, every column, com, h of the entry before in the lane)</c>, each with its length in front.
/// K is never in the database, so whoever changes, removes, adds or reorders entries there cannot make the hashes agree again.
/// </summary>
public static class AuditChain
{
    /// <summary>Lanes of a partnership's trail: several chains side by side, so that writers to different files need not wait for each other.</summary>
    public const int Lanes = 16;

    /// <summary>Bytes of <see cref="AuditEntry.H"/>.</summary>
    public const int HashSize = HMACSHA256.HashSizeInBytes;

    /// <summary>What the first entry of a lane has before it.</summary>
    public static byte[] Genesis => new byte[HashSize];

    /// <summary>The lane of an entry: all about one case file stand in one lane, and what is about none goes by who did it.</summary>
    public static int LaneOf(Guid? caseFile, Guid actor)
    {
        Span<byte> id = stackalloc byte[16];
        (caseFile ?? actor).TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return hash[0] % Lanes;
    }

    /// <summary>The entry that follows a head. The head itself does not move: <see cref="LaneHead.Advance"/> does that when the entry is stored.</summary>
    public static AuditEntry Link(PartnershipKeys keys, LaneHead previous, AuditEvent what)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(previous);
        ArgumentNullException.ThrowIfNull(what);
        var entry = AuditEntry.Next(previous, what, keys.Id);
        return entry.Seal(Mac(keys, entry, entry.Seq, previous.H));
    }

    /// <summary>What <see cref="AuditEntry.H"/> must be for an entry that stands at this number behind this hash.</summary>
    internal static byte[] Mac(PartnershipKeys keys, AuditEntry entry, long seq, ReadOnlySpan<byte> previous) =>
        HMACSHA256.HashData(keys.AuditTrail, new Canonical("lapwing audit entry 1")
            .Add(entry.Lane).Add(seq).Add(entry.At).Add(entry.Actor).Add(entry.ActingAs).Add(entry.Agency).Add(entry.Action)
            .Add(entry.Object).Add(entry.CaseFile).Add(entry.Purpose).Add(entry.Decision).Add(entry.RequestId).Add(entry.Node)
            .Add(entry.Touched).Add(entry.Com).Add(entry.KeyId).Add(previous).Written);
}
