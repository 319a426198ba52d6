namespace Lapwing.Modules.Figures.Disclosure.Solving;

/// <summary>Everything that was ever released, found by key.</summary>
internal sealed class EarlierReleases
{
    private readonly Dictionary<string, List<(ReleaseLedger Ledger, LedgerCell Cell)>> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Family>> _families = new(StringComparer.Ordinal);

    public EarlierReleases(IReadOnlyList<ReleaseLedger> ledgers)
    {
        foreach (var ledger in ledgers)
        {
            foreach (var cell in ledger.Cells)
                At(_cells, cell.Key).Add((ledger, cell));
            foreach (var family in ledger.Families)
            {
                At(_families, family.Total).Add(family);
                foreach (var part in family.Parts)
                    At(_families, part).Add(family);
            }
        }
        Ledgers = ledgers;
    }

    public IReadOnlyList<ReleaseLedger> Ledgers { get; }

    /// <summary>The count under which a key was first released, to whomever.</summary>
    public LedgerCell? FirstCount(string key) => _cells.TryGetValue(key, out var cells) ? cells[0].Cell : null;

    /// <summary>What an audience was shown under the same rules before.</summary>
    public LedgerCell? ShownBefore(string key, DisclosurePolicy policy) =>
        _cells.TryGetValue(key, out var cells) ? cells.FirstOrDefault(c => c.Cell.Status is not null && c.Ledger.SpeaksTo(policy)).Cell : null;

    public bool KnownExactly(string key, DisclosurePolicy policy) => _cells.TryGetValue(key, out var cells)
        && cells.Any(c => c.Cell.Low == c.Cell.High && c.Ledger.AtLeastAsStrictAs(policy.Threshold, policy.Zero));

    public IReadOnlyList<Family> FamiliesOf(string key) => _families.TryGetValue(key, out var families) ? families : [];

    /// <summary>What a reader who holds the given releases knows of one number without reckoning.</summary>
    public Bounds Told(string key, HashSet<ReleaseLedger> held)
    {
        var span = Bounds.Anything;
        if (_cells.TryGetValue(key, out var cells))
        {
            foreach (var (ledger, cell) in cells)
            {
                if (cell.Status is not null && held.Contains(ledger))
                    span = span.And(new Bounds(cell.Low, cell.High ?? Bounds.Unbounded));
            }
        }
        return span;
    }

    private static List<T> At<T>(Dictionary<string, List<T>> index, string key) => index.TryGetValue(key, out var list) ? list : index[key] = [];
}
