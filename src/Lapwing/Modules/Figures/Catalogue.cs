using Lapwing.Data;
using Lapwing.Modules.Figures.Measures;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>Every measure with this partnership's targets and directory.</summary>
public sealed record Catalogue(IReadOnlyList<Measure> Measures, Breakdowns Breakdowns, ClockSettings Clocks)
{
    public Measure this[string code] => Measures.Single(measure => measure.Code == code);

    public static IReadOnlyList<Measure> All(ClockSettings clocks) =>
    [
        new ReferralsReceived(), new ReferralsTriaged(), new TriagedInTime(clocks), new ReferralsAccepted(), new ReferralsDeclined(),
        new RepeatReferrals(), new PeopleReferred(), new IncidentsReported(), new ChildrenLinked(),
        new TimeToTriage(), new FirstContacts(), new ContactedInTime(clocks), new TimeToFirstContact(), new RiskAssessments(),
        new EpisodesStarted(), new EpisodesEnded(), new EpisodesOpen(), new PeopleSupported(), new PeopleWaiting(),
        new OutcomePairs(), new OutcomeReviews(),
        new HandoversSent(), new HandoversAnswered(), new HandoversReceived(), new HandoversDecided(),
        new PlacesAsked(), new PlacesOffered(), new PlacesStarted(), new PlacesUsed(), new PlacesReturned(), new PlacesHeld(), new TimeToPlace(),
        new ProgrammeContacts(), new AbuseCompared(), new AbuseLess(),
        new GroupsWaiting(), new GroupPlacesAnswered(), new GroupPlacesTaken(), new GroupsStarted(), new GroupsCompleted(), new GroupsLeft(),
        new GroupSessionsDue(), new GroupSessionsAttended(), new GroupPairsCompleted(), new GroupChangesMeasured(), new GroupChangesBetter(),
        new SafePlacesAsked(), new HouseholdsTurnedAway(), new MovedIntoSafety(), new MovedOnFromSafety(), new SafeVacancies(), new SanctuariesFitted(),
    ];

    public static async Task<Catalogue> ReadAsync(PartnershipDb db, CancellationToken ct)
    {
        var clocks = await ClockSettings.ReadAsync(db, ct);
        // One partnership may have several rows, one for each set of keys: its latest name is its name.
        var partners = (await db.Partners.AsNoTracking().Where(p => p.DecidedAt != null).OrderBy(p => p.Number).ThenBy(p => p.DecidedAt).Select(p => new { p.Number, p.Name }).ToListAsync(ct))
            .GroupBy(p => p.Number).Select(p => (p.Key, p.Last().Name)).ToList();
        var hasPlaces = await db.PlacePools.AnyAsync(ct);
        return new([.. All(clocks).Where(measure => hasPlaces || !measure.IsOfPlaces)],
            new(await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct), partners, await db.Areas.AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct)), clocks);
    }
}
