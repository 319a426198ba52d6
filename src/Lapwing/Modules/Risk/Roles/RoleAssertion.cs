using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>That somebody is said to harm somebody: who, about whom, by which source, on which day. Both directions may stand. It is alleged until a
/// <see cref="RoleDecision"/> says the same, and it is never edited; one that is no longer held is withdrawn with the reason (case 7 of the threat model).</summary>
public sealed class RoleAssertion : ICaseRecord
{
    private RoleAssertion() { }

    public const int WordsLimit = 10_000, ReasonLimit = 2_000;

    public Id<RoleAssertion> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Harmer { get; private set; }
    public Id<Person> Harmed { get; private set; }
    public RoleSource Source { get; private set; }
    public DateOnly On { get; private set; }
    public Protected? Words { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public Id<Member>? WithdrawnBy { get; private set; }
    public Protected? WithdrawnReason { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">It names the same person twice, not the person of the file, or a day to come.</exception>
    public static RoleAssertion Make(Act act, FileKey key, Id<Person> subject, Id<Person> harmer, Id<Person> harmed, RoleSource source, DateOnly on, string? words)
    {
        if (harmer == harmed)
            throw new RuleBroken("role-same", "The person who is harmed and the person who is said to cause harm cannot be the same.");
        if (harmer != subject && harmed != subject)
            throw new RuleBroken("role-subject", "One of the two must be the person for whom this file was opened.");
        if (on > Time.LondonTime.DateOf(act.At))
            throw new RuleBroken("role-future", "The date on which it was said cannot lie in the future.");
        return new()
        {
            Id = Id<RoleAssertion>.New(), CaseFile = key.File, Harmer = harmer, Harmed = harmed, Source = source, On = on, Words = key.SealIfAny(words), At = act.At, By = act.Who.Member,
        };
    }

    public void Withdraw(Act act, FileKey key, string? reason)
    {
        if (WithdrawnAt is not null)
            throw new RuleBroken("role-withdrawn", "A colleague has already withdrawn this.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken("role-reason", "Say why it is withdrawn.");
        (WithdrawnAt, WithdrawnBy, WithdrawnReason) = (act.At, act.Who.Member, key.SealIfAny(reason));
    }
}

internal sealed class RoleAssertionMapping : IEntityTypeConfiguration<RoleAssertion>
{
    public void Configure(EntityTypeBuilder<RoleAssertion> assertion) => assertion.HasIndex(a => a.CaseFile);
}
