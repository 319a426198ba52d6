using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation.Seeking;

/// <summary>How the matter reached the housing authority.</summary>
public enum HousingDutyBy
{
    [Display(Name = "Referred under the duty to refer (Housing Act 1996, s.213B)")]
    DutyToRefer,
    [Display(Name = "Referred by agreement, by a service without that duty")]
    Agreement,
    [Display(Name = "They applied themselves")]
    Applied,
}

/// <summary>Which duty the authority says it owes (Housing Act 1996, Part 7, as amended by the Homelessness Reduction Act 2017).</summary>
public enum DutyOwed
{
    [Display(Name = "Not decided yet")]
    NotDecided,
    [Display(Name = "Prevention duty (s.195)")]
    Prevention,
    [Display(Name = "Relief duty (s.189B)")]
    Relief,
    [Display(Name = "Main duty (s.193)")]
    Main,
    [Display(Name = "None: not homeless or threatened with it")]
    None,
}

public enum PriorityNeed
{
    [Display(Name = "Not decided yet")]
    NotDecided,
    [Display(Name = "Yes: homeless as a result of being a victim of domestic abuse (s.189(1)(e))")]
    DomesticAbuse,
    [Display(Name = "Yes, for another reason")]
    OtherReason,
    [Display(Name = "No")]
    No,
}

/// <summary>A household is handed to a housing authority under the law of homelessness, and what the authority decided. Each decision is a record of its own, so that what
/// was owed before stays readable.</summary>
public sealed class HousingDuty : ICaseRecord
{
    private HousingDuty() { }

    public const int AuthorityLimit = 200, NoteLimit = 5_000;

    public Id<HousingDuty> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public HousingDutyBy By { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>Under seal: which council deals with a household says in which area it is.</summary>
    public Protected Authority { get; private set; } = null!;
    public DutyOwed Owed { get; private set; }
    public PriorityNeed Priority { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public Protected? Note { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">A day has not come, or a decision has no day or comes before the referral.</exception>
    public static HousingDuty Record(Act act, FileKey key, Id<Person> person, HousingDutyBy by, DateOnly on, string authority, DutyOwed owed, PriorityNeed priority, DateOnly? decidedOn, string? note)
    {
        var today = LondonTime.DateOf(act.At);
        if (on > today || decidedOn > today)
            throw new RuleBroken("duty-day", "That day has not come yet.");
        if (decidedOn < on)
            throw new RuleBroken("duty-decided", "A decision cannot come before the referral or application.");
        if (decidedOn is null && (owed != DutyOwed.NotDecided || priority != PriorityNeed.NotDecided))
            throw new RuleBroken("duty-decided", "Enter the day of the decision.");
        // Whoever is homeless because of domestic abuse has priority need without a test of vulnerability: "no" beside a duty for it is a mistake to be challenged.
        if (owed == DutyOwed.Main && priority == PriorityNeed.No)
            throw new RuleBroken("duty-priority", "The main duty is owed only to somebody in priority need (s.193(1)). Check the decision letter; somebody homeless because of domestic abuse is in priority need (s.189(1)(e)).");
        return new()
        {
            Id = Id<HousingDuty>.New(), CaseFile = key.File, Person = person, By = by, On = on, Authority = key.Seal(authority.Trim()), Owed = owed, Priority = priority, DecidedOn = decidedOn,
            Note = key.SealIfAny(note), RecordedAt = act.At, RecordedBy = act.Who.Member,
        };
    }
}

internal sealed class HousingDutyMapping : IEntityTypeConfiguration<HousingDuty>
{
    public void Configure(EntityTypeBuilder<HousingDuty> duty) => duty.HasIndex(d => new { d.CaseFile, d.On });
}
