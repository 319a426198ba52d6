using System.Globalization;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures.Returns;

/// <summary>
/// Evidence of one financial year for the statutory return on support in safe accommodation (Domestic Abuse Act 2021, Part 4). A London borough is tier 2: it sends this pack to the
/// Greater London Authority, which makes the return (domain facts b3). Rounded to the nearest 10, as the published figures are; totals are rounded by themselves and need not add up.
/// </summary>
/// <remarks>Counted from the records of stays, not from coded facts: the return asks who was supported in the year, whenever they came, and for characteristics that no fact carries.</remarks>
public sealed class SafeAccommodationReturn
{
    /// <summary>Fewer than five are never told; everything else is rounded to ten.</summary>
    public static DisclosurePolicy Policy { get; } = new() { Name = "Statutory return: nearest 10", Audience = "return", Threshold = 5, RoundingBase = 10 };

    public const int FirstYear = 2021;

    private static readonly HashSet<string> White = ["white-british", "white-irish", "white-other"];

    private SafeAccommodationReturn(int year, Disclosed shown) => (Year, Shown) = (year, shown);

    /// <summary>The calendar year in which the financial year begins.</summary>
    public int Year { get; }
    public Disclosed Shown { get; }
    public string Title => TitleOf(Year);

    public static string TitleOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}/{(year + 1) % 100:00}");

    /// <summary>The financial years that have begun, newest first.</summary>
    public static IReadOnlyList<int> Years(DateTime now) => [.. Enumerable.Range(FirstYear, Math.Max(0, Quarter.Of(now).Year - FirstYear + 1)).Reverse()];

    /// <param name="earlier">Everything that was released before about the same people.</param>
    internal static async Task<SafeAccommodationReturn> MakeAsync(PartnershipDb db, int year, IReadOnlyList<ReleaseLedger> earlier, CancellationToken ct)
    {
        var (first, last) = (new Quarter(year, 1), new Quarter(year, 4));
        var (from, to) = (first.Start, last.End);
        var stays = await db.SafeStays.AsNoTracking().Where(s => s.MovedInOn <= to && (s.MovedOnOn == null || s.MovedOnOn >= from)).OrderBy(s => s.MovedInOn).ToListAsync(ct);
        // A household that stayed twice is one household, as it was when it came last.
        var households = stays.GroupBy(s => s.Household).Select(g => g.Last()).ToList();
        var aways = await db.TurnAways.AsNoTracking().Where(a => a.At >= first.StartUtc && a.At < last.EndUtc).ToListAsync(ct);
        var placed = stays.Where(s => s.MovedInOn >= from).Select(s => s.Household).ToHashSet();
        var unable = aways.Where(a => !placed.Contains(a.Household)).GroupBy(a => a.Household).Select(g => g.Select(a => a.Reason).ToHashSet()).ToList();
        var works = await db.SanctuaryWorks.AsNoTracking().Where(w => w.EndedOn >= from && w.EndedOn <= to).CountAsync(ct);
        var units = await db.SafeUnits.AsNoTracking().Where(u => u.IsCommissioned && u.OpenedOn <= to && (u.ClosedOn == null || u.ClosedOn >= from)).Select(u => new { u.Type, u.Spaces }).ToListAsync(ct);

        var release = new ReleaseBuilder(Policy, earlier);
        Overlapping("supported", "Individuals supported", "people", "group", "Group", households.Sum(h => h.Adults + h.Children),
            ("women", "Women", households.Count(h => GenderOf(h) == "female")), ("men", "Men", households.Count(h => GenderOf(h) == "male")),
            ("another", "Another gender, or not known", households.Count(h => GenderOf(h) is not ("female" or "male"))), ("trans", "Of them trans adults", households.Count(h => h.IsTrans == true)),
            ("other-adults", "Other adults of the household", households.Sum(h => h.Adults - 1)), ("children", "Children", households.Sum(h => h.Children)));
        Overlapping("characteristics", "Households supported, by specialist characteristic", "households", "characteristic", "Characteristic of who was supported", households.Count,
            ("minoritised", "Black and minoritised", households.Count(h => Demographics.Ethnicity.OfNumber(new Facts.FactCodes(h.Codes).Ethnicity)?.Code is { } code && code != CodeList.PreferNotToSay && !White.Contains(code))),
            ("disabled", "Disabled", households.Count(h => new Facts.FactCodes(h.Codes).Disability is 1 or 2)),
            ("lgb", "Lesbian, gay, bisexual or another orientation", households.Count(h => Demographics.SexualOrientation.OfNumber(new Facts.FactCodes(h.Codes).Orientation)?.Code is "gay-or-lesbian" or "bisexual" or "other")),
            ("mental-health", "Mental health needs", households.Count(h => h.Support.HasFlag(SupportNeeds.MentalHealth))),
            ("substances", "Alcohol or drug needs", households.Count(h => (h.Support & (SupportNeeds.Alcohol | SupportNeeds.Drugs)) != 0)),
            ("no-recourse", "No recourse to public funds", households.Count(h => h.NoRecourse)), ("with-children", "With children", households.Count(h => h.Children > 0)));
        Overlapping("unable", "Households that could not be supported", "households", "turn-away-reason", "Reason", unable.Count,
            [.. Enum.GetValues<TurnAwayReason>().Select(reason => (Breakdowns.Slug(reason.ToString()), reason.Title(), unable.Count(household => household.Contains(reason))))]);
        Parts("ended", "Support that ended", "households", "stay-end", "Reason",
            [.. Enum.GetValues<StayEnd>().Select(end => (Breakdowns.Slug(end.ToString()), end.Title(), stays.Count(s => s.MovedOnOn >= from && s.MovedOnOn <= to && s.EndReason == end))), ("sanctuary", "A sanctuary ended", works)]);
        Parts("commissioned", "Commissioned spaces", "spaces", "unit-type", "Kind of accommodation",
            [.. Enum.GetValues<UnitType>().Select(type => (Breakdowns.Slug(type.ToString()), type.Title(), units.Where(u => u.Type == type).Sum(u => u.Spaces)))]);
        // Any reader can add up four papers: who moved on in the quarters is whose support ended in the year, without the sanctuaries.
        var moved = new[] { first, first.Next, last.Previous, last }.Select(q => (CellKey.Of("moved-on-from-safety", ("quarter", q.Code)), stays.Count(s => s.MovedOnOn >= q.Start && s.MovedOnOn <= q.End))).ToArray();
        release.Balance([(CellKey.Of("return-ended", ("year", Code(year))), moved.Sum(m => m.Item2) + works)], [.. moved, (CellKey.Of("return-ended", ("year", Code(year)), ("stay-end", "sanctuary")), works)]);
        return new(year, DisclosureControl.Protect(release.Build()));

        void Overlapping(string code, string title, string unit, string dimension, string heading, int total, params (string Code, string Title, int Count)[] rows) =>
            Add(code, title, unit, new(dimension, heading, rows.Select(r => new Category(r.Code, r.Title)), overlapping: true), rows, total);

        void Parts(string code, string title, string unit, string dimension, string heading, params (string Code, string Title, int Count)[] rows) =>
            Add(code, title, unit, new(dimension, heading, rows.Select(r => new Category(r.Code, r.Title))), rows, null);

        void Add(string code, string title, string unit, Dimension dimension, (string Code, string Title, int Count)[] rows, int? total)
        {
            var table = new TallyBuilder("return-" + code, title, "return-" + code).Unit(unit).Within("year", Code(year)).By(dimension);
            foreach (var row in rows)
                table.Cell(row.Count, [], row.Code);
            if (total is { } all)
                table.Cell(Math.Max(all, rows.Max(r => r.Count)), [], (string?)null);
            release.Add(table.Build());
        }
    }

    private static string? GenderOf(SafeStay stay) => Demographics.Gender.OfNumber(new Facts.FactCodes(stay.Codes).Gender)?.Code;

    private static string Code(int year) => string.Create(CultureInfo.InvariantCulture, $"{year}-{(year + 1) % 100:00}");
}
