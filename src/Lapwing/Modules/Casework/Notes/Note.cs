using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Notes;

public enum NoteKind { Contact, Visit, CaseDiscussion, Supervision, FromAnotherAgency }

/// <summary>A signed note. It never changes: a correction is a new note that points to it, and both stay readable.</summary>
public sealed class Note : ICaseRecord
{
    private Note() { }

    public const int WordsLimit = 20_000;
    public const int SourceLimit = 200;

    public Id<Note> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public NoteKind Kind { get; private set; }

    /// <summary>About whom of the file; null when about the whole of it.</summary>
    public Id<Person>? About { get; private set; }

    /// <summary>When it happened, which is not when it was written.</summary>
    public DateTime HappenedAt { get; private set; }
    public DateTime SignedAt { get; private set; }
    public Id<Member> By { get; private set; }

    /// <summary>It tells what somebody outside the file said, who did not agree to its being passed on: never disclosed without thought.</summary>
    public bool IsThirdParty { get; private set; }

    /// <summary>Who said so, for information from another agency or a third party.</summary>
    public Protected? Source { get; private set; }
    public Protected Words { get; private set; } = null!;

    /// <summary>The note that this one corrects.</summary>
    public Id<Note>? Corrects { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">Nothing is written, or it would have happened in the future.</exception>
    public static Note Sign(Act act, FileKey key, NoteTyped typed, DateTime happenedAt, Id<Note>? corrects)
    {
        if (string.IsNullOrWhiteSpace(typed.Words))
            throw new RuleBroken("note-empty", "Write the note before you sign it.");
        if (happenedAt > act.At)
            throw new RuleBroken("note-future", "A note tells what has happened: its date and time cannot be in the future.");
        return new()
        {
            Id = Id<Note>.New(), CaseFile = key.File, Kind = typed.Kind ?? NoteKind.Contact, About = typed.About, HappenedAt = happenedAt, SignedAt = act.At, By = act.Who.Member,
            IsThirdParty = typed.IsThirdParty, Source = key.SealIfAny(typed.Source), Words = key.Seal(typed.Words.Trim()), Corrects = corrects,
        };
    }
}

internal sealed class NoteMapping : IEntityTypeConfiguration<Note>, IEntityTypeConfiguration<NoteDraft>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.HasIndex(n => new { n.CaseFile, n.HappenedAt });
        note.HasIndex(n => new { n.CaseFile, n.SignedAt });
        note.HasIndex(n => n.Corrects);
    }

    public void Configure(EntityTypeBuilder<NoteDraft> draft)
    {
        // No entry in the trail for each few seconds of typing, so the version is counted by the draft itself.
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasIndex(d => new { d.By, d.SignedAs, d.SavedAt });
    }
}
