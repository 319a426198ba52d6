using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation.Pathway;

public enum StepState
{
    [Display(Name = "Barrier described")]
    Described,
    [Display(Name = "Change agreed")]
    Agreed,
    [Display(Name = "Change tested")]
    Tested,
    [Display(Name = "Changed for good")]
    Changed,
    [Display(Name = "Given up")]
    GivenUp,
}

/// <summary>What a step says.</summary>
public sealed record StepWords(int Number, string Title, string Barrier, string Change, string Owner, string Boroughs);

/// <summary>One step of the way from abuse to a safe home, in the pilot of four boroughs: the barrier that women meet there, what is changed, and who owns the change.
/// It is about services and never about one person.</summary>
public sealed class PathwayStep
{
    private PathwayStep() { }

    public const int TitleLimit = 200, TextLimit = 2_000, OwnerLimit = 200, BoroughsLimit = 200, LastNumber = 99;

    public Id<PathwayStep> Id { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Barrier { get; private set; } = "";
    public string Change { get; private set; } = "";
    public string Owner { get; private set; } = "";

    /// <summary>Which of the pilot's boroughs it is tried in.</summary>
    public string Boroughs { get; private set; } = "";
    public StepState State { get; private set; }
    public DateOnly StateOn { get; private set; }
    public int Version { get; private set; }

    public static PathwayStep Add(Act act, StepWords words)
    {
        var step = new PathwayStep { Id = Id<PathwayStep>.New(), StateOn = LondonTime.DateOf(act.At) };
        step.Keep(words);
        return step;
    }

    /// <exception cref="RuleBroken">It is to count as changed for good and no expert by experience has signed it off since it was tested.</exception>
    public void Revise(Act act, StepWords words, StepState state, IReadOnlyCollection<StepSignOff> signOffs)
    {
        if (state == StepState.Changed && State != StepState.Changed && !signOffs.Any(s => s.Step == Id && s.IsBetter))
            throw new RuleBroken("step-sign-off", "A step counts as changed for good when an expert by experience has signed off that it is better now.");
        Keep(words);
        if (state != State)
            (State, StateOn) = (state, LondonTime.DateOf(act.At));
    }

    private void Keep(StepWords w) => (Number, Title, Barrier, Change, Owner, Boroughs) = (w.Number, w.Title.Trim(), w.Barrier.Trim(), w.Change.Trim(), w.Owner.Trim(), w.Boroughs.Trim());
}

/// <summary>An expert by experience says whether a step is better now. Of the expert only the name is kept that they chose for this work: no account, no person, no file,
/// no date of birth, and nothing that a search could join to one (domain facts: experts "cannot be linked to a case in any screen").</summary>
public sealed class StepSignOff
{
    private StepSignOff() { }

    public const int AliasLimit = 60, WordsLimit = 2_000;

    public Id<StepSignOff> Id { get; private set; }
    public Id<PathwayStep> Step { get; private set; }

    /// <summary>What the expert wants to be called here; never a family name.</summary>
    public string Alias { get; private set; } = "";
    public bool IsBetter { get; private set; }
    public string InTheirWords { get; private set; } = "";
    public DateOnly On { get; private set; }

    /// <exception cref="RuleBroken">The day has not come, or the name looks like a full name.</exception>
    public static StepSignOff Record(Act act, PathwayStep step, string alias, bool isBetter, string? inTheirWords, DateOnly on)
    {
        if (on > LondonTime.DateOf(act.At))
            throw new RuleBroken("sign-off-day", "That day has not come yet.");
        if (alias.Trim().Contains(' ', StringComparison.Ordinal))
            throw new RuleBroken("sign-off-alias", "Write one word: the name that the expert chose for this work, never a family name.");
        return new() { Id = Id<StepSignOff>.New(), Step = step.Id, Alias = alias.Trim(), IsBetter = isBetter, InTheirWords = inTheirWords?.Trim() ?? "", On = on };
    }
}

internal sealed class PathwayMapping : IEntityTypeConfiguration<PathwayStep>, IEntityTypeConfiguration<StepSignOff>
{
    public void Configure(EntityTypeBuilder<PathwayStep> step)
    {
        step.Property(s => s.Title).HasMaxLength(PathwayStep.TitleLimit);
        step.Property(s => s.Barrier).HasMaxLength(PathwayStep.TextLimit);
        step.Property(s => s.Change).HasMaxLength(PathwayStep.TextLimit);
        step.Property(s => s.Owner).HasMaxLength(PathwayStep.OwnerLimit);
        step.Property(s => s.Boroughs).HasMaxLength(PathwayStep.BoroughsLimit);
        step.HasIndex(s => s.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StepSignOff> signed)
    {
        signed.Property(s => s.Alias).HasMaxLength(StepSignOff.AliasLimit);
        signed.Property(s => s.InTheirWords).HasMaxLength(StepSignOff.WordsLimit);
        signed.HasIndex(s => new { s.Step, s.On });
    }
}
