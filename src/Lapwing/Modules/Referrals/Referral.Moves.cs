using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Time;

namespace Lapwing.Modules.Referrals;

/// <summary>What the front door knows when a referral arrives.</summary>
public sealed record Arrival
{
    public required string Reference { get; init; }
    public required byte[] OutcomeCodeHash { get; init; }
    public required ReferralSource Source { get; init; }
    public Id<Agency>? Agency { get; init; }
    public required WhoIsReferred Who { get; init; }
    public required SafeContact SafeContact { get; init; }
    public required ConsentBasis Basis { get; init; }
    public string? BasisNote { get; init; }
    public AbuseKind Abuse { get; init; }
    public PersonallyConnected? Relationship { get; init; }
    public bool ActApplies { get; init; }
    public Needs Needs { get; init; }
    public int Children { get; init; }
    public int Area { get; init; }
    public DateOnly? IncidentOn { get; init; }
    public long? SubjectKey { get; init; }
    public long? HarmKey { get; init; }
    public bool IsRepeat { get; init; }
    public bool IsForChildrensSafeguarding { get; init; }
    public Guid? Draft { get; init; }
    public string? Account { get; init; }
    public string? Needed { get; init; }
    public string? PersonCausingHarm { get; init; }
    public string? Referrer { get; init; }
    public required DateTime TriageDueAt { get; init; }
    public required DateTime ContactDueAt { get; init; }
    public RiskLevel Risk { get; init; }

    /// <summary>When it arrived; the moment of the act unless it is an import of the past.</summary>
    public DateTime? ReceivedAt { get; init; }
}

/// <summary>The moves of a referral. Each checks that it may happen, changes state and records its fact.</summary>
public sealed partial class Referral
{
    /// <exception cref="RuleBroken">No safe way to make contact is stated.</exception>
    public static Referral Receive(Act act, FileKey key, Person subject, Arrival arrival)
    {
        var received = arrival.ReceivedAt ?? act.At;
        var referral = new Referral
        {
            Id = Id<Referral>.New(), CaseFile = key.File, Subject = subject.Id,
            Reference = arrival.Reference, OutcomeCodeHash = arrival.OutcomeCodeHash,
            Source = arrival.Source, Agency = arrival.Agency, Who = arrival.Who,
            IsNamed = subject.GivenName is not null || subject.FamilyName is not null,
            Basis = arrival.Basis, BasisNote = key.SealIfAny(arrival.BasisNote),
            Abuse = arrival.Abuse, Relationship = arrival.Relationship, ActApplies = arrival.ActApplies, Needs = arrival.Needs,
            Children = arrival.Children, Area = arrival.Area, IncidentOn = arrival.IncidentOn,
            SubjectKey = arrival.SubjectKey, HarmKey = arrival.HarmKey, IsRepeat = arrival.IsRepeat,
            IsForChildrensSafeguarding = arrival.IsForChildrensSafeguarding, Draft = arrival.Draft,
            SafeContact = key.Seal(arrival.SafeContact.Required().ToJson()), Account = key.SealIfAny(arrival.Account),
            Needed = key.SealIfAny(arrival.Needed), PersonCausingHarm = key.SealIfAny(arrival.PersonCausingHarm),
            Referrer = key.SealIfAny(arrival.Referrer),
            Status = ReferralStatus.Waiting, ReceivedAt = received,
            TriageDueAt = arrival.TriageDueAt, ContactDueAt = arrival.ContactDueAt,
        };
        referral.SetRisk(arrival.Risk);
        referral.FactCodes = referral.CodesOf(subject).Packed;
        act.Record(referral.Fact(act, FactKind.ReferralReceived, received));
        if (arrival.IncidentOn is { } incident)
            act.Record(referral.FactOn(act, FactKind.IncidentReported, incident));
        return referral;
    }

    /// <exception cref="RuleBroken">Somebody else claimed it, or it is already decided.</exception>
    public void Claim(Act act)
    {
        MustBeOpen();
        if (ClaimedBy is { } other && other != act.Who.Member)
            throw new RuleBroken("claimed", "Somebody else is already triaging this referral.");
        (ClaimedBy, ClaimedAt, Status) = (act.Who.Member, act.At, Status == ReferralStatus.Waiting ? ReferralStatus.InTriage : Status);
    }

