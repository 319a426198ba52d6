using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Notes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Plans;

/// <summary>Something that one worker will have done for a file by a day: a step of a plan, an action of a supervision, or for itself.</summary>
public sealed class CaseTask : ICaseRecord
{
    private CaseTask() { }

    public const int TitleLimit = 500, ResultLimit = 2_000;

    public Id<CaseTask> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    /// <summary>The plan that it is a step of.</summary>
    public PlanKind? Step { get; private set; }

    /// <summary>The supervision note that it was agreed in.</summary>
    public Id<Note>? AgreedIn { get; private set; }
    public Protected Title { get; private set; } = null!;
    public Id<Member> Owner { get; private set; }
    public DateOnly DueOn { get; private set; }
    public Id<Member> SetBy { get; private set; }
    public DateTime SetAt { get; private set; }
    public DateTime? DoneAt { get; private set; }
    public Id<Member>? DoneBy { get; private set; }

    /// <summary>It is over without having been done; the result says why.</summary>
    public bool IsDropped { get; private set; }
    public Protected? Result { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => DoneAt is null;

    public static CaseTask Set(Act act, FileKey key, string title, Id<Member> owner, DateOnly dueOn, PlanKind? step = null, Id<Note>? agreedIn = null) => new()
    {
        Id = Id<CaseTask>.New(), CaseFile = key.File, Step = step, AgreedIn = agreedIn, Title = key.Seal(title.Trim()), Owner = owner, DueOn = dueOn, SetBy = act.Who.Member, SetAt = act.At,
    };

    public void Change(Act act, FileKey key, string title, Id<Member> owner, DateOnly dueOn)
    {
        MustBeOpen();
        (Title, Owner, DueOn) = (key.Seal(title.Trim()), owner, dueOn);
    }

    public void Finish(Act act, FileKey key, string? result)
    {
        MustBeOpen();
        (DoneAt, DoneBy, Result) = (act.At, act.Who.Member, key.SealIfAny(result));
    }

    public void Drop(Act act, FileKey key, string? why)
    {
        MustBeOpen();
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken("task-why", "Say why this task is dropped.");
        (DoneAt, DoneBy, IsDropped, Result) = (act.At, act.Who.Member, true, key.Seal(why.Trim()));
    }

    private void MustBeOpen()
    {
        if (DoneAt is not null)
            throw new RuleBroken("task-over", "Somebody has already finished or dropped this task. Set a new one if there is more to do.");
    }
}

internal sealed class CaseTaskMapping : IEntityTypeConfiguration<CaseTask>
{
    public void Configure(EntityTypeBuilder<CaseTask> task)
    {
        task.HasIndex(t => new { t.CaseFile, t.SetAt });
        task.HasIndex(t => new { t.CaseFile, t.DoneAt });
        task.HasIndex(t => new { t.Owner, t.DoneAt, t.DueOn });
    }
}
