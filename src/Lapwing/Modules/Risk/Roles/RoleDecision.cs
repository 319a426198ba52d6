using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>A manager's decision who of two people is the primary victim and who the primary aggressor, with the evidence. It holds until it is reversed with a
/// reason; every one stays in the file (domain facts b2 [S18]).</summary>
public sealed class RoleDecision : ICaseRecord
{
    private RoleDecision() { }

    public const int EvidenceLimit = 10_000, ShortestEvidence = 20, ReasonLimit = 10_000;

    public Id<RoleDecision> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Subject { get; private set; }
    public Id<Person> Other { get; private set; }
    public PrimaryOutcome Outcome { get; private set; }
    public Id<RoleScreening> Screening { get; private set; }
    public Protected Evidence { get; private set; } = null!;
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime? ReversedAt { get; private set; }
    public Id<Member>? ReversedBy { get; private set; }
    public Protected? ReversedReason { get; private set; }
    public int Version { get; private set; }

    public bool Holds => ReversedAt is null;
    public Id<Person> PrimaryAggressor => Outcome == PrimaryOutcome.SubjectHarms ? Subject : Other;
    public Id<Person> PrimaryVictim => Outcome == PrimaryOutcome.SubjectHarms ? Other : Subject;

    /// <param name="said">What is said in this file; a decision can only confirm something that is said and was not withdrawn.</param>
    /// <param name="earlier">The decisions so far.</param>
    /// <exception cref="RuleBroken">Who screened decides, nobody says so, another decision holds, or there is no evidence.</exception>
    public static RoleDecision Decide(Act act, FileKey key, Id<Person> subject, RoleScreening screening, PrimaryOutcome outcome, string? evidence,
        IEnumerable<RoleAssertion> said, IEnumerable<RoleDecision> earlier)
    {
        if (screening.By == act.Who.Member)
            throw new RuleBroken("role-own-screening", "Whoever did the screening does not decide. Ask another manager.");
        if ((evidence?.Trim().Length ?? 0) < ShortestEvidence)
            throw new RuleBroken("role-evidence", "Write the evidence for the decision in a sentence or more.");
        if (earlier.Any(d => d.Holds && d.Other == screening.Other))
            throw new RuleBroken("role-decided", "A decision about these two people holds already. Reverse it first, with the reason.");
        var decision = new RoleDecision
        {
            Id = Id<RoleDecision>.New(), CaseFile = key.File, Subject = subject, Other = screening.Other, Outcome = outcome, Screening = screening.Id,
            Evidence = key.Seal(evidence!.Trim()), At = act.At, By = act.Who.Member,
        };
        if (!said.Any(a => a.WithdrawnAt is null && a.Harmer == decision.PrimaryAggressor && a.Harmed == decision.PrimaryVictim))
            throw new RuleBroken("role-not-said", "Nobody is recorded as saying so. Record first who says that this person causes harm.");
        act.Record(decision.FactOf(act.At, 1));
        return decision;
    }

    /// <summary>From now on nothing is assessed between the two. The fact is taken back, so that every count follows.</summary>
    public void Reverse(Act act, FileKey key, string? reason)
    {
        if (!Holds)
            throw new RuleBroken("role-reversed", "A colleague has already reversed this decision.");
        if ((reason?.Trim().Length ?? 0) < ShortestEvidence)
            throw new RuleBroken("role-reverse-reason", "Write why the decision is reversed, in a sentence or more.");
        (ReversedAt, ReversedBy, ReversedReason) = (act.At, act.Who.Member, key.SealIfAny(reason));
        act.Record(FactOf(act.At, -1));
    }

    private Fact FactOf(DateTime recorded, int sign) => Fact.Of(FactKind.RolesAssessed, LondonTime.DateOf(At), recorded, Id.Value, Subject.Value, CaseFile,
        new FactCodes { Reason = (int)Outcome }, sign: sign);
}

internal sealed class RoleDecisionMapping : IEntityTypeConfiguration<RoleDecision>
{
    public void Configure(EntityTypeBuilder<RoleDecision> decision)
    {
        decision.Ignore(d => d.PrimaryAggressor);
        decision.Ignore(d => d.PrimaryVictim);
        decision.Ignore(d => d.Holds);
        decision.HasIndex(d => d.CaseFile);
    }
}
