using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;
using Lapwing.Time;

namespace Lapwing.Demonstration;

/// <summary>
/// The life of one generated referral: received, assessed, routed or declined, accepted, supported, ended. Every move is the entity's own verb at the moment at
/// which it would have happened, so facts, clocks and rules are those of real referrals; what would be after now has not happened yet.
/// </summary>
internal struct Life
{
    private readonly Stage stage;
    private readonly SyntheticPeople people;
    private readonly int number;
    private readonly List<object> made = [];
    private Seeded seeded;
    private Act act;

    private Life(Stage stage, SyntheticPeople people, int number)
    {
        (this.stage, this.people, this.number) = (stage, people, number);
        seeded = new(stage.Seed, (9UL << 32) | (uint)number);
        act = new(stage.Viewer, stage.ReceivedAt(number), "referral.generate", "Making demonstration or benchmark records");
    }

    /// <summary>Every record of the n-th referral, with its facts.</summary>
    public static List<object> Of(Stage stage, SyntheticPeople people, int number, Reference reference)
    {
        var life = new Life(stage, people, number);
        life.Live(reference);
        life.made.AddRange(life.act.Facts);
        return life.made;
    }

    private void Live(Reference reference)
    {
        var answers = Answers();
        var isRepeat = stage.EarlierOf(number) is { } earlier && stage.Desk.PeopleOf(answers) is { Subject: not null, Harm: not null }
            && RepeatRule.Holds(stage.ReceivedAt(earlier), act.At, stage.Desk.Settings.RepeatMonths);
        var received = stage.Desk.Receive(act, answers, new Sender(Chances.Source.Draw(ref seeded)), reference, isRepeat);
        made.AddRange(received.Entities);
        made.Add(received.File.Admit(act, stage.Desk.Team, Depth.Work, "Triage of a new referral", stage.CircleUntil, isTriage: true));
        Triage(received, answers);
    }

    private IntakeAnswers Answers()
    {
        var family = stage.IdentityOf(number);
        // What belongs to the family is the same at each of its referrals.
        var its = new Seeded(stage.Seed, (10UL << 32) | (uint)family);
        var area = stage.Areas.Count == 0 ? (Number: 0, Code: "") : its.Of(stage.Areas);
        var they = people.Family(family, area.Code);
        var who = Chances.Who.Draw(ref its);
        if (who == WhoIsReferred.Child && they.Children.Count == 0)
            who = WhoIsReferred.AdultVictim;
        var subject = who switch { WhoIsReferred.Child => they.Children[0], WhoIsReferred.PersonCausingHarm => they.PersonCausingHarm, _ => they.Survivor };
        var (named, birthKnown, harmerNamed) = (its.Chance(.94), its.Chance(.86), its.Chance(.5));
        var basis = seeded.Chance(.82) ? ConsentBasis.Consent : who == WhoIsReferred.Child ? ConsentBasis.ChildAtRisk : seeded.Chance(.6) ? ConsentBasis.VitalInterests : ConsentBasis.PreventionOfCrime;
        var incident = LondonTime.DateOf(act.At).AddDays(-seeded.Below(21));
        var needs = Needs.SafetyAdvice | (seeded.Chance(.4) ? Needs.Advocacy : 0) | (seeded.Chance(.22) ? Needs.SafeHousing : 0) | (seeded.Chance(.25) ? Needs.Counselling : 0)
            | (seeded.Chance(.18) ? Needs.LegalHelp : 0) | (seeded.Chance(.12) ? Needs.MoneyAdvice : 0) | (seeded.Chance(.04) ? Needs.ImmigrationAdvice : 0);
        var told = new Told(named ? subject.GivenName : null, named ? subject.FamilyName : null, named && birthKnown ? subject.BornOn : null, named ? subject.Phone : null, subject.Gender, area.Number);
        if (named && stage.SecondTellingOf(number) is not null)
        {
            var slips = new Seeded(stage.Seed, (12UL << 32) | (uint)number);
            told = SecondTelling.Of(told, 0, $"07700 900{slips.Below(1_000):000}", ref slips);
        }
        return new()
        {
            Who = who, SafeContact = people.SafeContact(family),
            Subject = new() { GivenName = told.GivenName, FamilyName = told.FamilyName, BornOn = told.Born, Age = subject.Age },
            Characteristics = new(told.Gender, subject.Ethnicity, subject.Disability, subject.SexualOrientation),
            Telephone = told.Phone, Address = named && its.Chance(.45) ? $"{subject.AddressLine}, {subject.Postcode}" : null,
            Area = seeded.Chance(.97) ? area.Number : 0, Basis = basis, BasisNote = basis.NeedsReasons() ? "There is a risk of serious harm and asking was not safe." : null,
            Abuse = Chances.Abuse(ref seeded), Relationship = seeded.Chance(.93) ? they.Connection : null,
            Harmer = who == WhoIsReferred.PersonCausingHarm ? new() : Describe(they.PersonCausingHarm, harmerNamed, birthKnown: true),
            IncidentOn = seeded.Chance(.7) ? incident : null, Account = seeded.Of(Chances.Accounts), Needed = seeded.Of(Chances.Wanted), Needs = needs,
            Children = who == WhoIsReferred.PersonCausingHarm ? 0 : they.Children.Count, ReferrerName = seeded.Chance(.7) ? "A practitioner" : null,
            // On the desk of today some come with the level that another agency has assessed.
            Risk = !stage.IsOnTheDesk || who != WhoIsReferred.AdultVictim ? RiskLevel.NotAssessed : (number % 5) switch { 1 => RiskLevel.High, 3 => RiskLevel.Medium, _ => RiskLevel.NotAssessed },
        };
    }

