using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Modules.Risk.Roles;
using Lapwing.Time;
using Lapwing.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Shows risk over time in some open cases of the demonstration: incidents, a result received from the police, something that changed, a MARAC referral with a
/// repeat, and a counter-allegation. It chooses by order and draws nothing, so that it disturbs no other sequence. May be run again.</summary>
public static class DemonstrationRisk
{
    private const string Address = "barking-and-dagenham";
    private const int Cases = 12;

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        if (await partnerships.FindAsync(Address, ct) is null)
            return;
        var now = Storage.Whole(LondonTime.UtcNow(time));
        var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", now), UnrestrictedReason.Generation);
        await using var db = await partnerships.OpenAsync(Address, viewer, ct);
        if (await db.Incidents.AnyAsync(ct))
            return;
        progress.Report("Inventing what happened in some open cases …");
        var act = new Act(viewer, now, "risk.generate", "Making demonstration records");
        // Open adult cases that somebody works on, the newest first.
        var cases = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open && e.Worker != null)
            .Join(db.CaseFiles.Where(f => f.Side == Side.Survivor), e => e.CaseFile, f => f.Id, (e, f) => new { e.CaseFile, e.Worker, e.OpenedAt }).OrderByDescending(c => c.OpenedAt).Take(Cases).ToListAsync(ct);
        var number = 0;
        foreach (var one in cases.DistinctBy(c => c.CaseFile))
            await TellAsync(db, act with { Who = viewer with { Member = one.Worker!.Value } }, one.CaseFile, number++, ct);
        await db.SaveAsync(act, ct);
    }

    private static async Task TellAsync(PartnershipDb db, Act act, Id<CaseFile> file, int number, CancellationToken ct)
    {
        var people = await FilePeople.ReadAsync(db, file, ct);
        var (key, subject) = (people.Key, people.Subject.Id);
        var harmer = Person.Add(act, key, new() { GivenName = "The ex-partner", Role = RoleInFile.SaidToCauseHarm, RoleStatus = AssertionStatus.Alleged });
        db.Add(harmer);
        Act Ago(int days) => act with { At = act.At.AddDays(-days) };
        void Happened(int days, IncidentKind kinds, IncidentSource source, string account) => db.Add(Incident.Record(Ago(days), key,
            new(LondonTime.DateOf(act.At.AddDays(-days)), number % 3 == 1, kinds, source, subject, harmer.Id, null, account)));

        Happened(3 + number, IncidentKind.ThreatOfViolence | IncidentKind.Property, IncidentSource.Housing, "A neighbour heard shouting and found the door broken.");
        switch (number % 4)
        {
            case 0:
                Happened(90, IncidentKind.Violence, IncidentSource.Police, "Officers were called; the person had bruises.");
                Happened(200, IncidentKind.StalkingOrHarassment, IncidentSource.ThePerson, "He waited outside work again.");
                break;
            case 1:
                db.Add(ReceivedResult.Keep(Ago(12), key, "DARA", LondonTime.DateOf(act.At.AddDays(-13)), RiskLevel.High, null, "A response officer", "Control over money and movements, fear of what comes next.", RiskLevel.High, null));
                break;
            case 2 when !people.IsBelowMarac:
                db.Add(MaracConsideration.Record(Ago(100), key, subject, harmer.Id, isMade: true, LondonTime.DateOf(act.At.AddDays(-100)), [MaracCriterion.VisibleHighRisk], null, people.IsBelowMarac));
                db.Add(RiskChange.Record(Ago(5), key, RiskEventKind.Separation, LondonTime.DateOf(act.At.AddDays(-6)), "Told the ex-partner that it is over."));
                break;
            default:
                RoleAssertion[] said =
                [
                    RoleAssertion.Make(Ago(20), key, subject, harmer.Id, subject, RoleSource.ThePersonHarmed, LondonTime.DateOf(act.At.AddDays(-20)), "Describes years of control."),
                    RoleAssertion.Make(Ago(9), key, subject, subject, harmer.Id, RoleSource.TheOtherParty, LondonTime.DateOf(act.At.AddDays(-9)), "Told the police that the other began it."),
                ];
                db.AddRange(said.Cast<object>());
                var side = MatterSide.For(people.File);
                side.Refresh(people.File.Side, saidToHarm: true, saidToBeHarmed: true, isAssessed: false, []);
                db.Add(side);
                break;
        }
    }
}
