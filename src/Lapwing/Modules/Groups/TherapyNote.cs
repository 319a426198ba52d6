using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>What a therapist writes down of one child's therapy. Sealed from the main file: only teams on the list of "Health and therapy" read it. Signed at once, never changed.</summary>
public sealed class TherapyNote : ISealedRecord
{
    private TherapyNote() { }

    public const int WordsLimit = 20_000;

    public Id<TherapyNote> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<GroupPlace> Place { get; private set; }
    public Seal Seal => Seal.Health;
    public DateOnly On { get; private set; }
    public Protected Words { get; private set; } = null!;
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    public static TherapyNote Sign(Act act, FileKey key, GroupPlace place, GroupProgramme programme, DateOnly on, string words)
    {
        programme.MustBeOf(act.Who);
        if (programme.Tier != GroupTier.Therapeutic)
            throw new RuleBroken("no-therapy", "Therapy notes belong to the therapeutic tier. Write an ordinary note of the file.");
        return new() { Id = Id<TherapyNote>.New(), CaseFile = place.CaseFile, Place = place.Id, On = on, Words = key.Seal(words.Trim()), At = act.At, By = act.Who.Member };
    }
}

internal sealed class TherapyNoteMapping : IEntityTypeConfiguration<TherapyNote>
{
    public void Configure(EntityTypeBuilder<TherapyNote> note)
    {
        note.Ignore(n => n.Seal);
        note.HasIndex(n => new { n.Place, n.At });
        note.HasIndex(n => n.CaseFile);
    }
}
