using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Places.Allocation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>What is agreed about a pool.</summary>
public sealed record PoolTerms
{
    public required string Name { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    /// <summary>The range that the funder states, such as 25 to 30; equal where it states one number.</summary>
    public required int Least { get; init; }
    public required int Most { get; init; }

    /// <summary>How many there are now, within the range.</summary>
    public required int Places { get; init; }
    public int Reserve { get; init; }
    public required AllocationRule Rule { get; init; }
    public bool AtLeastOne { get; init; }

    /// <summary>From this day on unused places are open to every borough.</summary>
    public DateOnly? SharedFrom { get; init; }
    public required Id<Team> Panel { get; init; }

    /// <summary>The team that works with whoever has a place.</summary>
    public required Id<Team> Team { get; init; }
    public int HoldHours { get; init; } = PlacePool.UsualHold;
}

/// <summary>Places that several boroughs share for a period: how many, by which rule, decided by which panel.
/// The boroughs are a free set: they need not be one police command unit (domain facts, table: "Barnet with Brent and Enfield crosses two").</summary>
public sealed class PlacePool
{
    private PlacePool() { }

    public const int NameLimit = 200, MostPlaces = 500, UsualHold = 72, LongestHold = 30 * 24;

    public Id<PlacePool> Id { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public int Least { get; private set; }
    public int Most { get; private set; }
    public int Places { get; private set; }
    public int Reserve { get; private set; }
    public AllocationRule Rule { get; private set; }
    public bool AtLeastOne { get; private set; }
    public DateOnly? SharedFrom { get; private set; }
    public Id<Team> Panel { get; private set; }
    public Id<Team> Team { get; private set; }
    public int HoldHours { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The terms contradict each other.</exception>
    public static PlacePool Open(Act act, PoolTerms terms)
    {
        var pool = new PlacePool { Id = Id<PlacePool>.New() };
        pool.Agree(act, terms);
        return pool;
    }

    /// <summary>New terms. The places themselves follow in <see cref="PoolBook"/>.</summary>
    public void Agree(Act act, PoolTerms terms)
    {
        if (Problems(terms).FirstOrDefault() is { Message: { } message })
            throw new RuleBroken("pool-terms", message + ".");
        (Name, From, Until, Least, Most, Places, Reserve) = (terms.Name.Trim(), terms.From, terms.Until, terms.Least, terms.Most, terms.Places, terms.Reserve);
        (Rule, AtLeastOne, SharedFrom, Panel, Team, HoldHours) = (terms.Rule, terms.AtLeastOne, terms.SharedFrom, terms.Panel, terms.Team, terms.HoldHours);
    }

    /// <summary>What contradicts itself in the terms, by field.</summary>
    public static IEnumerable<(string Field, string Message)> Problems(PoolTerms terms)
    {
        if (string.IsNullOrWhiteSpace(terms.Name) || terms.Name.Trim().Length > NameLimit)
            yield return (nameof(terms.Name), "Enter a name of 200 characters or fewer");
        if (terms.Until <= terms.From)
            yield return (nameof(terms.Until), "The last day must be after the first day");
        if (terms.Least < 1 || terms.Least > MostPlaces)
            yield return (nameof(terms.Least), "The fewest places must be a number from 1 to 500");
        if (terms.Most < terms.Least || terms.Most > MostPlaces)
            yield return (nameof(terms.Most), "The most places must be at least the fewest, and 500 or fewer");
        if (terms.Places < terms.Least || terms.Places > terms.Most)
            yield return (nameof(terms.Places), "The places there are now must lie within the range");
        if (terms.Reserve < 0 || terms.Reserve > terms.Places)
            yield return (nameof(terms.Reserve), "The reserve must be a number from 0 to the places there are");
        if (terms.SharedFrom is { } day && (day < terms.From || day > terms.Until))
            yield return (nameof(terms.SharedFrom), "The day from which unused places are open to all must lie in the period");
        if (terms.HoldHours is < 1 or > LongestHold)
            yield return (nameof(terms.HoldHours), "The hold must be from 1 to 720 hours");
    }

    /// <summary>From a day on, unused places belong to every borough.</summary>
    public bool IsShared(DateOnly today) => Rule == AllocationRule.FirstCome || today >= SharedFrom;

    public bool IsOver(DateOnly today) => today > Until;

    /// <summary>One number, or the range that the funder states.</summary>
    public string Range => Least == Most ? $"{Most}" : $"{Least} to {Most}";

    public PoolTerms Terms => new()
    {
        Name = Name, From = From, Until = Until, Least = Least, Most = Most, Places = Places, Reserve = Reserve, Rule = Rule, AtLeastOne = AtLeastOne,
        SharedFrom = SharedFrom, Panel = Panel, Team = Team, HoldHours = HoldHours,
    };
}

/// <summary>A borough in a pool, with its need and, where agreed, its share. One that leaves stays on record with the day.</summary>
public sealed class PoolBorough
{
    private PoolBorough() { }

    public const int MostNeed = 1_000_000;

    public Id<PoolBorough> Id { get; private set; }
    public Id<PlacePool> Pool { get; private set; }

    /// <summary>The number of its area in the directory.</summary>
    public int Area { get; private set; }
    public int Need { get; private set; }
    public int FixedShare { get; private set; }

    /// <summary>The borough's own team, let into the files of its residents for whom it asks; none where it has no team here.</summary>
    public Id<Team>? Team { get; private set; }
    public DateOnly? LeftOn { get; private set; }
    public int Version { get; private set; }

    public static PoolBorough Join(Act act, PlacePool pool, int area, int need, int fixedShare, Id<Team>? team) =>
        new() { Id = Id<PoolBorough>.New(), Pool = pool.Id, Area = area, Need = need, FixedShare = fixedShare, Team = team };

    public void Change(Act act, int need, int fixedShare, Id<Team>? team) => (Need, FixedShare, Team, LeftOn) = (need, fixedShare, team, null);

    public void Leave(Act act, DateOnly on)
    {
        if (LeftOn is not null)
            throw new RuleBroken("borough-left", "This borough has already left the pool.");
        LeftOn = on;
    }

    public BoroughNeed Brings => new(Area, Need, FixedShare);
}

internal sealed class PlacePoolMapping : IEntityTypeConfiguration<PlacePool>, IEntityTypeConfiguration<PoolBorough>
{
    public void Configure(EntityTypeBuilder<PlacePool> pool)
    {
        pool.Ignore(p => p.Range);
        pool.Ignore(p => p.Terms);
        pool.Property(p => p.Name).HasMaxLength(PlacePool.NameLimit);
        pool.HasIndex(p => new { p.Until, p.Name });
        pool.ToTable(table => table.HasCheckConstraint("ck_pools_within_range", "places >= least AND places <= most AND reserve >= 0 AND reserve <= places"));
    }

    public void Configure(EntityTypeBuilder<PoolBorough> borough)
    {
        borough.Ignore(b => b.Brings);
        borough.HasIndex(b => new { b.Pool, b.Area }).IsUnique();
    }
}
