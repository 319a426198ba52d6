using System.Security.Cryptography;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>Somebody waits for a place in a programme's groups: what the criteria ask, who goes on supporting them, and what became of it. A record of their own file.</summary>
public sealed class WaitingEntry : ICaseRecord
{
    private WaitingEntry() { }

    public const int WhyLimit = 5_000;

    public Id<WaitingEntry> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<GroupProgramme> Programme { get; private set; }
    public GroupFor Who { get; private set; }
    public WaitingStatus Status { get; private set; }
    public DateTime AskedAt { get; private set; }
    public Id<Member> AskedBy { get; private set; }

    /// <summary>What the group is for, in the words of whoever asked.</summary>
    public Protected? Why { get; private set; }

    public bool? IsImpacted { get; private set; }
    public DateOnly? SafeSince { get; private set; }
    public bool? LivesApart { get; private set; }
    public bool? IsAtRisk { get; private set; }
    public bool? SchoolAgrees { get; private set; }

    /// <summary>The file's own number or address through which the school can be told of an absence.</summary>
    public Id<ContactMethod>? School { get; private set; }
    public Id<Member>? Keyworker { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Why they do not wait any more, or did not take the place.</summary>
    public Protected? EndedWhy { get; private set; }

    /// <summary>Nobody waits twice for one programme: as long as they wait this stands for person and programme, once.</summary>
    public Guid? Holds { get; private set; }

    /// <summary>The codes by which figures count, and whom they count as one person.</summary>
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    /// <param name="support">The file's latest support, whose codes count here too.</param>
    /// <exception cref="RuleBroken">The file is of the wrong side.</exception>
    public static WaitingEntry Ask(Act act, FileKey key, GroupProgramme programme, Side side, Person person, WaitingAnswers answers, SupportEpisode? support)
    {
        if (!programme.IsActive)
            throw new RuleBroken("programme-over", "This programme takes nobody any more.");
        if (side == Side.PersonCausingHarm || side == Side.Survivor && !programme.IsPaired)
            throw new RuleBroken("group-side", programme.IsPaired ? "These groups are for children and their mothers or carers." : "These groups are for children. Ask in the child's own file.");
        var (codes, token) = Codes(act, key, programme, person, support);
        var entry = new WaitingEntry
        {
            Id = Id<WaitingEntry>.New(), CaseFile = key.File, Person = person.Id, Programme = programme.Id, Who = side == Side.Child ? GroupFor.Children : GroupFor.Carers,
            Status = WaitingStatus.Waiting, AskedAt = act.At, AskedBy = act.Who.Member, FactCodes = codes.Packed, PersonToken = token, Holds = HoldOf(programme.Id, person.Id),
        };
        entry.Keep(key, answers);
        entry.Record(act, FactKind.GroupWaitStarted);
        return entry;
    }

    /// <summary>What the criteria ask is known better now.</summary>
    public void Answer(Act act, FileKey key, WaitingAnswers answers)
    {
        if (Status is not (WaitingStatus.Waiting or WaitingStatus.Placed))
            throw new RuleBroken("waiting-over", "They do not wait any more. Ask for a place again.");
        Keep(key, answers);
    }

    /// <summary>They have a place; only by <see cref="Pairing"/>.</summary>
    internal void TakePlace(Act act)
    {
        MustWait();
        End(act, WaitingStatus.Placed);
        Record(act, FactKind.GroupPlaceAnswered, reason: 1);
    }

    /// <summary>A place was offered and they did not want it.</summary>
    public void DeclinePlace(Act act, FileKey key, string? why)
    {
        MustWait();
        EndedWhy = key.SealIfAny(why);
        End(act, WaitingStatus.DeclinedPlace);
        Record(act, FactKind.GroupPlaceAnswered, reason: 2);
    }

    /// <summary>They do not wait any more.</summary>
    /// <exception cref="RuleBroken">Nobody says why.</exception>
    public void Withdraw(Act act, FileKey key, string? why)
    {
        MustWait();
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken("withdraw-why", "Say why they do not wait any more.");
        EndedWhy = key.Seal(why.Trim());
        End(act, WaitingStatus.Withdrawn);
    }

    public WaitingAnswers Answers(FileKey key) => new(key.RevealIfAny(Why), IsImpacted, SafeSince, LivesApart, IsAtRisk, SchoolAgrees, School, Keyworker);

    private void Keep(FileKey key, WaitingAnswers a) =>
        (Why, IsImpacted, SafeSince, LivesApart, IsAtRisk, SchoolAgrees, School, Keyworker) = (key.SealIfAny(a.Why), a.IsImpacted, a.SafeSince, a.LivesApart, a.IsAtRisk, a.SchoolAgrees, a.School, a.Keyworker);

    private void End(Act act, WaitingStatus status)
    {
        (Status, EndedAt, Holds) = (status, act.At, null);
        Record(act, FactKind.GroupWaitEnded, minutes: (int)Math.Min(int.MaxValue, (act.At - AskedAt).TotalMinutes));
    }

    private void MustWait()
    {
        if (Status != WaitingStatus.Waiting)
            throw new RuleBroken("waiting-over", "Somebody has already moved this on: they do not wait any more.");
    }

    private void Record(Act act, FactKind kind, int reason = 0, int minutes = 0) =>
        act.Record(Fact.Of(kind, LondonTime.DateOf(act.At), act.At, Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes) { Reason = reason }, minutes));

    private static (FactCodes, Guid) Codes(Act act, FileKey key, GroupProgramme programme, Person person, SupportEpisode? support) => support is null
        ? (new FactCodes { AgeBand = (int)AgeBands.Of(person.Details(key).AgeOn(LondonTime.DateOf(act.At))), Service = programme.ServiceNumber }, person.Id.Value)
        : (new FactCodes(support.FactCodes) { Service = programme.ServiceNumber, Reason = 0 }, support.PersonToken);

    private static Guid HoldOf(Id<GroupProgramme> programme, Id<Person> person)
    {
        Span<byte> both = stackalloc byte[32];
        programme.Value.TryWriteBytes(both);
        person.Value.TryWriteBytes(both[16..]);
        return new(SHA256.HashData(both).AsSpan(0, 16));
    }
}

/// <summary>What somebody says of a person who would come to a group.</summary>
public sealed record WaitingAnswers(string? Why, bool? IsImpacted, DateOnly? SafeSince, bool? LivesApart, bool? IsAtRisk, bool? SchoolAgrees, Id<ContactMethod>? School, Id<Member>? Keyworker)
{
    /// <summary>Never the words.</summary>
    public override string ToString() => "(answers)";
}

internal sealed class WaitingEntryMapping : IEntityTypeConfiguration<WaitingEntry>
{
    public void Configure(EntityTypeBuilder<WaitingEntry> entry)
    {
        entry.HasIndex(e => e.CaseFile);
        entry.HasIndex(e => new { e.Programme, e.Status, e.AskedAt });
        entry.HasIndex(e => e.Holds).IsUnique();
    }
}
