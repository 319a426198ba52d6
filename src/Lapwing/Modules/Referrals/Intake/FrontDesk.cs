using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>The front door as it stands now, and its one verb: to receive a referral. The journey, the import and the demonstration all receive through it,
/// so that a referral is the same records whichever way it came.</summary>
public sealed record FrontDesk(Id<Team> Team, IntakeSettings Settings, ClockSettings Clocks, PartnershipKeys Keys, BlindIndex Index)
{
    private const string Triage = "Triage of a new referral";
    private const string Outcome = "The referrer sees the outcome";

    /// <exception cref="RuleBroken">The partnership has no front door yet.</exception>
    public static Task<FrontDesk> ReadAsync(PartnershipDb db, CancellationToken ct = default) => db.KeptAsync(typeof(FrontDesk), () => AskAsync(db, ct), ct);

    private static async Task<FrontDesk> AskAsync(PartnershipDb db, CancellationToken ct)
    {
        var team = await db.Teams.AsNoTracking().Where(t => t.IsFrontDoor && t.IsActive).Select(t => (Id<Team>?)t.Id).FirstOrDefaultAsync(ct)
            ?? throw new RuleBroken("no-front-door", "This partnership has no team at its front door yet, so nobody would see the referral. Tell its administrator.");
        return new(team, await IntakeSettings.ReadAsync(db, ct), await ClockSettings.ReadAsync(db, ct), db.Session.Keys, db.Session.Index);
    }

    /// <summary>The keys by which equal named people are recognised. Who harms whom is known only where somebody else is referred.</summary>
    public (long? Subject, long? Harm) PeopleOf(IntakeAnswers answers) =>
        (KeyOf(answers.Subject), answers.Who == WhoIsReferred.PersonCausingHarm ? null : KeyOf(answers.Harmer));

    /// <summary>Makes every record of a referral: the files on each side with who is in their circles, the people, how to reach them, and the referral.
    /// Nothing is saved: add <see cref="ReceivedReferral.Entities"/> and save them with the same act.</summary>
    /// <param name="reference">A reference that is still free; a random one when not given.</param>
    /// <param name="isRepeat">What <see cref="RepeatRule"/> said.</param>
    /// <param name="receivedAt">When it arrived, where that was not now.</param>
    /// <param name="matter">The family's matter, where there is one already: a child who gets a file of their own.</param>
    /// <exception cref="ArgumentException">There is no safe contact, or nobody is said to be referred: the form or the import should have refused it.</exception>
    public ReceivedReferral Receive(Act act, IntakeAnswers answers, Sender sender, Reference? reference = null, bool isRepeat = false, DateTime? receivedAt = null, Guid? matter = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Who == WhoIsReferred.None)
            throw new ArgumentException("Nobody is said to be referred.", nameof(answers));
        var (at, until) = (receivedAt ?? act.At, act.At.AddMonths(Settings.CircleMonths));
        var today = LondonTime.DateOf(at);
        var entities = new List<object>();

        var file = Open(answers.Who switch { WhoIsReferred.Child => Side.Child, WhoIsReferred.PersonCausingHarm => Side.PersonCausingHarm, _ => Side.Survivor }, matter);
        var subject = Record(file, answers.Subject, answers.Characteristics, [answers.Telephone], [answers.Email]);
        foreach (var team in sender.Teams?.Where(t => t != Team).Distinct() ?? [])
            entities.Add(file.Admit(act, team, Depth.Outcome, Outcome, until));
        Reach(file, subject);
        foreach (var child in answers.ChildrenNamed.Where(c => c.IsNamed))
            Record(Open(Side.Child, file.File.Matter), child, new(), [], []);
        var harmer = answers.Who == WhoIsReferred.PersonCausingHarm ? new() : answers.Harmer;
        if (harmer.IsNamed)
            Record(Open(Side.PersonCausingHarm, file.File.Matter), harmer, new(), [], []);

        var (referral, code) = Write(act, file.Key, subject, answers, sender, harmer, reference ?? Reference.New(), isRepeat, at);
        entities.Add(referral);
        return new(referral, subject, file, code, entities);

        OpenedFile Open(Side side, Guid? family)
        {
            var opened = CaseFile.Open(act, Keys, side, Team, until, family);
            entities.AddRange([opened.File, opened.StoredKey, opened.Circle]);
            return opened;
        }

        Person Record(OpenedFile into, PersonAnswer person, Characteristics characteristics, string?[] phones, string?[] emails)
        {
            var recorded = Person.Record(into.Key, person.GivenName, person.FamilyName, person.BornOn, person.AgeOn(today), characteristics);
            entities.Add(recorded);
            entities.AddRange(Index.KeysFor(recorded, [person.GivenName, person.FamilyName], person.BornOn is { } born ? [born] : [], phones, emails));
            return recorded;
        }

