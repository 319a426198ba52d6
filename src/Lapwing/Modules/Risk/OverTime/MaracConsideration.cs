using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>That a referral to MARAC was considered: made on a date, or not made, with the reasons. The dates of those that were made decide what is a repeat.
/// Kept for good, never edited.</summary>
public sealed class MaracConsideration : ICaseRecord
{
    private MaracConsideration() { }

    public const int ReasonsLimit = 10_000, CriteriaLimit = 200;

    /// <summary>Enough for a sentence.</summary>
    public const int ShortestReasons = 20;

    public Id<MaracConsideration> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Victim { get; private set; }
    public Id<Person>? Harmer { get; private set; }
    public bool IsMade { get; private set; }

    /// <summary>The date of the referral, or of the decision not to make one.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Which criteria were met when it was recorded, as codes.</summary>
    public string Criteria { get; private set; } = "";
    public Protected? Reasons { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    /// <param name="isBelow"><see cref="MaracGates.IsBelowMarac"/>.</param>
    /// <exception cref="RuleBroken">It would send somebody under 16, lies in the future, or was not made and nobody says why.</exception>
    public static MaracConsideration Record(Act act, FileKey key, Id<Person> victim, Id<Person>? harmer, bool isMade, DateOnly on, IEnumerable<MaracCriterion> met, string? reasons, bool isBelow)
    {
        if (isMade && isBelow)
            throw new RuleBroken("marac-under-16", "MARAC hears people aged 16 and over. Follow children's safeguarding, and record the person's age if it is not known.");
        if (on > LondonTime.DateOf(act.At))
            throw new RuleBroken("marac-future", "The date of a referral cannot lie in the future.");
        if (!isMade && (reasons?.Trim().Length ?? 0) < ShortestReasons)
            throw new RuleBroken("marac-reasons", "Write why no referral was made, in a sentence or more.");
        return new()
        {
            Id = Id<MaracConsideration>.New(), CaseFile = key.File, Victim = victim, Harmer = harmer, IsMade = isMade, On = on, Criteria = string.Join(',', met),
            Reasons = key.SealIfAny(reasons), At = act.At, By = act.Who.Member,
        };
    }

    /// <summary>Whether it answers a gate: recorded, and dated, when what meets the gate was known.</summary>
    public bool Answers(Gate gate) => gate is { IsMet: true, Since: { } since } && At >= since && On >= LondonTime.DateOf(since)
        && Criteria.Split(',').Contains(gate.Criterion.ToString());
}

internal sealed class MaracConsiderationMapping : IEntityTypeConfiguration<MaracConsideration>
{
    public void Configure(EntityTypeBuilder<MaracConsideration> consideration)
    {
        consideration.Property(c => c.Criteria).HasMaxLength(MaracConsideration.CriteriaLimit);
        consideration.HasIndex(c => new { c.CaseFile, c.On });
    }
}
