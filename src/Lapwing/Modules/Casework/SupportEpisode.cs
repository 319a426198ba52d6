using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework;

/// <summary><c>Offered</c>: the service has not answered. <c>Waiting</c>: accepted, no worker yet; counted as the waiting list.</summary>
public enum EpisodeStatus { Offered, Waiting, Open, Ended, NotTaken }

/// <summary>Why support ended.</summary>
public enum EndReason { GoalsMet, SurvivorEnded, LostSafeContact, MovedAway, TransferredToAnotherService, ServiceEnded, Died }

/// <summary>Why support ended without outcomes at its end: an outcome that nobody measured is never guessed.</summary>
public enum NotMeasured { CouldNotBeReached, DidNotWantTo, NotSafeToAsk, TooShort }

/// <summary>One service's support for one person, from the offer to its end.</summary>
public sealed class SupportEpisode : ICaseRecord
{
    private SupportEpisode() { }

    public const int NoteLimit = 10_000;

    public Id<SupportEpisode> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    /// <summary>The referral that it came from. Referrals know casework, not the other way, so this is its bare number.</summary>
    public Guid Referral { get; private set; }
    public Id<Person> Person { get; private set; }
    public Id<Service> Service { get; private set; }
    public Id<Team> Team { get; private set; }
    public EpisodeStatus Status { get; private set; }
    public Id<Member>? Worker { get; private set; }
    public DateTime OfferedAt { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public DateTime? OpenedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public EndReason? EndReason { get; private set; }
    public NotMeasured? NotMeasured { get; private set; }

    /// <summary>When outcomes were last recorded; it changes with them, so that two workers cannot record the same at once.</summary>
    public DateTime? OutcomesAt { get; private set; }
    public DeclineReason? NotTakenReason { get; private set; }
    public Protected? Note { get; private set; }

    /// <summary>The referral's codes and its service, as this episode's facts carry them.</summary>
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    /// <summary>Asks a service; called by the referral that offers itself.</summary>
    /// <param name="codes">The referral's codes, so that the episode is counted by the same breakdowns.</param>
    /// <param name="personToken">Whom the figures count as one person.</param>
    public static SupportEpisode Offer(Act act, Id<CaseFile> file, Guid referral, Id<Person> person, Service service, FactCodes codes, Guid personToken) => new()
    {
        Id = Id<SupportEpisode>.New(), CaseFile = file, Referral = referral, Person = person,
        Service = service.Id, Team = service.Team, Status = EpisodeStatus.Offered, OfferedAt = act.At,
        FactCodes = (codes with { Service = service.Number }).Packed, PersonToken = personToken,
    };

    /// <summary>The service takes the referral; the person waits until a worker is named.</summary>
    public void Accept(Act act)
    {
        Must(EpisodeStatus.Offered);
        (Status, AnsweredAt) = (EpisodeStatus.Waiting, act.At);
        Record(act, FactKind.WaitingStarted);
    }

    public void NotTake(Act act, FileKey key, DeclineReason reason, string? note)
    {
        Must(EpisodeStatus.Offered);
        (Status, AnsweredAt, NotTakenReason, Note) = (EpisodeStatus.NotTaken, act.At, reason, key.SealIfAny(note));
    }

    /// <summary>A worker begins: the episode opens and the waiting ends.</summary>
    public void Open(Act act, Id<Member> worker)
    {
        Must(EpisodeStatus.Waiting);
        (Status, Worker, OpenedAt) = (EpisodeStatus.Open, worker, act.At);
        Record(act, FactKind.WaitingEnded, minutes: (int)(act.At - AnsweredAt!.Value).TotalMinutes);
        Record(act, FactKind.EpisodeOpened);
    }

    public void HandTo(Act act, Id<Member> worker)
    {
        Must(EpisodeStatus.Open);
        Worker = worker;
    }

    /// <summary>Outcome areas as they are now. What was already measured at that point stays as it was.</summary>
    /// <param name="before">The outcomes of this episode so far.</param>
    /// <exception cref="RuleBroken">Support is not open, or one of these was measured before.</exception>
    public IReadOnlyList<OutcomeRecord> Measure(Act act, OutcomePoint point, IReadOnlyDictionary<string, int> scores, IReadOnlyList<OutcomeRecord> before)
    {
        Must(EpisodeStatus.Open);
        if (before.Any(o => o.Point == point && scores.ContainsKey(o.Area)))
            throw new RuleBroken("outcomes-measured", "Somebody has already recorded one of these outcomes. Look at what they recorded.");
        OutcomesAt = act.At;
        return [.. scores.Select(score => OutcomeRecord.Measure(act, CaseFile, Id, score.Key, point, score.Value))];
    }

    public void End(Act act, FileKey key, EndReason reason, string? note, NotMeasured? notMeasured = null)
    {
        Must(EpisodeStatus.Open);
        (Status, EndedAt, EndReason, NotMeasured, Note) = (EpisodeStatus.Ended, act.At, reason, notMeasured, key.SealIfAny(note));
        Record(act, FactKind.EpisodeEnded, (int)reason + 1, (int)(act.At - OpenedAt!.Value).TotalMinutes);
    }

    private void Record(Act act, FactKind kind, int reason = 0, int minutes = 0) =>
        act.Record(Fact.Of(kind, LondonTime.DateOf(act.At), act.At, Id.Value, PersonToken, CaseFile,
            new FactCodes(FactCodes) { Reason = reason }, minutes));

    private void Must(EpisodeStatus status)
    {
        if (Status != status)
            throw new RuleBroken("episode-moved", "Somebody has already moved this support on. Look at it again.");
    }
}

internal sealed class SupportEpisodeMapping : IEntityTypeConfiguration<SupportEpisode>
{
    public void Configure(EntityTypeBuilder<SupportEpisode> episode)
    {
        episode.HasIndex(e => e.CaseFile);
        episode.HasIndex(e => e.Referral);
        episode.HasIndex(e => new { e.Team, e.Status, e.OfferedAt });
        episode.HasIndex(e => new { e.Worker, e.Status, e.OfferedAt });
        // How full a service is, and since when the first of those who wait has waited.
        episode.HasIndex(e => new { e.Service, e.Status, e.AnsweredAt });
    }
}
