using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>What was found when the group's worker met somebody before the first session. Superseded by a later one, never edited.</summary>
public sealed class PreGroupAssessment : ICaseRecord
{
    private PreGroupAssessment() { }

    public const int WordsLimit = 10_000;

    public Id<PreGroupAssessment> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<WaitingEntry> Entry { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>What they know of why they come, what they are good at, what they need in the group.</summary>
    public Protected Words { get; private set; } = null!;
    public bool IsSuitable { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime At { get; private set; }
    public int Version { get; private set; }

    public static PreGroupAssessment Make(Act act, FileKey key, WaitingEntry entry, DateOnly on, string words, bool isSuitable) => new()
    {
        Id = Id<PreGroupAssessment>.New(), CaseFile = key.File, Entry = entry.Id, On = on, Words = key.Seal(words.Trim()), IsSuitable = isSuitable, By = act.Who.Member, At = act.At,
    };
}

internal sealed class PreGroupAssessmentMapping : IEntityTypeConfiguration<PreGroupAssessment>
{
    public void Configure(EntityTypeBuilder<PreGroupAssessment> assessment)
    {
        assessment.HasIndex(a => new { a.Entry, a.At });
        assessment.HasIndex(a => a.CaseFile);
    }
}
