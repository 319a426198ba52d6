using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

/// <summary>What happened that makes everything confirmed before doubtful.</summary>
public enum SafetyChangeKind
{
    [Display(Name = "They separated, or tried to")]
    Separated,
    [Display(Name = "They moved, or came back")]
    Moved,
    [Display(Name = "The other person found out about a number, an account or contact with a service")]
    FoundOut,
    [Display(Name = "Somebody got hold of their telephone or e-mail")]
    TookOver,
}

/// <summary>A separation, a move or the like: from then on nothing that was confirmed earlier may be used until it is confirmed again.
/// Not sealed, because everybody who makes contact must know that there was one; where somebody went is in <see cref="Whereabouts"/> alone.</summary>
public sealed class SafetyChange : ICaseRecord
{
    private SafetyChange() { }

    public const int CodeNameLimit = 40;

    public Id<SafetyChange> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public SafetyChangeKind Kind { get; private set; }

    /// <summary>From when on earlier answers are doubtful: the end of the day on which it happened, or the moment of recording where that was earlier.</summary>
    public DateTime At { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Id<Member> By { get; private set; }

    /// <summary>The word by which a protected place is spoken of, such as Kestrel. It is made up here and says nothing about where it is.</summary>
    public string? CodeName { get; private set; }
    public int Version { get; private set; }

    public static SafetyChange Record(Act act, Id<CaseFile> file, Id<Person> person, SafetyChangeKind kind, DateOnly on, string? codeName = null)
    {
        var end = LondonTime.StartOfDay(on.AddDays(1));
        return new()
        {
            Id = Id<SafetyChange>.New(), CaseFile = file, Person = person, Kind = kind, At = end < act.At ? end : act.At, RecordedAt = act.At, By = act.Who.Member, CodeName = codeName,
        };
    }

    /// <summary>Past tense, for a sentence.</summary>
    public static string Words(SafetyChangeKind kind) => kind switch
    {
        SafetyChangeKind.Separated => "a separation",
        SafetyChangeKind.Moved => "a move",
        SafetyChangeKind.FoundOut => "the other person finding out",
        _ => "somebody getting hold of a telephone or e-mail",
    };
}

internal sealed class SafetyChangeMapping : IEntityTypeConfiguration<SafetyChange>
{
    public void Configure(EntityTypeBuilder<SafetyChange> change)
    {
        change.Property(c => c.CodeName).HasMaxLength(SafetyChange.CodeNameLimit);
        change.HasIndex(c => new { c.CaseFile, c.At });
    }
}
