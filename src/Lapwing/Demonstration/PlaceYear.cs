using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Work;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>One year of a pool: people are referred, the panel decides, places are offered, accepted, used and returned. What would be after now has not happened yet.</summary>
internal sealed class PlaceYear(Partnerships partnerships, Viewer viewer, int year, ulong seed)
{
    private readonly PriorityQueue<Func<DateTime, CancellationToken, Task>, (DateTime, int)> to = new();
    private PartnershipDb db = null!;
    private PlacePool pool = null!;
    private FrontDesk desk = null!;
    private Service drive = null!;
    private Dictionary<string, Member> members = null!;
    private Dictionary<string, Id<Team>> teams = null!;
    private SyntheticPeople people = null!;
    private int asked;

    /// <summary>One person while the year goes on.</summary>
    private sealed class Somebody
    {
        public required int Number { get; init; }
        public required int Area { get; init; }
        public required Id<CaseFile> File { get; init; }
        public required Id<CaseFile> Victim { get; init; }
        public required FileKey Key { get; init; }
        public required FileKey VictimKey { get; init; }
        public required Id<Referral> Referral { get; init; }
        public Id<PlaceRequest> Request { get; set; }
        public Seeded Seeded;
    }

    public async Task RunAsync(int count, CancellationToken ct)
    {
        await using var opened = db = await partnerships.OpenAsync(DriveEastArea.Address, viewer, ct);
        desk = await FrontDesk.ReadAsync(db, ct);
        drive = await db.Services.SingleAsync(s => s.Number == 2, ct);
        members = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Name, ct);
        teams = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Name, t => t.Id, ct);
        var start = LondonTime.StartOfDay(new(year, 4, 1));
        people = new(seed, new(year, 4, 1));
        var begun = ActOf("Paige Leadmore", start, "pool.open");
        pool = PoolBook.Open(db, begun, DemonstrationPlaces.Terms(year, teams["Drive panel"], teams["Drive case management"]), DemonstrationPlaces.BoroughsOf(teams), "Agreed by the consortium's board for the year.").Pool;
        foreach (var (standard, state, words) in ((int, StandardState, string)[])[(1, StandardState.Met, "Victim Support is commissioned apart; every place has a linked worker."), (2, StandardState.Met, "The panel sits with police, probation and housing each fortnight."),
            (3, StandardState.Met, "Case notes of the quarter were read by the consortium."), (4, StandardState.PartlyMet, "Waits were looked at; two were longer than six weeks."), (6, StandardState.Met, "Training and supervision records were shown.")])
            db.Add(StandardEvidence.Record(ActOf("Paige Leadmore", start, "standard.evidence"), pool, standard, state, words, new(year, 4, 1)));
        await KeepAsync(begun, ct);
        for (var n = 0; n < count; n++)
        {
            var number = n;
            // Most come in the first three quarters.
            Later(start.AddDays(4 + n * 300.0 / count).AddHours(9), (at, token) => ReferAsync(number, at, token));
        }
        while (to.TryDequeue(out var next, out var when) && when.Item1 <= viewer.Now)
            await next(when.Item1, ct);
    }

    /// <summary>How long teams stay in the files.</summary>
    private DateTime Stays => viewer.Now.AddMonths(24);

    private void Later(DateTime at, Func<DateTime, CancellationToken, Task> what) => to.Enqueue(what, (Storage.Whole(at), asked++));

    private async Task ReferAsync(int number, DateTime at, CancellationToken ct)
    {
        var seeded = new Seeded(seed, (ulong)number);
        var area = DemonstrationPlaces.AreaOf(ref seeded);
        var family = people.Family(number, "");
        var harmer = family.PersonCausingHarm;
        var act = ActOf("Floyd Panellis", at, "referral.receive");
        var received = desk.Receive(act, new IntakeAnswers
        {
            Who = WhoIsReferred.PersonCausingHarm, SafeContact = new() { MayRing = true }, Basis = ConsentBasis.PreventionOfCrime, BasisNote = "High risk of serious harm to others.",
            Subject = new() { GivenName = harmer.GivenName, FamilyName = harmer.FamilyName, BornOn = harmer.BornOn, Age = harmer.Age },
            Characteristics = new(harmer.Gender, harmer.Ethnicity, harmer.Disability, harmer.SexualOrientation), Area = area, Risk = RiskLevel.High, Abuse = Chances.Abuse(ref seeded), Relationship = family.Connection,
            Account = "Heard at MARAC; several call-outs of the police.", Needed = "Intensive case management",
        }, new Sender(seeded.Chance(.6) ? ReferralSource.Police : ReferralSource.Probation), Reference.New());
        received.Referral.Claim(act);
        // The victim's file, in the same matter, on the other side.
        var victim = CaseFile.Open(act, db.Session.Keys, Side.Survivor, teams["Drive victim advocacy"], Stays, received.File.File.Matter);
        var survivor = Person.Record(victim.Key, family.Survivor.GivenName, family.Survivor.FamilyName, family.Survivor.BornOn, family.Survivor.Age, new(family.Survivor.Gender));
        db.AddRange(received.Entities);
        db.AddRange(victim.File, victim.StoredKey, victim.Circle, survivor);
        db.AddRange(db.Session.Index.KeysFor(survivor, [family.Survivor.GivenName, family.Survivor.FamilyName], [family.Survivor.BornOn], []));
        db.Add(Whereabouts.Record(act, victim.Key, db.Session.Index, survivor.Id, $"{family.Survivor.AddressLine}, {family.Survivor.Postcode}", from: at));
        db.Add(victim.Unseal(act, teams["Drive victim advocacy"], Seal.Whereabouts, "Works with the victim", Stays));
        Harm(act, received, at, ref seeded);
        var borough = await db.PoolBoroughs.AsNoTracking().SingleAsync(b => b.Pool == pool.Id && b.Area == area, ct);
        var grounds = RequestGround.HighHarm | (seeded.Chance(.4) ? RequestGround.Serial : 0) | (seeded.Chance(.5) ? RequestGround.Repeat : 0) | (seeded.Chance(.3) ? RequestGround.MultipleNeeds : 0);
        var request = PlaceRequest.Ask(act, received.File.Key, received.File.File, pool, borough, seeded.Chance(.7) ? RequestSource.Marac : RequestSource.Police, grounds,
            "Does not keep appointments; several agencies have tried.", new(received.Referral.FactCodes), received.Referral.PersonToken);
        await Moves.AskAsync(db, act, request, pool, borough, received.File.File.Matter, ct);
        // Figures of past years can still be walked back to their records.
        foreach (var team in (Id<Team>[])[pool.Panel, borough.Team!.Value])
            await Circles.GiveAsync(db, act, received.File.File.Id, team, Depth.Work, "Decides on a place", Stays, ct);
        await KeepAsync(act, ct);
        var somebody = new Somebody
        {
            Number = number, Area = area, File = received.File.File.Id, Victim = victim.File.Id, Key = received.File.Key, VictimKey = victim.Key, Referral = received.Referral.Id, Request = request.Id, Seeded = seeded,
        };
        Later(at.AddDays(6 + somebody.Seeded.Below(9)), (then, token) => DecideAsync(somebody, then, token));
    }

    /// <summary>Incidents by which the rule tells who harms again, and whom.</summary>
    private void Harm(Act act, ReceivedReferral received, DateTime at, ref Seeded seeded)
    {
        var day = LondonTime.DateOf(at);
        for (var (victims, v) = (seeded.Chance(.45) ? 2 : 1, 0); v < victims; v++)
        {
            var harmed = Person.Add(act, received.File.Key, new() { GivenName = v == 0 ? "Partner" : "Former partner", FamilyName = "Not named", Role = RoleInFile.SomebodyElse });
            db.Add(harmed);
            for (var (times, n) = (1 + seeded.Below(3), 0); n < times; n++)
                db.Add(Incident.Record(act, received.File.Key, new(day.AddDays(-20 - 40 * n - 7 * v), false, IncidentKind.Violence, IncidentSource.Police, harmed.Id, received.Subject.Id, null, "The police were called.")));
        }
    }

    private async Task DecideAsync(Somebody who, DateTime at, CancellationToken ct)
    {
        var (act, moves) = (ActOf("Priya Sitwell", at, "place.decide"), await TakeAsync(who, ct));
        var (answer, reason) = who.Seeded.Below(100) switch
        {
            < 80 => (PanelAnswer.Eligible, "High risk of serious harm, and the victim is supported."),
            < 88 => (PanelAnswer.Defer, "The police's information is not there yet."),
            < 96 => (PanelAnswer.Decline, "Standard risk: the behaviour change group fits better."),
            _ => (PanelAnswer.Transfer, "The person has moved to another area."),
        };
        var priority = who.Seeded.Below(100) switch { < 12 => PlacePriority.Urgent, < 35 => PlacePriority.High, _ => PlacePriority.Ordinary };
        await moves.DecideAsync(db, act, who.Key, answer, priority, reason, answer == PanelAnswer.Defer ? LondonTime.DateOf(at).AddDays(21) : null, answer == PanelAnswer.Transfer ? "The next area's programme" : null, ct);
        var referral = await db.Referrals.SingleAsync(r => r.Id == who.Referral, ct);
        if (answer == PanelAnswer.Eligible)
        {
            var episode = referral.OfferTo(act, drive, 30);
            db.Add(episode);
            referral.Accept(act);
            episode.Accept(act);
        }
        else if (answer is PanelAnswer.Decline or PanelAnswer.Transfer)
        {
            referral.Decline(act, answer == PanelAnswer.Decline ? DeclineReason.NotEligible : DeclineReason.NotEligible, 30);
        }
        await KeepAsync(act, ct);
        if (answer == PanelAnswer.Decline && who.Seeded.Chance(.5))
            Later(at.AddDays(3), (then, token) => ContestAsync(who, then, token));
        if (answer == PanelAnswer.Eligible)
            Later(at.AddDays(1 + who.Seeded.Below(5)), (then, token) => OfferAsync(who, then, token));
    }

    private async Task ContestAsync(Somebody who, DateTime at, CancellationToken ct)
    {
        var borough = who.Area switch { 1 => "Bryony Barkwell", 2 => "Havelock Rainmore", _ => "Redmond Ilfield" };
        var decision = await db.PanelDecisions.SingleAsync(d => d.Request == who.Request, ct);
        decision.Contest(ActOf(borough, at, "place.contest"), who.Key, "The level was assessed before the last incident.");
        if (at.AddDays(9) <= viewer.Now)
            decision.Settle(ActOf("Osric Chairley", at.AddDays(9), "place.settle"), who.Key, pool, ContestResult.Upheld, "The panel looked at the newest assessment too.");
        await KeepAsync(ActOf(borough, at, "place.contest"), ct);
    }

    private async Task OfferAsync(Somebody who, DateTime at, CancellationToken ct)
    {
        var came = await Claims.OfferAsync(db, ActOf("Floyd Panellis", at, "place.offer"), who.Request, ct, KeepAsync);
        db.ChangeTracker.Clear();
        if (came.IsOffered)
        {
            var act = ActOf("Floyd Panellis", at, "place.offer");
            await Circles.GiveAsync(db, act, who.File, pool.Team, Depth.Work, "Works with the person causing harm", Stays, ct);
            await KeepAsync(act, ct);
        }
        if (!came.IsOffered)
        {
            Later(at.AddDays(7), (then, token) => OfferAsync(who, then, token)); // the panel tries again at its next sitting
            return;
        }
        if (who.Seeded.Chance(.08))
            Later(at.AddDays(2), (then, token) => ReturnAsync(who, ReturnReason.PersonRefused, then, token));
        else if (who.Seeded.Chance(.05))
            Later(at.AddHours(pool.HoldHours).AddMinutes(1), async (then, token) =>
            {
                var act = ActOf("Floyd Panellis", then, "place.lapse");
                await Moves.ReturnAsync(db, act, await db.PlaceTurns.SingleAsync(t => t.Request == who.Request, token), ReturnReason.Lapsed, token);
                await KeepAsync(act, token);
            });
        else
            Later(at.AddDays(1 + who.Seeded.Below(3)), (then, token) => AcceptAsync(who, then, token));
    }

    private async Task ReturnAsync(Somebody who, ReturnReason reason, DateTime at, CancellationToken ct)
    {
        var act = ActOf("Floyd Panellis", at, "place.return");
        await Moves.ReturnAsync(db, act, await db.PlaceTurns.SingleAsync(t => t.Request == who.Request, ct), reason, ct);
        await KeepAsync(act, ct);
    }

    private async Task AcceptAsync(Somebody who, DateTime at, CancellationToken ct)
    {
        var (act, moves) = (ActOf("Callum Drivesey", at, "place.accept"), await TakeAsync(who, ct));
        await moves.AcceptAsync(db, act, ct);
        await KeepAsync(act, ct);
        Later(at.AddDays(3 + who.Seeded.Below(10)), (then, token) => StartAsync(who, then, token));
    }

    private async Task StartAsync(Somebody who, DateTime at, CancellationToken ct)
    {
        var manager = who.Number % 3 == 0 ? "Mirabel Overton" : "Callum Drivesey";
        var (act, moves) = (ActOf(manager, at, "place.start"), await TakeAsync(who, ct));
        await moves.LinkAsync(db, act, members[manager].Id, members["Verity Beside"].Id, ct);
        await moves.StartAsync(db, act, ct);
        var episode = await db.SupportEpisodes.SingleAsync(e => e.CaseFile == who.File, ct);
        episode.Open(act, members[manager].Id);
        See(who, moves, act, WorkPoint.Start, manager, SeverityLevel.High, []);
        var followUp = HarmFollowUp.Begin(act, who.File, who.Request);
        followUp.TellBefore(act, moves.Turn, 3 + who.Seeded.Below(9));
        db.Add(followUp);
        await KeepAsync(act, ct);
        for (var week = 1; week <= 16; week += 1 + who.Seeded.Below(3))
            Later(at.AddDays(week * 7), (then, token) => WorkAsync(who, manager, then, token));
        Later(at.AddDays(20 + who.Seeded.Below(20)), (then, token) => TellAsync(who, manager, then, token));
        Later(at.AddDays(who.Seeded.Chance(.25) ? 60 : 230 + who.Seeded.Below(90)), (then, token) => EndAsync(who, manager, then, token));
    }

    private async Task WorkAsync(Somebody who, string manager, DateTime at, CancellationToken ct)
    {
        var (act, moves) = (ActOf(manager, at, "place.work"), await TakeAsync(who, ct));
        if (moves.Turn.State != TurnState.Started)
            return;
        var contact = ProgrammeContact.Record(act, who.Key, moves.Turn, (Strand)who.Seeded.Below(3), who.Seeded.Chance(.55), LondonTime.DateOf(at), null);
        db.Add(contact);
        act.Record(Facts.Fact.Of(Facts.FactKind.ProgrammeContact, contact.On, at, who.Request.Value, moves.Request.PersonToken, who.File, new Facts.FactCodes(moves.Request.FactCodes) { Reason = contact.Code }));
        await KeepAsync(act, ct);
    }

    /// <summary>Something that crossed the sides, in the file of each.</summary>
    private async Task TellAsync(Somebody who, string manager, DateTime at, CancellationToken ct)
    {
        var (act, form) = (ActOf(manager, at, "exchange.send"), OrderedGuid.Next());
        const string words = "He missed two appointments in a row and spoke of his anger about the court date. Please look at the safety plan for that week.";
        db.AddRange(SideExchange.Sent(act, who.Key, form, ExchangePurpose.RiskHasChanged, words), SideExchange.Received(act, who.VictimKey, form, ExchangePurpose.RiskHasChanged, words));
        await KeepAsync(act, ct);
    }

    private async Task EndAsync(Somebody who, string manager, DateTime at, CancellationToken ct)
    {
        var (act, moves) = (ActOf(manager, at, "place.end"), await TakeAsync(who, ct));
        var early = LondonTime.DateOf(at).DayNumber - LondonTime.DateOf(moves.Turn.StartedAt!.Value).DayNumber < 100;
        await moves.EndAsync(db, act, early ? who.Seeded.Chance(.5) ? PlaceOutcome.Disengaged : PlaceOutcome.InCustody : PlaceOutcome.Completed, ct);
        var episode = await db.SupportEpisodes.SingleAsync(e => e.CaseFile == who.File, ct);
        episode.End(act, who.Key, early ? EndReason.LostSafeContact : EndReason.GoalsMet, null);
        See(who, moves, act, WorkPoint.End, manager, early ? SeverityLevel.Moderate : SeverityLevel.Standard, await db.AbuseViews.AsNoTracking().Where(v => v.Turn == moves.Turn.Id).ToListAsync(ct));
        if (HarmFollowUp.CompleteOn(moves.Turn) is { } day && LondonTime.StartOfDay(day.AddDays(5)) is var then && then <= viewer.Now)
            (await db.HarmFollowUps.SingleAsync(f => f.Request == who.Request, ct)).TellAfter(ActOf(manager, then, "place.follow-up"), moves.Turn, who.Seeded.Below(5), who.Seeded.Chance(.2));
        await KeepAsync(act, ct);
    }

    /// <summary>How both sides see it, each in its own file.</summary>
    private void See(Somebody who, Moves moves, Act act, WorkPoint point, string manager, SeverityLevel about, IReadOnlyList<AbuseView> before)
    {
        foreach (var (name, by, key) in ((string, SeenBy, FileKey)[])[(manager, SeenBy.CaseManager, who.Key), ("Verity Beside", SeenBy.VictimsWorker, who.VictimKey)])
        {
            var levels = AbuseView.Kinds.ToDictionary(kind => kind, _ => (SeverityLevel)Math.Clamp((int)about + who.Seeded.Below(3) - 1, 0, 3));
            var theirs = ActOf(name, act.At, "place.see");
            db.AddRange(AbuseView.See(theirs, key, moves.Turn, point, by, levels, [.. before.Where(v => v.SeenBy == by)], new(moves.Request.FactCodes), moves.Request.PersonToken));
            foreach (var fact in theirs.Facts)
                act.Record(fact);
        }
    }

    private async Task<Moves> TakeAsync(Somebody who, CancellationToken ct) =>
        await Moves.TakeAsync(db, who.File, ct) ?? throw new InvalidOperationException("The request was asked for a moment ago.");

    /// <summary>The act of one of the demonstration's members at a moment of the past.</summary>
    private Act ActOf(string name, DateTime at, string code)
    {
        var team = name switch
        {
            "Floyd Panellis" or "Priya Sitwell" or "Osric Chairley" => teams["Drive panel"], "Verity Beside" => teams["Drive victim advocacy"], _ => teams["Drive case management"],
        };
        return new(viewer with { Member = members[name].Id, Jobs = members[name].Jobs, Teams = [team] }, Storage.Whole(at), code, "Making demonstration or benchmark records");
    }

    /// <summary>Kept now, with what was recorded then.</summary>
    private async Task KeepAsync(Act then, CancellationToken ct)
    {
        var act = new Act(viewer, viewer.Now, then.Code, then.Purpose);
        foreach (var fact in then.Facts)
            act.Record(fact);
        await db.SaveAsync(act, ct);
        db.ChangeTracker.Clear();
    }
}
