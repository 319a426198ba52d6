using System.Runtime.InteropServices;
using Lapwing.Data;
using Lapwing.Time;

namespace Lapwing.Modules.Figures.Snapshots;

/// <summary>The records behind every cell of a quarter: by measure, and within it by breakdown and category. Categories are kept by their codes, so that a
/// frozen figure finds its records although the directory or a definition changed since.</summary>
public sealed class CellRecords
{
    private readonly Dictionary<string, Guid[]> cells = new(StringComparer.Ordinal);

    /// <summary>The records of a cell in their order; all of the measure's without a category.</summary>
    public IReadOnlyList<Guid> Of(string measure, string? breakdown = null, string? category = null) =>
        cells.GetValueOrDefault(Name(measure, breakdown, category), []);

    /// <summary>The names of the cells that have records.</summary>
    internal IEnumerable<string> Names => cells.Keys;

    internal IReadOnlyList<Guid> this[string name] => cells.GetValueOrDefault(name, []);

    internal static string Name(string measure, string? breakdown, string? category) => breakdown is null || category is null ? measure : $"{measure}|{breakdown}|{category}";

    /// <summary>Reads the facts once. A record that was taken back is not among a cell's: what counts is the net sign.</summary>
    public static async Task<CellRecords> GatherAsync(PartnershipDb db, Catalogue catalogue, Quarter quarter, DateTime knownAt, CancellationToken ct)
    {
        var spans = Spans(catalogue, quarter);
        var measures = catalogue.Measures.Select(measure => (Measure: measure, Stands: measure.Kind == MeasureKind.Standing,
            Net: spans.Select(_ => new Dictionary<(Guid Record, long Codes), int>()).ToArray())).ToList();
        var byKind = measures.SelectMany(each => each.Measure.Facts, (each, kind) => (each, kind)).ToLookup(each => each.kind, each => each.each);
        await FactReader.ReadAsync(db, spans, knownAt, (span, fact) =>
        {
            foreach (var (measure, stands, net) in byKind[fact.Kind])
            {
                if (span > 0 && !stands)
                    continue;
                // A duration of nought is a duration: for a median every fact counts once.
                var weight = measure.Kind == MeasureKind.Median ? 1 : measure.Weigh(fact);
                if (weight == 0)
                    continue;
                CollectionsMarshal.GetValueRefOrAddDefault(net[span], (fact.Record, fact.Codes.Packed), out _) += fact.Sign * (stands ? weight : 1);
            }
        }, ct);
        var gathered = new CellRecords();
        foreach (var (measure, _, spanned) in measures)
        {
            var net = spanned.SelectMany(each => each);
            gathered.Keep(Name(measure.Code, null, null), net.Select(n => (n.Key.Record, n.Value)));
            foreach (var breakdown in measure.BreakdownsFor(catalogue.Breakdowns))
                foreach (var category in net.GroupBy(n => breakdown.CategoryOf(new(n.Key.Codes))))
                    gathered.Keep(Name(measure.Code, breakdown.Code, breakdown.Categories[category.Key].Code), category.Select(n => (n.Key.Record, n.Value)));
        }
        return gathered;
    }

    /// <summary>The quarter, and what standing measures carry into it, a kind at a time.</summary>
    private static List<FactSpan> Spans(Catalogue catalogue, Quarter quarter) =>
    [
        new([.. catalogue.Measures.SelectMany(m => m.Facts).Distinct()], quarter.Start, quarter.End, [], Records: true),
        .. catalogue.Measures.Where(m => m.Kind == MeasureKind.Standing).SelectMany(m => m.Facts).Distinct()
            .Select(kind => new FactSpan([kind], null, quarter.Start.AddDays(-1), [], Records: true)),
    ];

    private void Keep(string name, IEnumerable<(Guid Record, int Net)> entries)
    {
        var net = new Dictionary<Guid, int>();
        foreach (var (record, sign) in entries)
            CollectionsMarshal.GetValueRefOrAddDefault(net, record, out _) += sign;
        cells[name] = [.. net.Where(n => n.Value > 0).Select(n => n.Key).Order()];
    }

    /// <summary>Every record once, and every cell as places in that list.</summary>
    internal byte[] Pack()
    {
        using var plain = new MemoryStream();
        using var writer = new BinaryWriter(plain);
        Guid[] all = [.. cells.Values.SelectMany(records => records).Distinct().Order()];
        var place = all.Select((record, i) => (record, i)).ToDictionary(r => r.record, r => r.i);
        writer.Write(all.Length);
        foreach (var record in all)
            writer.Write(record.ToByteArray(bigEndian: true));
        writer.Write(cells.Count);
        foreach (var (name, records) in cells.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(records.Length);
            foreach (var record in records)
                writer.Write(place[record]);
        }
        writer.Flush();
        return Packed.Shut(plain.ToArray());
    }

    internal static CellRecords Unpack(byte[] packed)
    {
        using var reader = new BinaryReader(new MemoryStream(Packed.Open(packed)));
        var all = new Guid[reader.ReadInt32()];
        for (var i = 0; i < all.Length; i++)
            all[i] = new(reader.ReadBytes(16), bigEndian: true);
        var read = new CellRecords();
        for (var cells = reader.ReadInt32(); cells > 0; cells--)
        {
            var name = reader.ReadString();
            var records = new Guid[reader.ReadInt32()];
            for (var i = 0; i < records.Length; i++)
                records[i] = all[reader.ReadInt32()];
            read.cells[name] = records;
        }
        return read;
    }
}
