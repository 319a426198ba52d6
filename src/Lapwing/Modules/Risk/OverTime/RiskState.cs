using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>One of our assessments in brief; its answers stay sealed.</summary>
public sealed record AssessmentLine(Id<RiskAssessment> Id, DateTime At, Id<Member> By, int Score, RiskLevel Level, bool IsRaised, string Flags, bool IsSuperseded, string Pack, string PackVersion);

/// <summary>A flag that must be seen whatever the score, and when it was last reported.</summary>
public sealed record SurfacedFlag(RiskFlag Flag, DateTime At, bool IsInLatest)
{
    public string Text => IsInLatest ? Flag.Reason() : $"{Flag.Reason()} (Reported in the assessment of {Spoken.Day(At)}; the latest one does not repeat it.)";
}

/// <summary>Everything that is known of the risk in one file, and what the rules make of it on this day. Derived each time; nothing of it is stored.</summary>
public sealed record RiskState(FilePeople People, RiskSettings Settings, DateTime Now, IReadOnlyList<AssessmentLine> Assessments, IReadOnlyList<Incident> Incidents,
    IReadOnlyList<MaracConsideration> Considerations, IReadOnlyList<ReceivedResult> Received, IReadOnlyList<RiskChange> Changes,
    IReadOnlyList<DatedEvent> Elsewhere)
{
    /// <summary>More than a file holds of any of these.</summary>
    private const int Most = 500;

    public static async Task<RiskState> ReadAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct) => new(
        await FilePeople.ReadAsync(db, file, ct), await RiskSettings.ReadAsync(db, ct), db.Viewer.Now,
        await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == file).OrderByDescending(a => a.At).Take(Most)
            .Select(a => new AssessmentLine(a.Id, a.At, a.By, a.Score, a.Level, a.IsRaisedByJudgement, a.Flags, a.SupersededBy != null, a.Pack, a.PackVersion)).ToListAsync(ct),
        await db.Incidents.AsNoTracking().Where(i => i.CaseFile == file).OrderByDescending(i => i.On).ThenByDescending(i => i.RecordedAt).Take(Most).ToListAsync(ct),
        await db.MaracConsiderations.AsNoTracking().Where(m => m.CaseFile == file).OrderByDescending(m => m.On).ThenByDescending(m => m.At).Take(Most).ToListAsync(ct),
        await db.ReceivedResults.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).Take(Most).ToListAsync(ct),
        await db.RiskChanges.AsNoTracking().Where(c => c.CaseFile == file).OrderByDescending(c => c.RecordedAt).Take(Most).ToListAsync(ct),
        [.. (await EventsElsewhere.ReadAsync(db, [file], ct))[file]]);

    public DateOnly Today => LondonTime.DateOf(Now);

    /// <summary>Our assessment that holds.</summary>
    public AssessmentLine? Latest => Assessments.FirstOrDefault(a => !a.IsSuperseded) ?? (Assessments is [var first, ..] ? first : null);

    /// <summary>The latest judgement that raised our level because of a received result, until we assess again.</summary>
    public ReceivedResult? Raise => Received.Where(r => r.RaisedTo is not null && (Latest is null || r.ReceivedAt >= Latest.At)).MaxBy(r => r.RaisedTo);

    /// <summary>The level with which we work: that of our assessment, or higher by judgement. A received level never becomes ours by itself.</summary>
    public RiskLevel Level => Raise?.RaisedTo is { } raised && raised > (Latest?.Level ?? RiskLevel.NotAssessed) ? raised : Latest?.Level ?? RiskLevel.NotAssessed;

    /// <summary>What the rules count: each event once, whoever reported it, and nothing that was taken back.</summary>
    public IReadOnlyList<IncidentFact> Counted => [.. Incidents.Where(i => i.TakenBackAt is null && !IsRepeatedReport(i)).Select(i => i.Fact)];

    /// <summary>Another report counts in the place of the first when the first was taken back.</summary>
    private bool IsRepeatedReport(Incident incident) => incident.SameAs is { } same && Incidents.Any(i => i.Id == same && i.TakenBackAt is null);

    public IReadOnlyList<Gate> Gates => People.File.Side == Side.PersonCausingHarm ? [] : MaracGates.Of(new(Today, People.Subject.Id, People.Age, People.File.Side == Side.Child, Settings.Bands,
        Latest is { } latest ? new(latest.Score, latest.Level, latest.IsRaised, latest.At) : null, Counted,
        [.. Considerations.Where(c => c.IsMade).Select(c => new MaracFact(c.On, c.Victim, c.Harmer))], Raise is { RaisedTo: RiskLevel.High } raise ? raise.ReceivedAt : null));

    public IEnumerable<Gate> Met => Gates.Where(g => g.IsMet);

    /// <summary>Criteria that are met and that nobody has considered since.</summary>
    public IEnumerable<Gate> Unanswered => Met.Where(g => !Considerations.Any(c => c.Answers(g)));

    public IReadOnlyList<SurfacedFlag> Flags => [.. Assessments.SelectMany(a => RiskFlagCodes.Read(a.Flags).Select(flag => (flag, a.At, IsLatest: a.Id == Latest!.Id)))
        .GroupBy(f => f.flag).OrderBy(f => f.Key).Select(f => new SurfacedFlag(f.Key, f.Max(x => x.At), f.Any(x => x.IsLatest)))];

    public IEnumerable<DatedEvent> Events =>
        Incidents.Where(i => i.TakenBackAt is null).Select(i => new DatedEvent(RiskEventKind.Incident, i.On, i.RecordedAt))
            .Concat(Changes.Select(c => c.Event)).Concat(Received.Select(r => new DatedEvent(RiskEventKind.ReceivedResult, r.On, r.ReceivedAt))).Concat(Elsewhere);

    /// <summary>When an assessment is due; nobody assesses the person causing harm with these questions.</summary>
    public ReassessmentDue? Due => People.File.Side == Side.PersonCausingHarm ? null
        : ReassessmentRule.Due(Latest?.At, Level, People.File.OpenedAt, Events, Settings.Reassessment);
}