        void Reach(OpenedFile into, Person person)
        {
            // What the referral says of all ways holds for each that it brings, until the person says otherwise of that one.
            var safe = answers.SafeContact;
            if (!string.IsNullOrWhiteSpace(answers.Telephone))
                entities.Add(ContactMethod.Add(act, into.Key, Index, person.Id, ContactKind.Telephone, answers.Telephone, safe is null ? null : MethodSafety.Of(safe, ContactKind.Telephone), at));
            if (!string.IsNullOrWhiteSpace(answers.Email))
                entities.Add(ContactMethod.Add(act, into.Key, Index, person.Id, ContactKind.Email, answers.Email, safe is null ? null : MethodSafety.Of(safe, ContactKind.Email), at));
            if (string.IsNullOrWhiteSpace(answers.Address))
                return;
            var home = Whereabouts.Record(act, into.Key, Index, person.Id, answers.Address, from: at);
            if (safe is not null)
                home.Confirm(act, safe is { MayWrite: true, OnlyThroughReferrer: false }, mayVisit: null, isKnownToOther: false, at);
            entities.Add(home);
            entities.Add(into.Unseal(act, Team, Seal.Whereabouts, Triage, until));
        }
    }

    /// <summary>Refers somebody whose file is there already, such as a child who was named when a parent was referred: the referral goes into that file and no second one is opened.</summary>
    public (Referral Referral, OutcomeCode Code) ReceiveInto(Act act, FileKey key, Person subject, IntakeAnswers answers, Sender sender, Reference reference, bool isRepeat)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Write(act, key, subject, answers, sender, new(), reference, isRepeat, act.At);
    }

    private (Referral Referral, OutcomeCode Code) Write(Act act, FileKey key, Person subject, IntakeAnswers answers, Sender sender, PersonAnswer harmer, Reference given, bool isRepeat, DateTime at)
    {
        var (today, code) = (LondonTime.DateOf(at), OutcomeCode.New());
        var (subjectKey, harmKey) = PeopleOf(answers);
        return (Referral.Receive(act, key, subject, new()
        {
            Reference = given.ToString(), OutcomeCodeHash = code.HashFor(given, Keys.OutcomeCodes), Draft = sender.Draft?.Value,
            Source = sender.Source, Agency = sender.Agency, Who = answers.Who, ReceivedAt = at,
            SafeContact = answers.SafeContact ?? new(), Basis = answers.Basis ?? ConsentBasis.Consent, BasisNote = answers.BasisNote,
            Abuse = answers.Abuse, Relationship = answers.Relationship, Needs = answers.Needs, Needed = answers.Needed,
            ActApplies = DomesticAbuseAct.Applies(VictimAge(), HarmerAge(), answers.Relationship, answers.Abuse).Answer == ActAnswer.Yes,
            IsForChildrensSafeguarding = answers.IsForChildrensSafeguarding(today), Children = Math.Max(answers.Children, answers.ChildrenNamed.Count),
            Area = answers.Area, IncidentOn = answers.IncidentOn, Account = answers.Account,
            PersonCausingHarm = Lines(harmer.Name, answers.HarmerWords), Referrer = Lines(answers.ReferrerName, answers.ReferrerRole, answers.ReferrerTelephone),
            SubjectKey = subjectKey, HarmKey = harmKey, IsRepeat = isRepeat, Risk = answers.Risk,
            TriageDueAt = Clocks.TriageDue(at, answers.Risk), ContactDueAt = Clocks.ContactDue(at, answers.Risk),
        }), code);

        int? VictimAge() => answers.Who == WhoIsReferred.PersonCausingHarm ? null : answers.Subject.AgeOn(today);

        int? HarmerAge() => (answers.Who == WhoIsReferred.PersonCausingHarm ? answers.Subject : answers.Harmer).AgeOn(today);
    }

    private long? KeyOf(PersonAnswer person) => Index.PersonKey(person.GivenName, person.FamilyName, person.BornOn);

    private static string? Lines(params string?[] lines) =>
        string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!.Trim())) is { Length: > 0 } text ? text : null;
}

/// <summary>A referral with everything that belongs to it, ready to be saved.</summary>
/// <param name="Code">Shown to the sender once; only its hash is stored.</param>
public sealed record ReceivedReferral(Referral Referral, Person Subject, OpenedFile File, OutcomeCode Code, IReadOnlyList<object> Entities);
