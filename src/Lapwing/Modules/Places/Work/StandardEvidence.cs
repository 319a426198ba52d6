using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places.Work;

/// <summary>One of the seven national standards, in our own words.</summary>
public sealed record NationalStandard(int Number, string Says)
{
    /// <summary>Source: Home Office, Standards for domestic abuse perpetrator interventions (2023), domain facts b4 [S33]. Standards 1 to 3 were read in full; the words of 4 to 7 follow their titles.</summary>
    public static IReadOnlyList<NationalStandard> All { get; } =
    [
        new(1, "The outcome that counts is the safety and freedom of victims and their children. They are supported alongside, never by the same worker."),
        new(2, "The work is part of a coordinated response: the other agencies keep watching the risk."),
        new(3, "The person is held to account, and treated with respect."),
        new(4, "The right work reaches the right person at the right time."),
        new(5, "The work is fair to everybody, and meets people as they are."),
        new(6, "Whoever does the work is skilled in it and supported."),
        new(7, "What the work achieves is watched and evaluated."),
    ];
}

public enum StandardState { NotMet, PartlyMet, Met }

/// <summary>Evidence that the provider of a pool meets one of the seven standards, on a day. The newest counts; the others stay.</summary>
public sealed class StandardEvidence
{
    private StandardEvidence() { }

    public const int WordsLimit = 2_000;

    public Id<StandardEvidence> Id { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public int Standard { get; private set; }
    public StandardState State { get; private set; }

    /// <summary>About the provider, never about a person.</summary>
    public string Evidence { get; private set; } = "";
    public DateOnly On { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The day lies in the future.</exception>
    public static StandardEvidence Record(Act act, PlacePool pool, int standard, StandardState state, string evidence, DateOnly on)
    {
        if (NationalStandard.All.All(s => s.Number != standard))
            throw new RuleBroken("standard-unknown", "There are seven standards. Choose one of them.");
        if (on > Time.LondonTime.DateOf(act.At))
            throw new RuleBroken("standard-future", "The day of the evidence cannot lie in the future.");
        return new() { Id = Id<StandardEvidence>.New(), Pool = pool.Id, Standard = standard, State = state, Evidence = evidence.Trim(), On = on, At = act.At, By = act.Who.Member };
    }
}

internal sealed class StandardEvidenceMapping : IEntityTypeConfiguration<StandardEvidence>
{
    public void Configure(EntityTypeBuilder<StandardEvidence> evidence)
    {
        evidence.Property(e => e.Evidence).HasMaxLength(StandardEvidence.WordsLimit);
        evidence.HasIndex(e => new { e.Pool, e.Standard, e.At });
    }
}
