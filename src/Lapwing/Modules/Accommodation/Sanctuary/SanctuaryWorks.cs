using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation.Sanctuary;

/// <summary>What makes a home safer to stay in.</summary>
[Flags]
public enum SanctuaryMeasures
{
    None = 0,
    [Display(Name = "Locks changed")]
    Locks = 1,
    [Display(Name = "Door or frame reinforced")]
    Door = 2,
    [Display(Name = "Window locks or film")]
    Windows = 4,
    [Display(Name = "Fireproof letterbox")]
    Letterbox = 8,
    [Display(Name = "Smoke alarms and fire safety")]
    FireSafety = 16,
    [Display(Name = "Alarm with a link to help")]
    Alarm = 32,
    [Display(Name = "Safe room")]
    SafeRoom = 64,
    [Display(Name = "Door viewer or camera")]
    Camera = 128,
    [Display(Name = "Lighting outside")]
    Lighting = 256,
}

public enum SanctuaryState { Asked, Surveyed, Agreed, Fitted, Ended }

/// <summary>Works at somebody's own home so that they need not leave it: part of a sanctuary scheme (SI 2021/991, reg. 2(3)). Each step has its day; the state follows from them.</summary>
public sealed class SanctuaryWorks : ICaseRecord
{
    private SanctuaryWorks() { }

    public const int NoteLimit = 5_000;

    public Id<SanctuaryWorks> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public SanctuaryState State { get; private set; }
    public DateOnly AskedOn { get; private set; }
    public DateOnly? SurveyedOn { get; private set; }
    public DateOnly? AgreedOn { get; private set; }
    public SanctuaryMeasures Measures { get; private set; }
    public bool OwnerAgrees { get; private set; }
    public DateOnly? FittedOn { get; private set; }
    public DateOnly? ReviewOn { get; private set; }
    public DateOnly? ReviewedOn { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What the survey found, and what happened since; never the address.</summary>
    public Protected? Note { get; private set; }
    public Guid Household { get; private set; }
    public long Codes { get; private set; }
    public int Version { get; private set; }

    /// <param name="otherLivesThere">Whether the person who causes harm lives there or has a right to: then a stronger door keeps nobody out.</param>
    /// <exception cref="RuleBroken">A sanctuary would not keep them safe.</exception>
    public static SanctuaryWorks Ask(Act act, Id<CaseFile> file, Id<Person> person, Guid household, FactCodes codes, bool otherLivesThere, DateOnly on)
    {
        if (otherLivesThere)
            throw new RuleBroken("sanctuary-lives-there", "A sanctuary is for a home in which the person who causes harm does not live and has no right to. Get advice on an occupation order, or look for a place elsewhere.");
        Past(act, on);
        return new() { Id = Id<SanctuaryWorks>.New(), CaseFile = file, Person = person, AskedOn = on, Household = household, Codes = codes.Packed };
    }

    public void Survey(Act act, FileKey key, DateOnly on, string? found)
    {
        Must(SanctuaryState.Asked);
        After(act, on, AskedOn, "it was asked for");
        (State, SurveyedOn, Note) = (SanctuaryState.Surveyed, on, key.SealIfAny(found));
    }

    /// <summary>What will be done. Without whoever owns the home nothing is fitted.</summary>
    public void Agree(Act act, DateOnly on, SanctuaryMeasures measures, bool ownerAgrees)
    {
        Must(SanctuaryState.Surveyed);
        After(act, on, SurveyedOn!.Value, "the survey");
        if (measures == SanctuaryMeasures.None)
            throw new RuleBroken("sanctuary-measures", "Choose what will be fitted.");
        if (!ownerAgrees)
            throw new RuleBroken("sanctuary-owner", "Whoever owns the home must agree before anything is fitted.");
        (State, AgreedOn, Measures, OwnerAgrees) = (SanctuaryState.Agreed, on, measures, true);
    }

    /// <param name="measures">What was fitted in the end.</param>
    public void Fit(Act act, DateOnly on, SanctuaryMeasures measures, DateOnly reviewOn)
    {
        Must(SanctuaryState.Agreed);
        After(act, on, AgreedOn!.Value, "the works were agreed");
        if (measures == SanctuaryMeasures.None)
            throw new RuleBroken("sanctuary-measures", "Choose what was fitted.");
        if (reviewOn <= on)
            throw new RuleBroken("sanctuary-review", "The review comes after the works were fitted.");
        (State, FittedOn, Measures, ReviewOn) = (SanctuaryState.Fitted, on, measures, reviewOn);
        act.Record(Fact.Of(FactKind.SanctuaryFitted, on, act.At, Id.Value, Household, CaseFile, new FactCodes(Codes)));
    }

    /// <summary>Somebody looked whether it still keeps them safe.</summary>
    /// <param name="next">The next review; none ends the sanctuary.</param>
    public void Review(Act act, FileKey key, DateOnly on, string? found, DateOnly? next)
    {
        Must(SanctuaryState.Fitted);
        After(act, on, FittedOn!.Value, "the works were fitted");
        if (next <= on)
            throw new RuleBroken("sanctuary-review", "The next review comes after this one.");
        (ReviewedOn, ReviewOn) = (on, next);
        if (key.SealIfAny(found) is { } note)
            Note = note;
        if (next is null)
            (State, EndedOn) = (SanctuaryState.Ended, on);
    }

    private void Must(SanctuaryState state)
    {
        if (State != state)
            throw new RuleBroken("sanctuary-moved", "Somebody has already recorded this step. Look at it again.");
    }

    private static void After(Act act, DateOnly on, DateOnly first, string what)
    {
        Past(act, on);
        if (on < first)
            throw new RuleBroken("sanctuary-day", $"That day is before {what}, {Spoken.Day(first)}.");
    }

    private static void Past(Act act, DateOnly on)
    {
        if (on > LondonTime.DateOf(act.At))
            throw new RuleBroken("sanctuary-day", "That day has not come yet.");
    }
}

internal sealed class SanctuaryWorksMapping : IEntityTypeConfiguration<SanctuaryWorks>
{
    public void Configure(EntityTypeBuilder<SanctuaryWorks> works)
    {
        works.HasIndex(w => new { w.CaseFile, w.AskedOn });
        works.HasIndex(w => w.FittedOn);
    }
}
