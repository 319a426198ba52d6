using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lapwing.Access;

/// <summary>Where a lane stood: its last number and keyed hash.</summary>
public sealed record LaneMark(int Lane, long Seq, byte[] H);

/// <summary>
/// A signed statement of where every lane of a partnership's trail stood, tied to the statement before it. A witness outside the database keeps it;
/// whoever rewrites the trail later, even with its key, cannot make it agree with what the witness saw.
/// </summary>
/// <remarks>
/// The text is a signed note in the form of transparency logs (C2SP tlog-checkpoint and signed-note, ECDSA P-256): origin, number of entries,
/// Merkle root over all lanes, then lines of our own: <c>checkpoint</c> number, <c>previous</c> (SHA-256 of the text before), <c>at</c>, <c>key</c>, and a
/// <c>lane</c> line for each lane that moved since; an empty line and the signature follow. It names no person and no record.
/// </remarks>
public sealed class Checkpoint
{
    internal const string SignatureStart = "— ";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    internal Checkpoint() { }

    public required string Partnership { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public required long Counter { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Number of entries in all lanes.</summary>
    public required long Entries { get; init; }

    /// <summary>Which of the partnership's keys signed.</summary>
    public required int KeyId { get; init; }

    /// <summary>The <see cref="Hash"/> of the checkpoint before; zeros for the first.</summary>
    public required byte[] Previous { get; init; }

    public required byte[] Root { get; init; }

    /// <summary>The lanes that moved since the checkpoint before, in order.</summary>
    public required IReadOnlyList<LaneMark> Moved { get; init; }

    /// <summary>First 4 bytes of the SHA-256 of the public key, then the signature.</summary>
    private byte[] Signature { get; set; } = [];

    /// <summary>What is signed.</summary>
    public string Body
    {
        get
        {
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture,
                $"{Origin}\n{Entries}\n{Convert.ToBase64String(Root)}\ncheckpoint {Counter}\nprevious {Convert.ToBase64String(Previous)}\nat {At.ToString(Moment, CultureInfo.InvariantCulture)}\nkey {KeyId}\n");
            foreach (var lane in Moved)
                text.Append(CultureInfo.InvariantCulture, $"lane {lane.Lane} {lane.Seq} {Convert.ToBase64String(lane.H)}\n");
            return text.ToString();
        }
    }

    /// <summary>What is kept and sent: body, empty line, signature.</summary>
    public string Text => $"{Body}\n{SignatureStart}{Origin} {Convert.ToBase64String(Signature)}\n";

    /// <summary>What the next checkpoint names as the one before.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Body));

    private string Origin => "lapwing/" + Partnership;

    /// <summary>Whether the holder of this key signed exactly this body.</summary>
    public bool IsSignedWith(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Signature.Length > 4 && Signature.AsSpan(0, 4).SequenceEqual(KeyHint(key.ExportSubjectPublicKeyInfo()))
            && key.VerifyData(Encoding.UTF8.GetBytes(Body), Signature.AsSpan(4).ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    internal Checkpoint SignWith(PartnershipKeys keys)
    {
        Signature = [.. KeyHint(keys.CheckpointPublicKey), .. keys.Sign(Encoding.UTF8.GetBytes(Body))];
        return this;
    }

    /// <summary>Reads the text back. There is one way only to write a checkpoint: whatever deviates by a space is refused.</summary>
    /// <exception cref="FormatException">Not the text of a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            var lines = text.Split('\n');
            var empty = Array.IndexOf(lines, "");
            var read = new Checkpoint
            {
                Partnership = After("lapwing/", lines[0]),
                Entries = Number(lines[1]),
                Root = Convert.FromBase64String(lines[2]),
                Counter = Number(After("checkpoint ", lines[3])),
                Previous = Convert.FromBase64String(After("previous ", lines[4])),
                At = DateTime.ParseExact(After("at ", lines[5]), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
                KeyId = (int)Number(After("key ", lines[6])),
                Moved = [.. lines[7..empty].Select(Lane)],
                Signature = Convert.FromBase64String(lines[empty + 1][(lines[empty + 1].LastIndexOf(' ') + 1)..]),
            };
            return read.Text == text ? read : throw new FormatException("The text is not written as checkpoints are.");
        }
        catch (Exception broken) when (broken is FormatException or IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new FormatException("This is not the text of a checkpoint.", broken);
        }
    }

    private static LaneMark Lane(string line) => After("lane ", line).Split(' ') is [var lane, var seq, var h]
        ? new((int)Number(lane), Number(seq), Convert.FromBase64String(h))
        : throw new FormatException("A lane has a number, its last entry and a hash.");

    private static string After(string start, string line) =>
        line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..] : throw new FormatException($"'{start}' was expected.");

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[] KeyHint(byte[] publicKey) => SHA256.HashData(publicKey)[..4];
}
