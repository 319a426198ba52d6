namespace Lapwing.Access;

/// <summary>
/// The other direction: every business row's version has its entry. It gathers from the entries the last state of every row and holds the rows
/// of the database against it. About 80 bytes of memory a row.
/// </summary>
internal sealed class RowCheck(Func<ushort, string> typeName, int listed)
{
    private readonly Dictionary<(Guid Id, ushort Type), State> rows = [];
    private readonly List<RowFault> faults = [];

    private readonly record struct State(UInt128 Digest, int Version, bool Deleted, bool Seen);

    public long Faults { get; private set; }

    public IReadOnlyList<RowFault> Listed => faults;

    /// <summary>Takes what a genuine entry says. A row may be touched from several lanes, so the highest version counts, and a deletion for good.</summary>
    public void Enter(AuditEntry entry)
    {
        foreach (var row in TouchedRow.Unpack(entry.Touched))
        {
            ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(rows, (row.Id, row.Type), out var exists);
            if (!exists || row.Deleted || !known.Deleted && row.Version > known.Version)
                known = new(row.Digest, row.Version, row.Deleted, false);
        }
    }

    /// <summary>Compares a row of the database.</summary>
    public void Compare(CurrentRow row)
    {
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef(rows, (row.Id, row.Type));
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref known))
        {
            Report(new(RowFaultKind.Added, typeName(row.Type), row.Id, null, row.Version));
            return;
        }
        if (known.Deleted)
            Report(new(RowFaultKind.Added, typeName(row.Type), row.Id, known.Version, row.Version));
        else if (known.Version != row.Version || known.Digest != row.Digest)
            Report(new(RowFaultKind.Changed, typeName(row.Type), row.Id, known.Version, row.Version));
        known = known with { Seen = true };
    }

    /// <summary>What the entries know and the database has not shown is gone.</summary>
    public void Finish()
    {
        foreach (var ((id, type), state) in rows)
            if (!state.Seen && !state.Deleted)
                Report(new(RowFaultKind.Removed, typeName(type), id, state.Version, null));
    }

    private void Report(RowFault fault)
    {
        Faults++;
        if (faults.Count < listed)
            faults.Add(fault);
    }
}