    private static PersonAnswer Describe(SyntheticPerson person, bool named, bool birthKnown) => new()
    {
        GivenName = named ? person.GivenName : null, FamilyName = named ? person.FamilyName : null,
        BornOn = named && birthKnown ? person.BornOn : null, Age = person.Age,
    };

    private void Triage(ReceivedReferral received, IntakeAnswers answers)
    {
        var referral = received.Referral;
        // Most are looked at in good time, one in eight late.
        var share = seeded.Chance(.12) ? 1.05 + seeded.Below(150) / 100d : .08 + seeded.Below(85) / 100d;
        var target = stage.Desk.Clocks.TriageHours(answers.Risk);
        var worker = WorkerOf(stage.Desk.Team);
        if (!Comes(2) || !Reach(After(referral.ReceivedAt, target * share * .4), worker))
            return;
        referral.Claim(act);
        if (!Reach(After(act.At, (10 + seeded.Below(50)) / 60d), worker) || !Comes(3))
            return;
        if (seeded.Chance(.9))
            Assess(received);
        if (!Comes(4) || !Reach(After(act.At, target * share * .6), worker))
            return;
        Contact(received, null, first: seeded.Chance(.75));
        var age = answers.Subject.AgeOn(LondonTime.DateOf(act.At));
        var service = seeded.Chance(.21) ? null : Chances.Fitting(answers.Who, age, referral.Risk, answers.Needs.HasFlag(Needs.SafeHousing), ref seeded)
            .SelectMany(Offered).FirstOrDefault();
        if (service is null)
            Decline(referral, Chances.Decline.Draw(ref seeded));
        else
            Route(received, service);
    }

    private IEnumerable<Service> Offered(Pathway pathway) => stage.Services[pathway];

    private void Assess(ReceivedReferral received)
    {
        var pack = Questionnaire.Demonstration;
        var yes = Chances.Score.Draw(ref seeded);
        var (left, answers) = (pack.Items.Count, new List<RiskAnswer>(pack.Items.Count));
        foreach (var item in pack.Items)
        {
            var isYes = item.Scores && seeded.Below(Math.Max(1, left)) < yes;
            yes -= isYes ? 1 : 0;
            left--;
            if (isYes || !seeded.Chance(.05))
                answers.Add(new(item.Code, isYes ? Answer.Yes : seeded.Chance(.06) ? Answer.DontKnow : Answer.No));
        }
        var result = RiskRules.Assess(pack, answers, RiskBands.Default, new(received.Subject.Age));
        var judged = result.Level < RiskLevel.High && seeded.Chance(.06) ? "Recent separation and threats that the questions do not show." : null;
        if (judged is not null)
            result = RiskRules.Assess(pack, answers, RiskBands.Default, new(received.Subject.Age), new(RiskLevel.High, judged));
        var assessment = RiskAssessment.Complete(act, received.File.Key, received.Subject.Id, result.Pack, $"{result.PackVersion}", RiskResultJson.Write(answers),
            result.Score ?? 0, result.LevelByScore, result.Level, result.RaisedByJudgement ? judged : null, RiskFlagCodes.Write(result.Flags), RiskResultJson.Write(result));
        made.Add(assessment);
        var (referral, clocks) = (received.Referral, stage.Desk.Clocks);
        referral.Assessed(act, received.Subject, assessment, stage.Hours.AddHours(referral.ReceivedAt, clocks.TriageHours(result.Level)), stage.Hours.AddHours(referral.ReceivedAt, clocks.ContactHours(result.Level)));
    }

