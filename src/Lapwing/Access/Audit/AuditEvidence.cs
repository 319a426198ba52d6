namespace Lapwing.Access;

/// <summary>One business row as it stands in the database now.</summary>
public readonly record struct CurrentRow(ushort Type, Guid Id, int Version, UInt128 Digest);

/// <summary>
/// What a verification looks at. Everything from the database comes from one read transaction that was opened after <see cref="Witness"/> could be read:
/// a witness that is read later has seen more than the transaction shows.
/// </summary>
public sealed record AuditEvidence
{
    /// <summary>The partnership's address, as its checkpoints name it.</summary>
    public required string Partnership { get; init; }

    /// <summary>What the witness saw, in order; read first, and once more at the end if the database knows of later ones.</summary>
    public required IEnumerable<Checkpoint> Witness { get; init; }

    /// <summary>All heads; <see cref="AuditChain.Lanes"/> of them.</summary>
    public required IReadOnlyList<LaneHead> Heads { get; init; }

    /// <summary>All entries, ordered by lane and number.</summary>
    public required IAsyncEnumerable<AuditEntry> Entries { get; init; }

    /// <summary>The database's copies of the checkpoints, in order; null when it keeps none.</summary>
    public IAsyncEnumerable<StoredCheckpoint>? Checkpoints { get; init; }

    /// <summary>All business rows in any order; null when they are not to be compared.</summary>
    public IAsyncEnumerable<CurrentRow>? Rows { get; init; }

    /// <summary>What a kind of row is called.</summary>
    public Func<ushort, string> TypeName { get; init; } = type => $"row type {type}";
}
