using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Measuring;
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

    /// <summary>Somebody has asked for the end and a manager has not confirmed it yet: support goes on.</summary>
    public DateTime? EndAskedAt { get; private set; }
    public Id<Member>? EndAskedBy { get; private set; }
    public Id<Member>? EndConfirmedBy { get; private set; }

    /// <summary>The support that ended before this one took the person up again.</summary>
    public Id<SupportEpisode>? Follows { get; private set; }
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

    /// <summary>The person is recognised by another number now: facts from here on are about it.</summary>
    public void Recognise(Act act, Guid personToken) => PersonToken = personToken;

    /// <summary>Outcome areas as they are now. What was already measured at that point stays as it was.</summary>
    /// <param name="before">The outcomes of this episode so far.</param>
    /// <exception cref="RuleBroken">Support is not open, or one of these was measured before.</exception>
    public IReadOnlyList<OutcomeRecord> Measure(Act act, OutcomePoint point, IReadOnlyDictionary<string, int> scores, IReadOnlyList<OutcomeRecord> before)
    {
        Must(EpisodeStatus.Open);
        if (before.Any(o => o.Point == point && scores.ContainsKey(o.Area) && IsSamePoint(point, o.At, act.At)))
            throw new RuleBroken("outcomes-measured", "Somebody has already recorded one of these outcomes. Look at what they recorded.");
        OutcomesAt = act.At;
        List<OutcomeRecord> made = [.. scores.Select(score => OutcomeRecord.Measure(act, CaseFile, Id, score.Key, point, score.Value))];
        foreach (var pair in OutcomePair.Completed(made, before))
            act.Record(Fact.Of(FactKind.OutcomeCompared, LondonTime.DateOf(pair.Later.At), act.At, Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes) { Reason = pair.Code }));
        return made;
    }

    /// <summary>Intake and exit are measured once; a review is a new point on each day.</summary>
    public static bool IsSamePoint(OutcomePoint point, DateTime before, DateTime now) => point != OutcomePoint.Review || LondonTime.DateOf(before) == LondonTime.DateOf(now);

    /// <summary>How severe each kind of abuse is at that point. What was graded there stays as it was.</summary>
    public IReadOnlyList<SeverityRecord> Grade(Act act, OutcomePoint point, IReadOnlyDictionary<GridAbuse, SeverityLevel> levels, IReadOnlyList<SeverityRecord> before)
    {
        Must(EpisodeStatus.Open);
        if (before.Any(s => s.Point == point && levels.ContainsKey(s.Abuse) && IsSamePoint(point, s.At, act.At)))
            throw new RuleBroken("severity-graded", "Somebody has already graded one of these. Look at what they recorded.");
        OutcomesAt = act.At;
        return [.. levels.Select(level => SeverityRecord.Grade(act, this, level.Key, point, level.Value))];
    }

    /// <summary>The worker asks for support to end; it goes on until a manager of the team has confirmed it.</summary>
    public void AskToEnd(Act act, FileKey key, EndReason reason, string? note, NotMeasured? notMeasured = null)
    {
        Must(EpisodeStatus.Open);
        if (EndAskedAt is not null)
            throw new RuleBroken("end-asked", "Somebody has already asked for this support to end. A manager decides.");
        (EndAskedAt, EndAskedBy, EndReason, NotMeasured, Note) = (act.At, act.Who.Member, reason, notMeasured, key.SealIfAny(note));
    }

    /// <summary>Why this viewer may not decide on the end, or null when they may: a manager of the team, never who asked, nor the worker alone.</summary>
    public string? WhyNotConfirmEnd(Viewer viewer) =>
        Status != EpisodeStatus.Open || EndAskedAt is null ? "Nobody has asked for this support to end."
        : !viewer.Jobs.HasFlag(Job.TeamManager) || !viewer.Teams.Contains(Team) ? "Only a manager of the team that gives this support confirms its end."
        : viewer.Member == EndAskedBy || viewer.Member == Worker ? "Nobody confirms the end of their own support. Ask another manager of the team."
        : null;

    /// <summary>The manager's check: support ends as it was asked.</summary>
    public void ConfirmEnd(Act act)
    {
        MustConfirm(act);
        (Status, EndedAt, EndConfirmedBy) = (EpisodeStatus.Ended, act.At, act.Who.Member);
        Record(act, FactKind.EpisodeEnded, (int)EndReason!.Value + 1, (int)(act.At - OpenedAt!.Value).TotalMinutes);
    }

    /// <summary>Support goes on: what was asked for is taken back from the episode and stays, with why it was refused, as a record of its own.</summary>
    /// <exception cref="RuleBroken">It is not this viewer's to decide, or no reason is given.</exception>
    public RefusedEnd RefuseEnd(Act act, FileKey key, string? why)
    {
        MustConfirm(act);
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken("refused-end-why", "Say why support goes on. The worker reads it.");
        var refused = RefusedEnd.Of(act, key, this, why);
        (EndAskedAt, EndAskedBy, EndReason, NotMeasured, Note) = (null, null, null, null, null);
        return refused;
    }

    /// <summary>Takes somebody up again. What has ended stays ended: this is a support of its own, in which nothing was measured yet.</summary>
    public SupportEpisode Again(Act act)
    {
        Must(EpisodeStatus.Ended);
        var again = new SupportEpisode
        {
            Id = Id<SupportEpisode>.New(), CaseFile = CaseFile, Referral = Referral, Person = Person, Service = Service, Team = Team, Status = EpisodeStatus.Waiting,
            OfferedAt = act.At, AnsweredAt = act.At, FactCodes = FactCodes, PersonToken = PersonToken, Follows = Id,
        };
        again.Record(act, FactKind.WaitingStarted);
        return again;
    }

    private void MustConfirm(Act act)
    {
        if (WhyNotConfirmEnd(act.Who) is { } why)
            throw new RuleBroken("end-check", why);
    }

    /// <summary>Ends support without a second person, where the partnership has decided so.</summary>
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
        // Nobody is taken up twice after one end.
        episode.HasIndex(e => e.Follows).IsUnique();
        episode.HasIndex(e => new { e.Team, e.Status, e.OfferedAt });
        episode.HasIndex(e => new { e.Worker, e.Status, e.OfferedAt });
        // How full a service is, and since when the first of those who wait has waited.
        episode.HasIndex(e => new { e.Service, e.Status, e.AnsweredAt });
    }
}