    private void Route(ReceivedReferral received, Service service)
    {
        var referral = received.Referral;
        var episode = referral.OfferTo(act, service, Minutes(referral));
        made.Add(episode);
        made.Add(Offer.Record(act, received.File.Key, referral.Id, service.Id, wasOffered: true, "generated", isChosen: true, null));
        made.Add(received.File.Admit(act, service.Team, Depth.Work, "Asked to support", stage.CircleUntil));
        var worker = WorkerOf(service.Team);
        if (!Reach(stage.Hours.AddHours(act.At, 1 + seeded.Below(22)), worker))
            return;
        if (seeded.Chance(.06))
        {
            episode.NotTake(act, received.File.Key, DeclineReason.NoCapacity, "No worker is free for some weeks.");
            referral.ReturnToTriage(act);
            if (Reach(stage.Hours.AddHours(act.At, 2 + seeded.Below(10)), WorkerOf(stage.Desk.Team)))
                Decline(referral, seeded.Chance(.6) ? DeclineReason.NoCapacity : DeclineReason.NotEligible);
            return;
        }
        referral.Accept(act);
        episode.Accept(act);
        Sides.Settle(act, received.File.File.Side, made.OfType<Circle>().Where(circle => circle.IsTriage));
        Support(received, episode, worker);
    }

    private void Support(ReceivedReferral received, SupportEpisode episode, Id<Member> worker)
    {
        var wait = service(ref seeded);
        if (!Reach(stage.Hours.Add(act.At.AddDays(wait), TimeSpan.FromMinutes(15 + seeded.Below(240))), worker))
            return;
        episode.Open(act, worker);
        Outcomes(episode, OutcomePoint.Start, 0);
        if (!Reach(stage.Hours.AddHours(act.At, 1 + seeded.Below(30)), worker))
            return;
        Contact(received, episode, first: true);
        if (!Reach(stage.Hours.Add(act.At.AddDays(7 + seeded.Below(40)), TimeSpan.FromMinutes(30)), worker))
            return;
        Contact(received, episode, first: true);
        if (number % 3 == 0)
            Measure(episode, OutcomePoint.Review, 1 + number % 5, 1 + (number + 1) % 5);
        if (!Reach(stage.Hours.Add(act.At.AddDays(14 + seeded.Below(190)), TimeSpan.FromMinutes(30)), worker))
            return;
        if (seeded.Chance(.8))
            Outcomes(episode, OutcomePoint.End, 1);
        episode.End(act, received.File.Key, Chances.End.Draw(ref seeded), null);

        static int service(ref Seeded seeded) => seeded.Chance(.4) ? 0 : seeded.Chance(.7) ? 1 + seeded.Below(12) : 7 + seeded.Below(60);
    }

    private void Contact(ReceivedReferral received, SupportEpisode? episode, bool first)
    {
        made.Add(ContactEntry.Log(act, received.File.Key, episode?.Id, ContactChannel.Telephone, first ? ContactResult.Made : ContactResult.Attempted, act.At, null));
        if (first)
            received.Referral.FirstContact(act, act.At, Minutes(received.Referral), []);
    }

    private void Outcomes(SupportEpisode episode, OutcomePoint point, int better) => Measure(episode, point, Score(better), Score(better));

    private int Score(int better) => Math.Clamp(1 + seeded.Below(3) + better * (1 + seeded.Below(2)), OutcomeRecord.Lowest, OutcomeRecord.Highest);

    /// <summary>Two areas, the same at each point, so that most are matched pairs.</summary>
    private readonly void Measure(SupportEpisode episode, OutcomePoint point, int one, int other)
    {
        var scores = new Dictionary<string, int> { [Chances.OutcomeAreas[number % Chances.OutcomeAreas.Length]] = one, [Chances.OutcomeAreas[(number + 1) % Chances.OutcomeAreas.Length]] = other };
        made.AddRange(episode.Measure(act, point, scores, [.. made.OfType<OutcomeRecord>()]));
    }

    private void Decline(Referral referral, DeclineReason reason) => referral.Decline(act, reason, Minutes(referral));

    private readonly int Minutes(Referral referral) => (int)Math.Min(int.MaxValue, stage.Hours.ElapsedMinutes(referral.ReceivedAt, act.At));

    private Id<Member> WorkerOf(Id<Team> team) => stage.Workers[team].ToArray() is { Length: > 0 } workers ? seeded.Of(workers) : stage.Viewer.Member;

    /// <summary>So many working hours later; on the desk of today a few minutes for each, also out of hours.</summary>
    private readonly DateTime After(DateTime at, double hours) => stage.IsOnTheDesk ? at.AddMinutes(hours * 10) : stage.Hours.AddHours(at, hours);

    /// <summary>On the desk of today each referral stops at one of six steps: twice waiting, claimed, assessed, twice routed.</summary>
    private readonly bool Comes(int step) => !stage.IsOnTheDesk || number % 6 >= step;

    /// <summary>Goes on to a later moment and person; false when that is still to come.</summary>
    private bool Reach(DateTime at, Id<Member> who)
    {
        if (at > stage.Now)
            return false;
        act = act with { At = Storage.Whole(at), Who = stage.Viewer with { Member = who } };
        return true;
    }
}
