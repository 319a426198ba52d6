namespace Lapwing.Access;

/// <summary>
/// One line of the audit trail, written in the same transaction as the action, reads included. It is never changed or removed;
/// <see cref="H"/> ties it to all entries before it in its lane (<see cref="AuditChain"/>).
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Longest codes, request ids and server names.</summary>
    public const int CodeLimit = 100;

    /// <summary>Longest purpose.</summary>
    public const int PurposeLimit = 300;

    private AuditEntry() { }

    public int Lane { get; private set; }

    /// <summary>1, 2, 3 … in each lane, without gaps.</summary>
    public long Seq { get; private set; }

    /// <summary>UTC, whole microseconds.</summary>
    public DateTime At { get; private set; }
    public Guid Actor { get; private set; }
    public string ActingAs { get; private set; } = "";
    public Guid? Agency { get; private set; }
    public string Action { get; private set; } = "";
    public Guid? Object { get; private set; }
    public Guid? CaseFile { get; private set; }
    public string Purpose { get; private set; } = "";
    public string Decision { get; private set; } = "";
    public string RequestId { get; private set; } = "";
    public string Node { get; private set; } = "";

    /// <summary>The packed <see cref="TouchedRow"/>s.</summary>
    public byte[] Touched { get; private set; } = [];

    /// <summary>SHA-256 of salt and text of the <see cref="AuditText"/> that goes with it; zeros when there is none. It stays when the text is erased.</summary>
    public byte[] Com { get; private set; } = [];

    /// <summary>The keyed hash over every column and over <see cref="H"/> of the entry before.</summary>
    public byte[] H { get; private set; } = [];

    /// <summary>Which of the partnership's secrets <see cref="H"/> was made with.</summary>
    public int KeyId { get; private set; }

    internal static AuditEntry Next(LaneHead after, AuditEvent what, int keyId) => new()
    {
        Lane = after.Lane,
        Seq = after.Seq + 1,
        At = Canonical.Whole(what.At),
        Actor = what.Actor,
        ActingAs = Limited(what.ActingAs, CodeLimit),
        Agency = what.Agency,
        Action = Limited(what.Action, CodeLimit),
        Object = what.Object,
        CaseFile = what.CaseFile,
        Purpose = Limited(what.Purpose, PurposeLimit),
        Decision = Limited(what.Decision, CodeLimit),
        RequestId = Limited(what.RequestId, CodeLimit),
        Node = Limited(what.Node, CodeLimit),
        Touched = TouchedRow.Pack(what.Touched),
        Com = what.Com.Length == AuditText.CommitmentSize ? what.Com : throw new ArgumentException("A commitment is a SHA-256.", nameof(what)),
        KeyId = keyId,
    };

    internal AuditEntry Seal(byte[] h)
    {
        H = h;
        return this;
    }

    /// <summary>An entry that does not fit must not be cut short: what was said would not be what was stored.</summary>
    private static string Limited(string text, int limit) =>
        text.Length <= limit ? text : throw new ArgumentException($"An audit entry has room for {limit} characters here, not {text.Length}.");
}
