using Lapwing.Access;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data.Bulk;

/// <summary>Many new entities that are stored together or not at all, with their facts and their audit entries.
/// Filling one costs no database, so the next is made ready while the last is written.</summary>
public sealed class BulkBatch(PartnershipDb db)
{
    private readonly Dictionary<BulkTable, List<object?[]>> rows = [];
    private readonly Dictionary<Id<CaseFile>, List<TouchedRow>> files = [];
    private readonly HashSet<Id<CaseFile>> opened = [];

    private readonly List<SearchKey> searchKeys = [];
    private readonly List<Person> people = [];
    private readonly List<CaseFile> caseFiles = [];

    public int Count { get; private set; }

    // Who is in it is checked against members before it is written.
    internal IReadOnlyList<SearchKey> SearchKeys => searchKeys;
    internal IReadOnlyList<Person> People => people;
    internal IReadOnlyList<CaseFile> Files => caseFiles;

    public void AddRange(IEnumerable<object> entities)
    {
        foreach (var entity in entities)
            Add(entity);
    }

    /// <summary>The facts that the verbs of these acts recorded.</summary>
    public void AddFacts(IEnumerable<Fact> facts) => AddRange(facts);

    public void Add(object entity) => Add(Ready(entity));

    /// <summary>Works out what would be stored of an entity, its digest included. This is most of the work, and several threads may do it at once.</summary>
    public ReadyRow Ready(object entity)
    {
        var table = BulkTable.Of(db, entity.GetType());
        var isAudited = PartnershipDb.IsAudited(table.Type.ClrType);
        var values = table.Read(entity);
        TouchedRow? touched = isAudited ? Rows.Added(db.Session.Keys, table, values) : null;
        return new(table, table.Store(values), isAudited ? PartnershipDb.FileOf(entity) ?? default : default, touched, entity);
    }

    public void Add(ReadyRow row)
    {
        if (!rows.TryGetValue(row.Table, out var list))
            rows[row.Table] = list = [];
        list.Add(row.Values);
        Count++;
        switch (row.Entity)
        {
            case SearchKey key:
                searchKeys.Add(key);
                break;
            case Person person:
                people.Add(person);
                break;
            case CaseFile file:
                caseFiles.Add(file);
                opened.Add(row.File);
                break;
        }
        if (row.Touched is not { } digest)
            return;
        if (!files.TryGetValue(row.File, out var touched))
            files[row.File] = touched = [];
        touched.Add(digest);
    }

    /// <summary>Files into which this batch puts something without opening them: the third lock asks about these.</summary>
    internal Id<CaseFile>[] OthersFiles() => [.. files.Keys.Where(file => file != default && !opened.Contains(file))];

    /// <summary>One bundle per file, in the order of the files.</summary>
    internal IEnumerable<Touched> Touched() => files.OrderBy(file => file.Key.Value)
        .Select(file => new Touched(file.Key == default ? null : file.Key, file.Value[0].Id, "changed", file.Value));

    /// <summary>Puts each table's rows in the order of its key, so that neighbours share pages. Done while the batch before is written.</summary>
    public BulkBatch Sort()
    {
        foreach (var (table, list) in rows)
            list.Sort((one, other) => Compare(table, one, other));
        return this;
    }

    /// <summary>What is to be written, a table at a time.</summary>
    internal IEnumerable<BulkRows.Rows> Tables() => rows.Select(table => new BulkRows.Rows(table.Key, table.Value));

    private static int Compare(BulkTable table, object?[] one, object?[] other)
    {
        foreach (var key in table.KeyColumns)
        {
            var order = (one[key], other[key]) switch
            {
                (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
                (IComparable a, var b) => a.CompareTo(b),
                _ => 0,
            };
            if (order != 0)
                return order;
        }
        return 0;
    }
}

/// <summary>One row as it will be stored, with its line for the trail.</summary>
public readonly struct ReadyRow
{
    internal ReadyRow(BulkTable table, object?[] values, Id<CaseFile> file, TouchedRow? touched, object entity) =>
        (Table, Values, File, Touched, Entity) = (table, values, file, touched, entity is SearchKey or Person or CaseFile ? entity : null);

    internal BulkTable Table { get; }
    internal object?[] Values { get; }
    internal Id<CaseFile> File { get; }
    internal TouchedRow? Touched { get; }
    internal object? Entity { get; }
}
