using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;
using Lapwing.Time;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>A referral while its row is read, cell by cell.</summary>
internal sealed class ImportDraft
{
    public DateTime? ReceivedAt { get; set; }
    public ReferralSource Source { get; set; } = ReferralSource.Other;
    public WhoIsReferred Who { get; set; }

    /// <summary>Whether a victim is taken for an adult or a child by the age in the row.</summary>
    public bool ByAge { get; set; }
    public PersonAnswer Subject { get; set; } = new();
    public PersonAnswer Harmer { get; set; } = new();
    public Characteristics Characteristics { get; set; } = new();
    public SafeContact? SafeContact { get; set; }
    public SafeContact SafeWords { get; set; } = new();
    public ConsentBasis? Basis { get; set; }
    public IntakeAnswers Answers { get; set; } = new();
    public DeclineReason? Declined { get; set; }
    public DateTime? DecidedAt { get; set; }

    /// <summary>What is wrong with the whole, once every cell has been read: a field and a sentence.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(DateTime now)
    {
        if (ReceivedAt is not { } at)
        {
            yield return ("Received on", "The day on which the referral was received is missing.");
            yield break;
        }
        var day = LondonTime.DateOf(at);
        if (at > now)
            yield return ("Received on", "The day is in the future.");
        if (at.Year < Quarter.FirstYear)
            yield return ("Received on", $"The day is before {Quarter.FirstYear}: check the year.");
        if (Subject.BornOn is { } born && !Age.IsPossible(born, day))
            yield return ("Date of birth", "Nobody born on that day could have been referred on the day of this referral.");
        else if (Subject is { BornOn: { } known, Age: { } said } && Math.Abs(Age.On(known, day) - said) > 1)
            yield return ("Age", $"The age does not fit the date of birth, which makes {Age.On(known, day)} on the day of the referral.");
        if (Who == WhoIsReferred.None)
            yield return ("Who is referred", "Nothing says who is referred: an adult victim, a child or a person causing harm.");
        if (Who == WhoIsReferred.AdultVictim && Subject.AgeOn(day) is < DomesticAbuseAct.MinimumAge)
            yield return ("Who is referred", "An adult victim is 16 or over. For anybody younger write \"child\", or \"victim, by age\" in the mapping.");
        if (SafeContact is null)
            yield return ("Safe contact", "How to make contact safely is missing. It is never guessed: write \"only through the referrer\" if nothing else is known.");
        else if (Safe().Problems().Select(p => p.Message).FirstOrDefault() is { } unsafeWay)
            yield return ("Safe contact", unsafeWay + ".");
        if (Basis is null)
            yield return ("Consent", "Neither consent nor another basis for sharing is stated.");
        else if (Basis.Value.NeedsReasons() && string.IsNullOrWhiteSpace(Answers.BasisNote))
            yield return ("Reasons without consent", "Sharing without consent needs its reasons in words.");
        if (Answers.IncidentOn is { } incident && incident > day)
            yield return ("Incident on", "The incident is later than the referral.");
        if (Declined is not null && DecidedAt is { } decided && (decided < at.Date || decided > now))
            yield return ("Decided on", "The decision is before the referral or in the future.");
    }

    /// <summary>The safe ways with the words that go with them.</summary>
    private SafeContact Safe() => SafeContact! with
    {
        SafeTimes = SafeWords.SafeTimes, WithholdNumber = SafeWords.WithholdNumber, WhoMayAnswer = SafeWords.WhoMayAnswer,
        CodePhrase = SafeWords.CodePhrase, NotSafeToTalkTo = SafeWords.NotSafeToTalkTo,
    };

    /// <summary>The answers as the front desk receives them. Only for a draft without problems.</summary>
    public IntakeAnswers ToAnswers() => Answers with
    {
        Who = Who, Subject = Subject, Harmer = Harmer, Characteristics = Characteristics, SafeContact = Safe(), Basis = Basis,
    };

    /// <summary>Settles who is referred when the mapping leaves it to the age.</summary>
    public void Settle()
    {
        if (ByAge && ReceivedAt is { } at)
            Who = Subject.AgeOn(LondonTime.DateOf(at)) is < DomesticAbuseAct.MinimumAge ? WhoIsReferred.Child : WhoIsReferred.AdultVictim;
    }
}
