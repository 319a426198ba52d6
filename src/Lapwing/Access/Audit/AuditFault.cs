using System.Text.Json.Serialization;

namespace Lapwing.Access;

/// <summary>How the trail was tampered with, as far as its remains tell.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditFaultKind>))]
public enum AuditFaultKind
{
    /// <summary>An entry is not what was written.</summary>
    Altered,

    /// <summary>An entry is missing in the middle.</summary>
    Removed,

    /// <summary>Entries stand in another order than they were written.</summary>
    Reordered,

    /// <summary>An entry was never written by the program.</summary>
    Inserted,

    /// <summary>Entries are missing at the end: the head of the lane, or a witness, saw more.</summary>
    CutFromEnd,

    /// <summary>The head of a lane is not its last entry.</summary>
    ForgedHead,

    /// <summary>Nothing can be verified with this key.</summary>
    WrongKey,

    /// <summary>The trail, or its stored checkpoints, are not those that the witness saw.</summary>
    WitnessMismatch,
}

/// <summary>The first thing wrong in a lane, or with the checkpoints.</summary>
/// <param name="Lane">Null when it concerns the checkpoints.</param>
/// <param name="Seq">The first bad entry.</param>
/// <param name="Sentence">What was found, for people.</param>
public sealed record AuditFault(AuditFaultKind Kind, int? Lane, long? Seq, string Sentence)
{
    /// <summary>Lane, number and what was found, in one line.</summary>
    public string Text => Lane is null ? Sentence : $"Lane {Lane}, entry {Seq}: {Sentence}";
}

/// <summary>How a business row differs from what its audit entries say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RowFaultKind>))]
public enum RowFaultKind
{
    /// <summary>Changed in the database without an entry.</summary>
    Changed,

    /// <summary>Added, or brought back, without an entry.</summary>
    Added,

    /// <summary>Deleted without an entry.</summary>
    Removed,
}

/// <summary>A business row that was changed by hand.</summary>
/// <param name="Entered">The version that the trail knows last; null when it knows none.</param>
/// <param name="Found">The version that stands in the database; null when the row is gone.</param>
public sealed record RowFault(RowFaultKind Kind, string Type, Guid Id, int? Entered, int? Found)
{
    /// <summary>What was found, in one line.</summary>
    public string Text => Kind switch
    {
        RowFaultKind.Added => $"{Type} {Id:N} was added without an audit entry.",
        RowFaultKind.Removed => $"{Type} {Id:N} was removed without an audit entry.",
        _ => $"{Type} {Id:N} was changed without an audit entry (version {Found}, the trail knows {Entered}).",
    };
}
