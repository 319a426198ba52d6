using System.Numerics;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>One unit beside what a household needs.</summary>
public sealed record UnitLine(Id<SafeUnit> Unit, string CodeName, UnitType Type, Specialism Specialism, RegionBand Region, string Team, int Free, DateTime VacanciesAt, IReadOnlyList<string> Reasons)
{
    public bool Fits => Reasons.Count == 0;

    /// <summary>What keeps them out is something other than that it is full: a worker may ask all the same.</summary>
    public bool MayAsk => Free > 0;
}

/// <summary>Every open unit against one household: what fits first, the freshest number first; then what comes nearest.</summary>
/// <param name="Fitting">How many fit.</param>
/// <param name="Likely">The reasons that a turn-away would have, the likeliest first.</param>
public sealed record UnitMatches(IReadOnlyList<UnitLine> Lines, int Fitting, int All, IReadOnlyList<TurnAwayReason> Likely)
{
    public const int PageSize = 20;

    public int Pages => (All + PageSize - 1) / PageSize;

    public static async Task<UnitMatches> FindAsync(PartnershipDb db, MatchAsk ask, int number, CancellationToken ct)
    {
        var units = await db.SafeUnits.AsNoTracking().Where(u => u.ClosedOn == null && u.Region != null)
            .Select(u => new
            {
                u.Id, u.CodeName, u.VacanciesAt,
                Features = new UnitFeatures(u.Vacant - u.Held, u.MaxPeople, u.For, u.YoungestAdult, u.TakesChildren, u.BoysUpTo, u.ChildrenUpTo, u.Access, u.Pets, u.TakesNoRecourse, u.Support, u.AreaKey),
            }).ToListAsync(ct);
        var matched = units.ConvertAll(u => (Unit: u, Against: MatchRules.Against(u.Features, ask)));
        matched.Sort((one, other) =>
            BitOperations.PopCount(one.Against).CompareTo(BitOperations.PopCount(other.Against)) is not 0 and var fewer ? fewer
            : other.Unit.VacanciesAt.CompareTo(one.Unit.VacanciesAt) is not 0 and var fresher ? fresher : string.CompareOrdinal(one.Unit.CodeName, other.Unit.CodeName));
        var page = matched.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        var ids = page.ConvertAll(m => m.Unit.Id);
        var shown = await db.SafeUnits.AsNoTracking().Where(u => ids.Contains(u.Id)).Join(db.Teams, u => u.Team, t => t.Id, (u, t) => new { u.Id, u.Type, u.Specialism, u.Region, Team = t.Name + ", " + t.Telephone })
            .ToDictionaryAsync(u => u.Id, ct);
        return new(
            [.. page.Select(m => new UnitLine(m.Unit.Id, m.Unit.CodeName, shown[m.Unit.Id].Type, shown[m.Unit.Id].Specialism, shown[m.Unit.Id].Region!.Value, shown[m.Unit.Id].Team, m.Unit.Features.Free,
                m.Unit.VacanciesAt, MatchRules.Reasons(m.Unit.Features, ask, m.Against)))],
            matched.Count(m => m.Against == 0), matched.Count,
            // What keeps a household out of the places that have room is the likelier reason than that the rest are full.
            [.. matched.Where(m => m.Unit.Features.Free > 0).SelectMany(m => MatchRules.TurnAways(m.Against)).GroupBy(reason => reason).OrderByDescending(g => g.Count()).Select(g => g.Key)]);
    }
}
