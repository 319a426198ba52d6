using System.Globalization;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Plans;

/// <summary><c>Submitted</c>: a manager is asked to approve it. What is changed afterwards is a draft again; the approved version stays in the history.</summary>
public enum PlanState { Draft, Submitted, Approved, SentBack }

/// <summary>The support plan or the safety plan of a file: which version holds, who answers for it, when it is looked at again, and who approved it.</summary>
public sealed class Plan : ICaseRecord
{
    private Plan() { }

    public const int ReasonLimit = 2_000;

    public Id<Plan> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public PlanKind Kind { get; private set; }

    /// <summary>The team that works by it; its manager approves.</summary>
    public Id<Team> Team { get; private set; }
    public Id<Member> Owner { get; private set; }
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>The version that holds, and the last number that was given: one that is kept beside another does not hold.</summary>
    public int Current { get; private set; }
    public int Last { get; private set; }
    public PlanState State { get; private set; }
    public Id<Member>? SubmittedBy { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public Id<Member>? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The version that was approved last; 0 before the first.</summary>
    public int Approved { get; private set; }

    /// <summary>Why a manager sent it back.</summary>
    public Protected? SentBackWhy { get; private set; }
    public int Version { get; private set; }

    public static Plan Begin(Act act, Id<CaseFile> file, PlanKind kind, Id<Team> team) =>
        new() { Id = Id<Plan>.New(), CaseFile = file, Kind = kind, Team = team, Owner = act.Who.Member };

    /// <summary>A new version holds from now on; it is a draft until it is approved.</summary>
    public PlanEdition Write(Act act, FileKey key, IReadOnlyDictionary<string, string> words)
    {
        var edition = Keep(act, key, words, isBeside: false);
        (Current, State) = (edition.Number, PlanState.Draft);
        Owner = Id<Member>.TryParse(words.GetValueOrDefault(PlanSection.Owner), null, out var owner) ? owner : Owner;
        ReviewOn = DateOnly.TryParseExact(words.GetValueOrDefault(PlanSection.ReviewOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return edition;
    }

    /// <summary>What was written at the same time as the version that holds: kept beside it until somebody has brought the two together.</summary>
    public PlanEdition KeepBeside(Act act, FileKey key, IReadOnlyDictionary<string, string> words) => Keep(act, key, words, isBeside: true);

    public void Submit(Act act)
    {
        if (State == PlanState.Submitted)
            throw new RuleBroken("plan-submitted", "This plan already waits for approval.");
        if (State == PlanState.Approved)
            throw new RuleBroken("plan-approved", "This version is approved already.");
        (State, SubmittedBy, SubmittedAt, SentBackWhy) = (PlanState.Submitted, act.Who.Member, act.At, null);
    }

    /// <summary>A manager of the team says yes: never to a plan of their own, nor to one that they wrote (two people, as with papers and jobs).</summary>
    /// <param name="authors">Who wrote any version since the last approval.</param>
    public void Approve(Act act, IReadOnlyCollection<Id<Member>> authors)
    {
        Decide(act, authors);
        (State, Approved) = (PlanState.Approved, Current);
    }

    public void SendBack(Act act, FileKey key, IReadOnlyCollection<Id<Member>> authors, string? why)
    {
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken("plan-why", "Say what should change, so that the worker can change it.");
        Decide(act, authors);
        (State, SentBackWhy) = (PlanState.SentBack, key.Seal(why.Trim()));
    }

    /// <summary>Why this viewer may not decide on this plan, or null when they may.</summary>
    public string? WhyNotDecide(Viewer viewer, IReadOnlyCollection<Id<Member>> authors) =>
        State != PlanState.Submitted ? "This plan does not wait for approval."
        : !viewer.Jobs.HasFlag(Job.TeamManager) || !viewer.Teams.Contains(Team) ? "Only a manager of the team that works by this plan approves it."
        : viewer.Member == Owner || viewer.Member == SubmittedBy ? "Nobody approves a plan of their own. Ask another manager of the team."
        : authors.Contains(viewer.Member) ? "You wrote part of this plan. Ask another manager of the team to approve it."
        : null;

    private void Decide(Act act, IReadOnlyCollection<Id<Member>> authors)
    {
        if (WhyNotDecide(act.Who, authors) is { } why)
            throw new RuleBroken("plan-approval", why);
        (DecidedBy, DecidedAt) = (act.Who.Member, act.At);
    }

    private PlanEdition Keep(Act act, FileKey key, IReadOnlyDictionary<string, string> words, bool isBeside) =>
        PlanEdition.Keep(act, key, this, ++Last, Current, words, isBeside);
}

/// <summary>One version of a plan, as one person wrote it. It never changes and is never taken away.</summary>
public sealed class PlanEdition : ICaseRecord
{
    private PlanEdition() { }

    public Id<PlanEdition> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Plan> Plan { get; private set; }
    public PlanKind Kind { get; private set; }
    public int Number { get; private set; }

    /// <summary>The version that held when this one was kept.</summary>
    public int BasedOn { get; private set; }
    public bool IsBeside { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime At { get; private set; }
    public Protected Words { get; private set; } = null!;
    public int Version { get; private set; }

    internal static PlanEdition Keep(Act act, FileKey key, Plan plan, int number, int basedOn, IReadOnlyDictionary<string, string> words, bool isBeside) => new()
    {
        Id = Id<PlanEdition>.New(), CaseFile = key.File, Plan = plan.Id, Kind = plan.Kind, Number = number, BasedOn = basedOn, IsBeside = isBeside,
        By = act.Who.Member, At = act.At, Words = key.Seal(JsonSerializer.Serialize(words)),
    };

    public IReadOnlyDictionary<string, string> Open(FileKey key) => JsonSerializer.Deserialize<Dictionary<string, string>>(key.Reveal(Words)) ?? [];
}

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>, IEntityTypeConfiguration<PlanEdition>
{
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.HasIndex(p => new { p.CaseFile, p.Kind }).IsUnique();
        plan.HasIndex(p => new { p.Team, p.State });
        plan.HasIndex(p => new { p.Owner, p.ReviewOn });
    }

    public void Configure(EntityTypeBuilder<PlanEdition> edition)
    {
        edition.HasIndex(e => new { e.Plan, e.Number }).IsUnique();
        edition.HasIndex(e => new { e.CaseFile, e.At });
    }
}
