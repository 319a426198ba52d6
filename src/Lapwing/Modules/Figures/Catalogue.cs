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
    ];

    public static async Task<Catalogue> ReadAsync(PartnershipDb db, CancellationToken ct)
    {
        var clocks = await ClockSettings.ReadAsync(db, ct);
        return new(All(clocks), new(await db.Services.AsNoTracking().OrderBy(s => s.Number).ToListAsync(ct)), clocks);
    }
}
