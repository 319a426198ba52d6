namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>One raw cell: its key, its count and the records behind it, fetched only when somebody asks and may know.</summary>
public sealed class TallyCell
{
    private readonly Func<IReadOnlyList<Guid>> _records;

    internal TallyCell(CellKey key, int count, Func<IReadOnlyList<Guid>> records) => (Key, Raw, _records) = (key, new RawCount(count), records);

    public CellKey Key { get; }
    public RawCount Raw { get; }

    /// <summary>References of the counted records; the walk from a figure to its records decides who may have them.</summary>
    internal IReadOnlyList<Guid> Records() => _records();

    public override string ToString() => $"{Key} {Raw}";
}
