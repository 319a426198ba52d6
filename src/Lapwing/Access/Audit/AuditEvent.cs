namespace Lapwing.Access;

/// <summary>What is to be entered: who did what, when, for what purpose, with what decision. It holds codes and opaque numbers, never a name, address or note.</summary>
public sealed record AuditEvent
{
    public required DateTime At { get; init; }

    /// <summary>The member, or the system member that a job runs as.</summary>
    public required Guid Actor { get; init; }

    /// <summary>The job that the actor did it in, such as <c>case-worker</c>.</summary>
    public required string ActingAs { get; init; }

    public Guid? Agency { get; init; }

    /// <summary>A stable code such as <c>referral.accept</c> or <c>file.read</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The record that it was done to.</summary>
    public Guid? Object { get; init; }

    /// <summary>The case file to which the record belongs; its entries stand in one lane.</summary>
    public Guid? CaseFile { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Code of the decision under which it was allowed or refused.</summary>
    public required string Decision { get; init; }

    /// <summary>What ties together the entries of one request.</summary>
    public required string RequestId { get; init; }

    /// <summary>Which server wrote it.</summary>
    public required string Node { get; init; }

    /// <summary>The business rows that the action added, changed or deleted.</summary>
    public IReadOnlyList<TouchedRow> Touched { get; init; } = [];

    /// <summary>The commitment to the text that goes with the entry (<see cref="AuditText"/>); none without a text.</summary>
    public byte[] Com { get; init; } = AuditText.NoText;
}
