using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>Makes groups with the children of families that were referred: each child in a file of its own beside the mother's, as a worker would do it.</summary>
internal sealed class InventedGroups
{
    private readonly PartnershipDb db;
    private readonly Act act;
    private readonly ulong seed;
    private readonly SyntheticPeople people;
    private readonly List<(Id<CaseFile> File, Id<Person> Subject, DateTime ReceivedAt)> mothers;
    private readonly HashSet<Id<CaseFile>> used = [];
    private readonly Dictionary<Id<GroupProgramme>, List<Facilitator>> facilitators = [];
    private readonly Dictionary<Id<Member>, string> names;
    private int invented;

    private InventedGroups(PartnershipDb db, Act act, ulong seed, List<(Id<CaseFile>, Id<Person>, DateTime)> mothers, Dictionary<Id<Member>, string> names)
    {
        (this.db, this.act, this.seed, this.mothers, this.names) = (db, act, seed, mothers, names);
        people = new(seed, Today);
    }

    public DateOnly Today => LondonTime.DateOf(act.At);

    public static async Task<InventedGroups> BeginAsync(PartnershipDb db, Act act, ulong seed, CancellationToken ct)
    {
        var referred = await db.Referrals.AsNoTracking().Where(r => r.Who == WhoIsReferred.AdultVictim && r.Status == ReferralStatus.Accepted).OrderByDescending(r => r.ReceivedAt).ThenBy(r => r.Reference)
            .Select(r => new { r.CaseFile, r.Subject, r.ReceivedAt }).ToListAsync(ct);
        return new(db, act, seed, [.. referred.Select(r => (r.CaseFile, r.Subject, r.ReceivedAt))], await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, ct));
    }

    /// <summary>The weeks around Christmas are closed, as schools are.</summary>
    public async Task CloseAsync(IReadOnlyList<Quarter> quarters, CancellationToken ct)
    {
        var winters = quarters.Where(q => q.Number == 3).Select(q => q.Start.Year).Distinct().Select(year => new ClosedDays(new(year, 12, 19), new(year + 1, 1, 3), "Christmas holidays"));
        db.Settings.Add(StoredSettings.Keep(act, GroupSettings.Concern, new GroupSettings { Closed = [.. winters] }));
        await db.SaveAsync(act, ct);
    }

    public async Task<GroupProgramme> ProgrammeAsync(Service service, ProgrammeTerms terms, CancellationToken ct)
    {
        var made = new Act(act.Who, act.At, act.Code, act.Purpose);
        var programme = GroupProgramme.Add(made, service.Team, service.Number, terms);
        db.Add(programme);
        var members = await db.TeamMemberships.AsNoTracking().Where(t => t.Team == service.Team && t.Until == null).OrderBy(t => t.Id).Select(t => t.Member).Take(3).ToListAsync(ct);
        facilitators[programme.Id] = [.. members.Select(member => Facilitator.Name(made, programme, member, new(Today.AddYears(-1), Today.AddYears(2).AddDays(-1), Today.AddYears(-2), null)))];
        db.AddRange(facilitators[programme.Id]);
        await db.SaveAsync(made, ct);
        return programme;
    }

    /// <summary>A group with its families, from the waiting list to its end or as far as it is today.</summary>
    /// <param name="lapses">The licence of who leads it ends between sessions 8 and 9.</param>
    /// <param name="isRecent">It is of today: its families asked three weeks before and not two months.</param>
    public async Task GroupAsync(GroupProgramme programme, string name, DateOnly first, int families, CancellationToken ct, bool lapses = false, bool isRecent = false)
    {
        var acted = new Act(act.Who, act.At, act.Code, act.Purpose);
        var days = SessionCalendar.Weekly(first, programme.ThemeLines.Count, await GroupSettings.ReadAsync(db, ct)).Days;
        var mine = facilitators[programme.Id];
        var (lead, other) = (mine[lapses ? ^1 : 0], mine[Math.Min(1, mine.Count - 1)]);
        foreach (var facilitator in new[] { lead, other }.Distinct().Where(f => days.Any(day => f.Terms.WhyNotOn(day) is not null)))
            facilitator.Change(acted, programme, new(first.AddDays(-30), LicenceTerms.UsualEnd(first.AddDays(-30)), first.AddYears(-1), null));
        var licences = mine.ToDictionary(f => f.Id, f => (names[f.Member], f.Terms));
        var (planned, placed) = (At(acted, first.AddDays(-40)), At(acted, first.AddDays(-7)));
        var children = Cohort.Plan(planned, programme, GroupFor.Children, new(name, 8, 16 * 60, lead.Id, null, licences), days);
        var carers = programme.IsPaired ? Cohort.Plan(planned, programme, GroupFor.Carers, new(name, 8, 16 * 60, other.Id, null, licences), days) : null;
        if (carers is not null)
        {
            children.Cohort.RunBeside(carers.Cohort);
            carers.Cohort.RunBeside(children.Cohort);
        }
        var sessions = children.Sessions.Concat(carers?.Sessions ?? []).ToList();
        db.AddRange(new[] { children, carers }.OfType<PlannedCohort>().Select(c => c.Cohort));
        db.AddRange(sessions);
        var places = new List<Seated>();
        var asking = await FamiliesAsync(acted, programme, first, families + 1, ct, isRecent: isRecent);
        for (var n = 0; n < asking.Count; n++)
        {
            var (child, mother) = asking[n];
            if (n == families)
            {
                child.Entry.DeclinePlace(placed, child.Key, "The made-up football team trains on the same day.");
                mother?.Entry.Withdraw(placed, mother.Key, "The child does not come.");
                continue;
            }
            var given = Pairing.Add(placed, children.Cohort, carers?.Cohort, child, mother is null ? [] : [mother], [], carers is null ? null : PairAnswer.Together, null);
            db.AddRange(given);
            places.AddRange(given.Select(place => new Seated(place, place.CaseFile == child.Key.File ? child.Key : mother!.Key)));
        }
        Hold(acted, programme, sessions, places, asking, lead.Member);
        if (programme.Tier == GroupTier.Therapeutic && places.Count > 0 && sessions.LastOrDefault(s => s.TakenAt is not null) is { } held)
            db.Add(TherapyNote.Sign(At(acted, held.On, 19) with { Who = act.Who with { Member = lead.Member } }, places[0].Key, places[0].Place, programme, held.On, "Painted the house with all its doors open. Spoke of the old school for the first time."));
        if (lapses)
            lead.Change(acted, programme, lead.Terms with { From = days[7].AddDays(4).AddYears(-Facilitator.LicenceYears), Until = days[7].AddDays(3) });
        await db.SaveAsync(acted, ct);
        if (days[^1] < Today)
            foreach (var cohort in new[] { carers?.Cohort, children.Cohort }.OfType<Cohort>())
            {
                var ending = At(new(act.Who, act.At, act.Code, act.Purpose), days[^1], 18);
                await Finishing.EndAsync(db, ending, programme, cohort, days[^1], ct);
                await db.SaveAsync(ending, ct);
            }
    }

    /// <summary>People who wait: some ready, some of whom something is missing.</summary>
    public async Task WaitAsync(GroupProgramme programme, int families, CancellationToken ct)
    {
        var acted = new Act(act.Who, act.At, act.Code, act.Purpose);
        await FamiliesAsync(acted, programme, Today.AddDays(30), families, ct, isWaiting: true, isRecent: true);
        await db.SaveAsync(acted, ct);
    }

    /// <summary>Sessions that are over: who came, what an absence set going, who left, and what they said before and after.</summary>
    private void Hold(Act acted, GroupProgramme programme, List<CohortSession> sessions, List<Seated> places, IReadOnlyList<(Candidate Child, Candidate? Mother)> asking, Id<Member> worker)
    {
        var said = places.ToDictionary(p => p.Place.Id, p => GroupFeedback.Say(At(acted, sessions[0].On.AddDays(-5)), p.Place, FeedbackPack.Shipped, FeedbackPoint.Before, Scores(p.Place.Who, 2), []));
        if (sessions[0].On.AddDays(-5) < Today)
            db.AddRange(said.Values);
        // Of each group one family leaves, where enough are left then.
        var last = asking.Count > 2 ? asking[Math.Min(3, asking.Count - 2)] : default;
        var leaving = last.Child is null ? [] : places.Where(p => p.Key.File == last.Child.Key.File || p.Key.File == last.Mother?.Key.File).ToList();
        var cohorts = db.ChangeTracker.Entries<Cohort>().ToDictionary(e => e.Entity.Id, e => e.Entity);
        foreach (var session in sessions.Where(s => s.On < Today).OrderBy(s => s.On))
        {
            var evening = At(acted, session.On, 18);
            foreach (var (seated, n) in places.Select((p, n) => (p, n)).Where(p => p.p.Place.IsIn && p.p.Place.Cohort == session.Cohort))
            {
                // By turns, so that nothing depends on chance: each misses a session or two.
                var presence = (n * 5 + session.Number * 3) % 11 == 0 ? Presence.Absent : (n * 7 + session.Number) % 13 == 0 ? Presence.AbsentTold : Presence.Came;
                var attendance = Attendance.Note(evening, session, seated.Place, presence);
                db.Add(attendance);
                if (presence == Presence.Came)
                    seated.Place.Start(evening, session.On);
                else
                    FollowUp(evening, seated, session, attendance, worker);
            }
            session.Took(evening);
            if (session.Number == 4 && leaving.Count > 0 && leaving.All(p => p.Place.IsIn) && sessions.Where(s => s.On == session.On).All(s => s.TakenAt is not null))
                Pairing.Drop(evening, leaving[0], leaving, cohorts, LeavingReason.MovedAway, null, programme.IsPaired ? PairAnswer.Together : null, null);
        }
        if (sessions[^1].On < Today)
            foreach (var (seated, n) in places.Select((p, n) => (p, n)).Where(p => p.p.Place.IsIn && p.n % 5 != 4))
                db.Add(GroupFeedback.Say(At(acted, sessions[^1].On, 17), seated.Place, FeedbackPack.Shipped, FeedbackPoint.After, Scores(seated.Place.Who, n % 6 == 5 ? 2 : 4), [said[seated.Place.Id]]));
    }

    private void FollowUp(Act evening, Seated seated, CohortSession session, Attendance attendance, Id<Member> worker)
    {
        var check = CaseTask.Set(evening, seated.Key, $"Safety check today: absent from session {session.Number} on {Spoken.Day(session.On)}. Make contact only in a safe way.", worker, session.On);
        if (session.On < Today.AddDays(-8))
            check.Finish(evening with { Who = act.Who with { Member = worker } }, seated.Key, "Spoken with in the safe hour: a cold. All is well.");
        db.Add(check);
        attendance.Follow(check.Id, seated.Place.Who == GroupFor.Children ? SchoolNotice.NoContact : SchoolNotice.NotNeeded, "");
    }

    /// <summary>Families with a child of the right age, each child in its own file; the group's team is let into both files.</summary>
    private async Task<IReadOnlyList<(Candidate Child, Candidate? Mother)>> FamiliesAsync(Act acted, GroupProgramme programme, DateOnly first, int wanted, CancellationToken ct, bool isWaiting = false, bool isRecent = false)
    {
        var made = new List<(Candidate, Candidate?)>();
        var chosen = Referred(first.AddDays(isRecent ? -20 : -62)).Take(wanted).ToList();
        chosen.AddRange(Referred(first.AddDays(-20)).Except(chosen).Take(wanted - chosen.Count));
        var keys = await db.KeysOfAsync(chosen.Select(m => m.File), ct);
        var worker = facilitators[programme.Id][0].Member;
        foreach (var (mother, n) in chosen.Select((m, n) => (m, n)))
        {
            used.Add(mother.File);
            var seeded = new Seeded(seed, (ulong)++invented);
            var asked = At(acted, Max(first.AddDays(-60), LondonTime.DateOf(mother.ReceivedAt).AddDays(1)));
            if (asked.At > act.At)
                asked = acted with { At = act.At.AddDays(-12 + n) };
            var missing = isWaiting ? n % 4 : 0;
            var matter = await db.CaseFiles.AsNoTracking().Where(f => f.Id == mother.File).Select(f => f.Matter).SingleAsync(ct);
            var opened = CaseFile.Open(asked, db.Session.Keys, Side.Child, programme.Team, act.At.AddYears(1), matter);
            var person = Child(opened, seeded, first, isWaiting && n == 1 ? programme.AgeTo : null);
            db.AddRange(opened.File, opened.StoredKey, opened.Circle, person);
            var answers = new WaitingAnswers("To understand that it was not their fault.", true, LondonTime.DateOf(asked.At).AddMonths(missing == 1 ? -3 : -8), true, false, missing == 2 ? null : true, null, missing == 3 ? null : worker);
            var child = new Candidate(WaitingEntry.Ask(asked, opened.Key, programme, Side.Child, person, answers, null), opened.Key);
            db.Add(child.Entry);
            Candidate? carer = null;
            if (programme.IsPaired)
            {
                await Circles.GiveAsync(db, asked, mother.File, programme.Team, Depth.Work, "Place in a group", act.At.AddYears(1), ct);
                var subject = await db.People.AsNoTracking().SingleAsync(p => p.Id == mother.Subject, ct);
                carer = new(WaitingEntry.Ask(asked, keys[mother.File], programme, Side.Survivor, subject, answers with { Why = "To be able to talk about it at home.", IsImpacted = null, SchoolAgrees = null }, null), keys[mother.File]);
                db.Add(carer.Entry);
            }
            if (missing is 0 or 1)
                foreach (var one in new[] { child, carer }.OfType<Candidate>())
                    db.Add(PreGroupAssessment.Make(asked, one.Key, one.Entry, LondonTime.DateOf(asked.At), "Met at school. Knows why the group is there and looks forward to it.", isSuitable: true));
            if (programme.Tier == GroupTier.Therapeutic && !isWaiting && n == 0)
                Circles.Unseal(db, asked, opened.File.Id, programme.Team, Seal.Health, "Gives the therapy", act.At.AddYears(1));
            made.Add((child, carer));
        }
        return made;
    }

    /// <summary>Families that were referred before a day, the latest first: those of the past waited some weeks, so that somebody stands on the list at the end of each quarter.</summary>
    private IEnumerable<(Id<CaseFile> File, Id<Person> Subject, DateTime ReceivedAt)> Referred(DateOnly before)
    {
        var until = LondonTime.StartOfDay(before);
        return mothers.Where(m => m.ReceivedAt < until && m.ReceivedAt < act.At && !used.Contains(m.File));
    }

    private Person Child(OpenedFile opened, Seeded seeded, DateOnly first, int? oldest)
    {
        SyntheticPerson? invent;
        do
            invent = people.Family(50_000 + invented * 7 + seeded.Below(1_000), "").Children is [var eldest, ..] ? eldest : null;
        while (invent is null);
        var born = oldest is { } age ? Today.AddYears(-age - 1).AddDays(40) : first.AddYears(-6 - seeded.Below(9)).AddDays(-1 - seeded.Below(300));
        var person = Person.Record(opened.Key, invent.GivenName, invent.FamilyName, born, null, new(invent.Gender));
        db.AddRange(db.Session.Index.KeysFor(person, [invent.GivenName, invent.FamilyName], [born], []));
        return person;
    }

    private static Dictionary<string, int> Scores(GroupFor who, int score) => FeedbackPack.Shipped.For(who).ToDictionary(q => q.Code, _ => score);

    /// <summary>The same act on another day. What it records is saved with the act.</summary>
    private Act At(Act acted, DateOnly day, int hour = 11) => acted with { At = Min(LondonTime.ToUtc(day, new TimeOnly(hour, 0)), act.At) };

    private static DateTime Min(DateTime one, DateTime other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