    /// <summary>Gives a claimed referral back to the worklist.</summary>
    public void Release(Act act)
    {
        MustBeOpen();
        (ClaimedBy, ClaimedAt) = (null, null);
        if (Status == ReferralStatus.InTriage)
            Status = ReferralStatus.Waiting;
    }

    /// <summary>Keeps the level of the current risk assessment; the received fact is restated with it.</summary>
    public void Assessed(Act act, Person subject, RiskLevel level)
    {
        if (level == Risk)
            return;
        SetRisk(level);
        Recode(act, subject);
    }

    /// <summary>An assessment was completed: its level counts from now on, and that it was done is a fact of its own.</summary>
    /// <param name="triageDueAt">When triage is due at this level. A higher risk brings it forward; nothing puts it back.</param>
    public void Assessed(Act act, Person subject, RiskAssessment assessment, DateTime triageDueAt, DateTime contactDueAt)
    {
        Assessed(act, subject, assessment.Level);
        TriageDueAt = triageDueAt < TriageDueAt ? triageDueAt : TriageDueAt;
        ContactDueAt = contactDueAt < ContactDueAt ? contactDueAt : ContactDueAt;
        act.Record(Facts.Fact.Of(FactKind.RiskAssessed, LondonTime.DateOf(act.At), act.At, assessment.Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes)));
    }

    /// <summary>Restates the received fact when what it is coded from has changed (level, demographics).</summary>
    public void Recode(Act act, Person subject)
    {
        var now = CodesOf(subject).Packed;
        if (now == FactCodes)
            return;
        act.Record(Fact(act, FactKind.ReferralReceived, ReceivedAt, sign: -1));
        FactCodes = now;
        act.Record(Fact(act, FactKind.ReferralReceived, ReceivedAt));
    }

    /// <summary>The name or birth date of the person referred was corrected: from now on they are recognised by what is known now, and so the figures count them.</summary>
    /// <param name="told">Every fact about this referral and what came of it.</param>
    /// <returns>Whether they are another person to the figures than before.</returns>
    public bool Recognise(Act act, Person subject, long? subjectKey, IEnumerable<Fact> told)
    {
        var before = PersonToken;
        (SubjectKey, IsNamed) = (subjectKey, subject.GivenName is not null || subject.FamilyName is not null);
        if (PersonToken == before)
            return false;
        FactCodes = CodesOf(subject).Packed;
        foreach (var same in told.Where(fact => fact.Person == before).GroupBy(fact => (fact.Kind, fact.HappenedOn, fact.Codes, fact.Value, fact.Record)))
            for (var standing = same.Sum(fact => fact.Sign); standing > 0; standing--)
            {
                var fact = same.First(f => f.Sign > 0);
                act.Record(fact.Retract(act.At));
                act.Record(fact.Kind == FactKind.ReferralReceived ? Fact(act, FactKind.ReferralReceived, ReceivedAt) : fact.About(PersonToken, act.At));
            }
        return true;
    }

    /// <summary>The name or birth date of who is said to cause harm was corrected: a repeat is told by it.</summary>
    public void RecogniseHarmer(Act act, long? harmKey) => HarmKey = harmKey;

    /// <summary>Asks a service to take this referral. The first such decision ends triage.</summary>
    /// <param name="triageMinutes">Working minutes since it was received.</param>
    /// <returns>The support episode that waits for the service's answer.</returns>
    public SupportEpisode OfferTo(Act act, Service service, int triageMinutes)
    {
        MustBeOpen();
        if (Status == ReferralStatus.Offered)
            throw new RuleBroken("already-offered", "Another service has been asked and has not answered yet.");
        (Service, ServiceNumber, Status) = (service.Id, service.Number, ReferralStatus.Offered);
        EndTriage(act, triageMinutes);
        return SupportEpisode.Offer(act, CaseFile, Id.Value, Subject, service, new FactCodes(FactCodes), PersonToken);
    }

    /// <summary>The service takes it.</summary>
    public void Accept(Act act)
    {
        if (Status != ReferralStatus.Offered)
            throw new RuleBroken("not-offered", "This referral is not waiting for your answer.");
        (Status, DecidedAt, DeclineReason) = (ReferralStatus.Accepted, act.At, null);
        act.Record(Fact(act, FactKind.ReferralAccepted, act.At));
    }

    /// <summary>The service does not take it: back to the front door, which routes it again or declines it. Never lost.</summary>
    public void ReturnToTriage(Act act)
    {
        if (Status != ReferralStatus.Offered)
            throw new RuleBroken("not-offered", "This referral is not waiting for your answer.");
        (Status, Service, ServiceNumber) = (ReferralStatus.InTriage, null, null);
    }

    /// <summary>Ends the referral without a service, with one of the six reasons.</summary>
    public void Decline(Act act, DeclineReason reason, int triageMinutes, Protected? note = null)
    {
        MustBeOpen();
        (Status, DecidedAt, DeclineReason, DecisionNote) = (ReferralStatus.Declined, act.At, reason, note);
        EndTriage(act, triageMinutes);
        act.Record(Fact(act, FactKind.ReferralDeclined, act.At, reason: (int)reason + 1));
    }

    /// <summary>A contact made through a safe channel: the first of them stops the clock, also when it is entered after a later one.</summary>
    /// <param name="minutes">Working minutes since it was received.</param>
    /// <param name="told">The facts of first contact with this person so far; the one that holds is taken back when this contact was earlier.</param>
    public void FirstContact(Act act, DateTime at, int minutes, IEnumerable<Fact> told)
    {
        if (FirstSafeContactAt <= at)
            return;
        foreach (var fact in told.GroupBy(fact => (fact.HappenedOn, fact.Codes, fact.Value)).Where(same => same.Sum(fact => fact.Sign) > 0).Select(same => same.First(fact => fact.Sign > 0)))
            act.Record(fact.Retract(act.At));
        FirstSafeContactAt = at;
        act.Record(Fact(act, FactKind.FirstSafeContact, at, minutes));
    }

    private void EndTriage(Act act, int minutes)
    {
        if (TriagedAt is not null)
            return;
        TriagedAt = act.At;
        act.Record(Fact(act, FactKind.ReferralTriaged, act.At, minutes));
    }

    private void MustBeOpen()
    {
        if (Status is ReferralStatus.Accepted or ReferralStatus.Declined)
            throw new RuleBroken("decided", "This referral has already been decided.");
    }

    private void SetRisk(RiskLevel level) => (Risk, Priority) = (level, level switch
    {
        RiskLevel.High => 0,
        RiskLevel.NotAssessed => 1, // not yet known: looked at before what is known to be lower
        RiskLevel.Medium => 2,
        _ => 3,
    });

    private FactCodes CodesOf(Person subject) => new()
    {
        Source = (int)Source + 1, Who = WhoIsReferredWords.NumberOf(Who), Risk = (int)Risk, AgeBand = (int)AgeBands.Of(subject.Age),
        Gender = Demographics.Gender.NumberOf(subject.Gender), Ethnicity = Demographics.Ethnicity.NumberOf(subject.Ethnicity),
        Disability = Demographics.Disability.NumberOf(subject.Disability),
        Orientation = Demographics.SexualOrientation.NumberOf(subject.SexualOrientation),
        Area = Area, Children = Children, IsRepeat = IsRepeat, IsNamed = IsNamed,
    };

    /// <summary>The service is in the facts that it has part in. That a referral was received never names one, or it could not be taken back as it was.</summary>
    private Fact Fact(Act act, FactKind kind, DateTime at, int minutes = 0, int reason = 0, int sign = 1) =>
        Facts.Fact.Of(kind, LondonTime.DateOf(at), act.At, Id.Value, PersonToken, CaseFile,
            new FactCodes(FactCodes) { Reason = reason, Service = kind == FactKind.ReferralReceived ? 0 : ServiceNumber ?? 0 }, minutes, sign);

    private Fact FactOn(Act act, FactKind kind, DateOnly day) =>
        Facts.Fact.Of(kind, day, act.At, Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes));
}
