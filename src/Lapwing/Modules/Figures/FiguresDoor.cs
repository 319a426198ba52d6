using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>The one door through which figures read past every circle: it gives numbers that disclosure control let through, and record references
/// only to the trace, which asks need-to-know again for each. Whatever it gives respects every release that was frozen before, to whomever.</summary>
public sealed class FiguresDoor(Partnerships partnerships)
{
    /// <param name="asking">Who asks; their look is in the audit trail.</param>
    /// <exception cref="RuleBroken">The quarter has not begun, or lies before the years that can be counted.</exception>
    public async Task<QuarterFigures> QuarterAsync(string partnership, Viewer asking, Quarter quarter, string audience, CancellationToken ct)
    {
        if (!QuarterFigures.CanCount(quarter, asking.Now))
            throw new RuleBroken("quarter", quarter > Quarter.Of(asking.Now) ? $"{quarter.Title} has not begun yet." : $"There are no figures as early as {quarter.Title}.");
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.count", $"figures of {quarter.Code} for {audience}"), null, null, "figures", ct);
        return (await MakeAsync(db, quarter, audience, asking.Now, ct)).Figures;
    }

    /// <summary>Freezes a quarter's figures for an audience. The caller saves the snapshot with the act for which it was made.</summary>
    /// <exception cref="RuleBroken">The quarter has not ended.</exception>
    public async Task<Snapshot> FreezeAsync(string partnership, Viewer asking, Quarter quarter, string audience, CancellationToken ct)
    {
        if (asking.Now < quarter.EndUtc)
            throw new RuleBroken("quarter-open", $"{quarter.Title} has not ended. Its figures can be frozen from {Spoken.Day(quarter.End.AddDays(1))}.");
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.freeze", $"figures of {quarter.Code} for {audience}"), null, null, "figures", ct);
        var (figures, last) = await MakeAsync(db, quarter, audience, asking.Now, ct);
        var records = await CellRecords.GatherAsync(db, await Catalogue.ReadAsync(db, ct), quarter, asking.Now, ct);
        return Snapshot.Freeze(asking, last + 1, figures, records, db.Session.Keys);
    }

    /// <summary>The records behind one cell as known at a moment, for the trace; the look is in the audit trail with the cell.</summary>
    public async Task<IReadOnlyList<Guid>> RecordsAsync(string partnership, Viewer asking, Quarter quarter, string measure, string? breakdown, string? category, DateTime knownAt, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.trace", $"records behind {measure} of {quarter.Code}{(breakdown is null ? "" : $", {breakdown} {category}")}"), null, null, "figures", ct);
        var catalogue = await Catalogue.ReadAsync(db, ct);
        var asked = catalogue with { Measures = [.. catalogue.Measures.Where(m => m.Code == measure)] };
        return (await CellRecords.GatherAsync(db, asked, quarter, knownAt, ct)).Of(measure, breakdown, category);
    }

    /// <summary>What has changed since figures were frozen: the cells whose records are not the same any more.</summary>
    public async Task<Restatement> RestateAsync(string partnership, Viewer asking, Snapshot snapshot, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnership, asking, ct);
        var catalogue = await Catalogue.ReadAsync(db, ct);
        return new(CellRecords.Unpack(snapshot.Records), await CellRecords.GatherAsync(db, catalogue, snapshot.Period, asking.Now, ct));
    }

    /// <summary>The pack of one financial year for the statutory return on safe accommodation; the look is in the audit trail.</summary>
    public async Task<Returns.SafeAccommodationReturn> SafeAccommodationAsync(string partnership, Viewer asking, int year, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.return", $"return on safe accommodation of {Returns.SafeAccommodationReturn.TitleOf(year)}"), null, null, "figures", ct);
        var releases = await db.Snapshots.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        return await Returns.SafeAccommodationReturn.MakeAsync(db, year, [.. releases.Select(s => s.LedgerUnder(db.Session.Keys))], ct);
    }

    /// <summary>The figures, and the number of the last release that they respect.</summary>
    private static async Task<(QuarterFigures Figures, int Last)> MakeAsync(PartnershipDb db, Quarter quarter, string audience, DateTime knownAt, CancellationToken ct)
    {
        var releases = await db.Snapshots.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct);
        var policy = (await DisclosurePolicies.ReadAsync(db, ct)).For(audience);
        var figures = await QuarterFigures.MakeAsync(db, quarter, policy, knownAt, [.. releases.Select(s => s.LedgerUnder(db.Session.Keys))], ct);
        return (figures, releases is [.., var last] ? last.Number : 0);
    }

    private Task<PartnershipDb> OpenAsync(string partnership, Viewer asking, CancellationToken ct) =>
        partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(asking, UnrestrictedReason.Figures), ct);
}
