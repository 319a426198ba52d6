using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>A member who may lead a programme's groups, with licence and training. Source: AVA, CODA is licensed for three years at a time.</summary>
public sealed class Facilitator
{
    private Facilitator() { }

    public const int LicenceYears = 3;

    public Id<Facilitator> Id { get; private set; }
    public Id<GroupProgramme> Programme { get; private set; }
    public Id<Member> Member { get; private set; }
    public DateOnly LicensedFrom { get; private set; }

    /// <summary>The last day of the licence.</summary>
    public DateOnly LicensedUntil { get; private set; }
    public DateOnly TrainedOn { get; private set; }

    /// <summary>The last day on which the training counts; null where it does not lapse.</summary>
    public DateOnly? TrainedUntil { get; private set; }
    public int Version { get; private set; }

    public static Facilitator Name(Act act, GroupProgramme programme, Id<Member> member, LicenceTerms terms)
    {
        programme.MustBeOf(act.Who);
        var facilitator = new Facilitator { Id = Id<Facilitator>.New(), Programme = programme.Id, Member = member };
        facilitator.Keep(terms);
        return facilitator;
    }

    /// <summary>Licence or training changed: renewed, cut short or corrected. Every planned session is looked at again with it.</summary>
    public void Change(Act act, GroupProgramme programme, LicenceTerms terms)
    {
        programme.MustBeOf(act.Who);
        Keep(terms);
    }

    public LicenceTerms Terms => new(LicensedFrom, LicensedUntil, TrainedOn, TrainedUntil);

    private void Keep(LicenceTerms terms)
    {
        if (terms.Problems().Select(p => p.Message).FirstOrDefault() is { } problem)
            throw new RuleBroken("licence", problem);
        (LicensedFrom, LicensedUntil, TrainedOn, TrainedUntil) = (terms.From, terms.Until, terms.TrainedOn, terms.TrainedUntil);
    }
}

/// <summary>Licence and training with their days, the last ones included.</summary>
public sealed record LicenceTerms(DateOnly From, DateOnly Until, DateOnly TrainedOn, DateOnly? TrainedUntil)
{
    /// <summary>A licence runs three years, the last day being the one before the anniversary.</summary>
    public static DateOnly UsualEnd(DateOnly from) => from.AddYears(Facilitator.LicenceYears).AddDays(-1);

    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (Until < From)
            yield return (nameof(Until), "The licence cannot end before it begins");
        if (Until > UsualEnd(From))
            yield return (nameof(Until), $"A licence runs for {Facilitator.LicenceYears} years at most: until {Spoken.Day(UsualEnd(From))}");
        if (TrainedUntil < TrainedOn)
            yield return (nameof(TrainedUntil), "The training cannot lapse before it was done");
    }

    /// <summary>Why they cannot lead a session on a day, or null when they can.</summary>
    public string? WhyNotOn(DateOnly day) =>
        day < From ? $"the licence begins on {Spoken.Day(From)}"
        : day > Until ? $"the licence ended on {Spoken.Day(Until)}"
        : day < TrainedOn ? $"the training was on {Spoken.Day(TrainedOn)}"
        : day > TrainedUntil ? $"the training lapsed on {Spoken.Day(TrainedUntil!.Value)}"
        : null;
}

internal sealed class FacilitatorMapping : IEntityTypeConfiguration<Facilitator>
{
    public void Configure(EntityTypeBuilder<Facilitator> facilitator)
    {
        facilitator.Ignore(f => f.Terms);
        facilitator.HasIndex(f => new { f.Programme, f.Member }).IsUnique();
    }
}
