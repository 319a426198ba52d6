using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People.Linkage;

/// <summary>What somebody decided about two records. <c>NotSame</c> binds: the pair is never suggested again and cannot be joined until two people have lifted it.</summary>
public enum SameVerdict { Same, NotSame, NotSure }

/// <summary>
/// What was decided about two people in two files, as one of the two files holds it: each has its half, so that whoever may know one file only learns of it what that
/// file may say. Nothing is moved and nothing overwritten: both people stay as they are, and ending the decision leaves them as they then are.
/// </summary>
public sealed class SamePerson : ICaseRecord
{
    private SamePerson() { }

    public const int ReasonLimit = 2_000;

    public Id<SamePerson> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }

    /// <summary>The other file and person; opaque to whoever may not know that file.</summary>
    public Id<CaseFile> OtherFile { get; private set; }
    public Id<Person> Other { get; private set; }

    /// <summary>What the two halves share.</summary>
    public Guid Decision { get; private set; }

    /// <summary>Counts the decisions about this pair: two at the same moment cannot both be the next.</summary>
    public int Round { get; private set; }
    public SameVerdict Verdict { get; private set; }

    /// <summary>How likely it was held when it was decided, in whole per cent; null when it was not compared.</summary>
    public int? Likelihood { get; private set; }
    public Protected? Reason { get; private set; }
    public Id<Member> DecidedBy { get; private set; }
    public DateTime DecidedAt { get; private set; }

    /// <summary>Who wants it ended; a second person must agree.</summary>
    public Id<Member>? EndAskedBy { get; private set; }
    public DateTime? EndAskedAt { get; private set; }
    public Protected? EndReason { get; private set; }
    public Id<Member>? EndedBy { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsInForce => EndedAt is null;

    /// <summary>The two halves of a decision.</summary>
    /// <exception cref="RuleBroken">It is one file, or no reason is given.</exception>
    public static (SamePerson One, SamePerson Other) Decide(Act act, SameVerdict verdict, int round, int? likelihood, string? reason,
        (FileKey Key, Id<Person> Person) one, (FileKey Key, Id<Person> Person) other)
    {
        if (one.Key.File == other.Key.File)
            throw new RuleBroken("same-file", "These are two people of one file. A file is about one person and those around them, so they are not joined.");
        if (verdict != SameVerdict.NotSure && string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken("same-reason", "Say how you know. Whoever looks at this later depends on it.");
        var decision = OrderedGuid.Next();
        return (Half(one, other), Half(other, one));

        SamePerson Half((FileKey Key, Id<Person> Person) mine, (FileKey Key, Id<Person> Person) theirs) => new()
        {
            Id = Id<SamePerson>.New(), CaseFile = mine.Key.File, Person = mine.Person, OtherFile = theirs.Key.File, Other = theirs.Person, Decision = decision,
            Round = round, Verdict = verdict, Likelihood = likelihood, Reason = mine.Key.SealIfAny(reason), DecidedBy = act.Who.Member, DecidedAt = act.At,
        };
    }

    /// <summary>Ends it: at once when one person may, otherwise it waits for a second.</summary>
    /// <param name="alone">Whether one person's word is enough.</param>
    /// <exception cref="RuleBroken">It has ended, a reason is missing, or it waits for somebody else.</exception>
    internal void End(Act act, FileKey key, bool alone, string? reason)
    {
        if (!IsInForce)
            throw new RuleBroken("same-ended", "Somebody has already ended this.");
        if (EndAskedBy is { } asked)
        {
            if (asked == act.Who.Member)
                throw new RuleBroken("two-people", "You asked for this, so somebody else who may know both files must agree.");
            (EndedBy, EndedAt) = (act.Who.Member, act.At);
            return;
        }
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken("same-reason", "Say why. Whoever looks at this later depends on it.");
        (EndAskedBy, EndAskedAt, EndReason) = (act.Who.Member, act.At, key.SealIfAny(reason));
        if (alone)
            (EndedBy, EndedAt) = (act.Who.Member, act.At);
    }

    /// <summary>Stays as decided: whoever wanted it ended takes that back, or a colleague says no.</summary>
    internal void Keep()
    {
        if (!IsInForce || EndAskedBy is null)
            throw new RuleBroken("same-ended", "Nobody has asked to end this, or it has ended.");
        (EndAskedBy, EndAskedAt, EndReason) = (null, null, null);
    }

    /// <summary>A newer decision takes its place.</summary>
    internal void GiveWay(Act act) => (EndedBy, EndedAt) = (act.Who.Member, act.At);
}

internal sealed class SamePersonMapping : IEntityTypeConfiguration<SamePerson>
{
    public void Configure(EntityTypeBuilder<SamePerson> same)
    {
        same.Ignore(s => s.IsInForce);
        same.HasIndex(s => s.CaseFile);
        same.HasIndex(s => new { s.Person, s.Other, s.Round }).IsUnique();
        same.HasIndex(s => s.Decision);
    }
}
