using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary>The one door through which figures read past every circle: it gives numbers that disclosure control let through, and record references
/// only to the trace, which asks need-to-know again for each.</summary>
public sealed class FiguresDoor(Partnerships partnerships)
{
    /// <param name="asking">Who asks; their look is in the audit trail.</param>
    /// <param name="knownAt">Null counts what is known now.</param>
    /// <exception cref="RuleBroken">The quarter has not begun, or lies before the years that can be counted.</exception>
    public async Task<QuarterFigures> QuarterAsync(string partnership, Viewer asking, Quarter quarter, string audience,
        IReadOnlyList<ReleaseLedger> earlier, CancellationToken ct, DateTime? knownAt = null)
    {
        if (!QuarterFigures.CanCount(quarter, asking.Now))
            throw new RuleBroken("quarter", quarter > Quarter.Of(asking.Now) ? $"{quarter.Title} has not begun yet." : $"There are no figures as early as {quarter.Title}.");
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.count", $"figures of {quarter.Code} for {audience}"), null, null, "figures", ct);
        var policy = (await DisclosurePolicies.ReadAsync(db, ct)).For(audience);
        return await QuarterFigures.MakeAsync(db, quarter, policy, knownAt ?? asking.Now, earlier, ct);
    }

    /// <summary>The records behind one cell, for the trace; the look is in the audit trail with the cell.</summary>
    public async Task<IReadOnlyList<Guid>> RecordsAsync(string partnership, Viewer asking, Quarter quarter, string measure, string? breakdown, string? category, DateTime knownAt, CancellationToken ct)
    {
        await using var db = await OpenAsync(partnership, asking, ct);
        await db.WriteReadAsync(new(db.Viewer, asking.Now, "figures.trace", $"records behind {measure} of {quarter.Code}{(breakdown is null ? "" : $", {breakdown} {category}")}"), null, null, "figures", ct);
        var counting = await Counting.CountAsync(db, await Catalogue.ReadAsync(db, ct), [quarter], knownAt, ct);
        return await counting.RecordsAsync(db, measure, quarter, breakdown, category, ct);
    }

    private Task<PartnershipDb> OpenAsync(string partnership, Viewer asking, CancellationToken ct) =>
        partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(asking, UnrestrictedReason.Figures), ct);
}
