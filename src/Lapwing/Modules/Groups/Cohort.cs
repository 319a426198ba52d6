using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>One group of a programme on its days. It counts its places and knows nobody: who sits on them stands in their own files.</summary>
public sealed class Cohort
{
    private Cohort() { }

    public const int NameLimit = 100, MostPlaces = 40;

    public Id<Cohort> Id { get; private set; }
    public Id<GroupProgramme> Programme { get; private set; }
    public string Name { get; private set; } = "";
    public GroupFor Who { get; private set; }

    /// <summary>The group of the other half of each pair, on the same days and themes.</summary>
    public Id<Cohort>? Parallel { get; private set; }
    public int Capacity { get; private set; }

    /// <summary>How many places are taken. The database itself refuses more than there are, and two who take the last one at once change the same version of this row.</summary>
    public int Taken { get; private set; }
    public DateOnly FirstOn { get; private set; }
    public DateOnly LastOn { get; private set; }

    /// <summary>When it begins on the London clock, in minutes after midnight.</summary>
    public int StartsAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Plans a group with its sessions. Each session must have somebody who is licensed on its day.</summary>
    /// <exception cref="RuleBroken">Nobody licensed leads a session, or the plan cannot be.</exception>
    public static PlannedCohort Plan(Act act, GroupProgramme programme, GroupFor who, CohortPlan plan, IReadOnlyList<DateOnly> days)
    {
        programme.MustBeOf(act.Who);
        if (plan.Capacity is < 1 or > MostPlaces || plan.StartsAt is < 0 or >= 24 * 60 || string.IsNullOrWhiteSpace(plan.Name) || plan.Name.Length > NameLimit)
            throw new RuleBroken("cohort", $"A group needs a name of up to {NameLimit} characters, a time of day, and from 1 to {MostPlaces} places.");
        var cohort = new Cohort
        {
            Id = Id<Cohort>.New(), Programme = programme.Id, Name = plan.Name.Trim(), Who = who, Capacity = plan.Capacity, FirstOn = days[0], LastOn = days[^1], StartsAt = plan.StartsAt,
        };
        var themes = programme.ThemeLines;
        var sessions = days.Select((day, n) => CohortSession.Plan(act, cohort, n + 1, themes[n], day, plan.Lead, plan.Second)).ToList();
        var unled = LicenceRules.Of(sessions, plan.Facilitators);
        if (unled.Count > 0)
            throw new RuleBroken("no-licence", $"Nobody who leads the {who.Group()} is licensed for {Sessions(unled)}. Name somebody whose licence and training hold on every day.");
        return new(cohort, sessions);
    }

    /// <summary>Which sessions, in words: "session 9 (1 June 2023: …)".</summary>
    internal static string Sessions(IReadOnlyList<Unlicensed> unled) =>
        $"session{(unled.Count == 1 ? "" : "s")} {string.Join(", ", unled.Select(u => u.Session.Number))} (from {Time.Spoken.Day(unled[0].Session.On)}; {unled[0].Why})";

    /// <summary>Two groups become parallel: each child's mother or carer sits in the other.</summary>
    internal void RunBeside(Cohort other) => Parallel = other.Id;

    /// <summary>Takes a place.</summary>
    /// <exception cref="RuleBroken">There is none left, or the group has ended.</exception>
    internal void Take(Act act)
    {
        if (EndedAt is not null)
            throw new RuleBroken("group-ended", $"{Name} has ended. Choose a group that runs.");
        if (Taken >= Capacity)
            throw new RuleBroken("group-full", $"There is no place left in {Name} ({Who.Group()}): all {Capacity} are taken. They stay on the waiting list where they are.");
        Taken++;
    }

    internal void GiveBack(Act act) => Taken = Math.Max(0, Taken - 1);

    /// <summary>More or fewer places; never fewer than are taken.</summary>
    public void Resize(Act act, GroupProgramme programme, int capacity)
    {
        programme.MustBeOf(act.Who);
        if (capacity < Taken || capacity is < 1 or > MostPlaces)
            throw new RuleBroken("group-size", $"A group has from 1 to {MostPlaces} places, and never fewer than are taken ({Taken}).");
        Capacity = capacity;
    }

    /// <summary>The last session was held.</summary>
    public void End(Act act, GroupProgramme programme, DateOnly today)
    {
        programme.MustBeOf(act.Who);
        if (EndedAt is not null)
            throw new RuleBroken("group-ended", "Somebody has already ended this group.");
        if (today < LastOn)
            throw new RuleBroken("group-runs", $"The last session is on {Time.Spoken.Day(LastOn)}: the group ends then.");
        EndedAt = act.At;
    }
}

/// <summary>What a plan of a group says.</summary>
public sealed record CohortPlan(string Name, int Capacity, int StartsAt, Id<Facilitator>? Lead, Id<Facilitator>? Second, IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> Facilitators);

public sealed record PlannedCohort(Cohort Cohort, IReadOnlyList<CohortSession> Sessions);

internal sealed class CohortMapping : IEntityTypeConfiguration<Cohort>
{
    public void Configure(EntityTypeBuilder<Cohort> cohort)
    {
        cohort.Property(c => c.Name).HasMaxLength(Cohort.NameLimit);
        cohort.HasIndex(c => new { c.Programme, c.FirstOn });
        cohort.HasIndex(c => new { c.EndedAt, c.FirstOn });
        // Never more places taken than there are, whoever writes.
        cohort.ToTable(table => table.HasCheckConstraint("ck_cohort_places", "taken >= 0 AND taken <= capacity"));
    }
}
