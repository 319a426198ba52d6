using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>One session of a group: its day, its theme, who leads it, and when its register was taken.</summary>
public sealed class CohortSession
{
    private CohortSession() { }

    public Id<CohortSession> Id { get; private set; }
    public Id<Cohort> Cohort { get; private set; }
    public int Number { get; private set; }
    public string Theme { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <summary>In minutes after midnight on the London clock of its day.</summary>
    public int StartsAt { get; private set; }
    public Id<Facilitator>? Lead { get; private set; }
    public Id<Facilitator>? Second { get; private set; }
    public DateTime? TakenAt { get; private set; }
    public Id<Member>? TakenBy { get; private set; }
    public int Version { get; private set; }

    /// <summary>The instant at which it begins: the same hour on the wall after the clocks have changed.</summary>
    public DateTime BeginsAt => SessionCalendar.Begins(On, StartsAt);

    internal static CohortSession Plan(Act act, Cohort cohort, int number, string theme, DateOnly on, Id<Facilitator>? lead, Id<Facilitator>? second) => new()
    {
        Id = Id<CohortSession>.New(), Cohort = cohort.Id, Number = number, Theme = theme, On = on, StartsAt = cohort.StartsAt, Lead = lead, Second = second,
    };

    /// <summary>Names who leads it.</summary>
    /// <exception cref="RuleBroken">They are not licensed on its day.</exception>
    public void NameLead(Act act, GroupProgramme programme, Facilitator facilitator)
    {
        programme.MustBeOf(act.Who);
        if (facilitator.Programme != programme.Id)
            throw new RuleBroken("no-licence", "Choose somebody who leads groups of this programme.");
        if (facilitator.Terms.WhyNotOn(On) is { } why)
            throw new RuleBroken("no-licence", $"They cannot lead this session on {Spoken.Day(On)}: {why}.");
        Lead = facilitator.Id;
    }

    /// <summary>Opens the register: on the day or later, and only with somebody licensed.</summary>
    /// <exception cref="RuleBroken">It is too early, or nobody licensed is named.</exception>
    public void OpenRegister(Act act, GroupProgramme programme, IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> facilitators)
    {
        programme.MustBeOf(act.Who);
        if (LondonTime.DateOf(act.At) < On)
            throw new RuleBroken("register-early", $"The session is on {Spoken.Day(On)}. Its register opens on that day.");
        if (LicenceRules.WhyNot(this, facilitators) is { } why)
            throw new RuleBroken("no-licence", $"The register of session {Number} does not open: nobody licensed leads it ({why}). Name somebody whose licence and training hold on {Spoken.Day(On)}.");
    }

    internal void Took(Act act) => (TakenAt, TakenBy) = (act.At, act.Who.Member);
}

internal sealed class CohortSessionMapping : IEntityTypeConfiguration<CohortSession>
{
    public void Configure(EntityTypeBuilder<CohortSession> session)
    {
        session.Ignore(s => s.BeginsAt);
        session.Property(s => s.Theme).HasMaxLength(GroupProgramme.ThemeLimit);
        session.HasIndex(s => new { s.Cohort, s.Number }).IsUnique();
        session.HasIndex(s => new { s.On, s.TakenAt });
    }
}
