using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Access;

/// <summary>
/// The words that go with an entry (what a value was before and after), in a side row sealed under the case file's key. The entry holds only a commitment,
/// so that the words can be erased, by deleting this row or destroying the key, and the chain stays whole.
/// The salt is sealed with the text: with the salt in the clear, a short text could be guessed from the commitment.
/// </summary>
public sealed class AuditText
{
    /// <summary>SHA-256.</summary>
    public const int CommitmentSize = SHA256.HashSizeInBytes;

    private const int SaltSize = 32;

    private AuditText() { }

    public int Lane { get; private set; }
    public long Seq { get; private set; }

    /// <summary>Whose key opens it.</summary>
    public Guid CaseFile { get; private set; }

    /// <summary>Salt and text.</summary>
    public Protected Sealed { get; private set; } = null!;

    /// <summary>The commitment of an entry without a text.</summary>
    public static byte[] NoText => new byte[CommitmentSize];

    /// <summary>Words that are sealed, and the commitment to enter in <see cref="AuditEvent.Com"/>.</summary>
    public sealed record Draft(Guid CaseFile, byte[] Com, Protected Sealed);

    /// <summary>Seals words about a case file and commits to them.</summary>
    public static Draft Write(DataKey key, string body)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(body);
        byte[] salted = [.. RandomNumberGenerator.GetBytes(SaltSize), .. Encoding.UTF8.GetBytes(body)];
        return new(key.File, SHA256.HashData(salted), key.SealBytes(salted));
    }

    /// <summary>The side row of an entry that was linked with the draft's commitment.</summary>
    public static AuditText Of(AuditEntry entry, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(draft);
        if (!entry.Com.AsSpan().SequenceEqual(draft.Com) || entry.CaseFile != draft.CaseFile)
            throw new InvalidOperationException("The entry was not linked with this text.");
        return new() { Lane = entry.Lane, Seq = entry.Seq, CaseFile = draft.CaseFile, Sealed = draft.Sealed };
    }

    /// <summary>The words, proven to be those to which the entry committed.</summary>
    /// <exception cref="CryptographicException">Altered, of another file or entry, or the key is not the file's.</exception>
    public string Open(AuditEntry entry, DataKey key)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(key);
        var salted = key.RevealBytes(Sealed);
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(salted), entry.Com)
            ? Encoding.UTF8.GetString(salted.AsSpan(SaltSize))
            : throw new CryptographicException("These words are not those to which the audit entry committed.");
    }
}
