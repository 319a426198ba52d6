using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>A note that is being typed, kept on the server every few seconds: a timeout, a crash or a lost connection takes nothing.
/// It belongs to its author; nobody else sees it. It is no record until it is signed, so it has no entry of its own in the trail.</summary>
public sealed class NoteDraft : ICaseRecord
{
    private NoteDraft() { }

    /// <summary>More than anybody types by hand into the whole form.</summary>
    public const int WordsLimit = 100_000;

    public Id<NoteDraft> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Member> By { get; private set; }
    public Id<Note>? Corrects { get; private set; }

    /// <summary>The form as JSON under seal; gone when it was signed.</summary>
    public Protected? Typed { get; private set; }
    public DateTime SavedAt { get; private set; }
    public Id<Note>? SignedAs { get; private set; }
    public int Version { get; private set; }

    public static NoteDraft Start(Act act, FileKey key, Id<NoteDraft> id, Id<Note>? corrects, NoteTyped typed) => new()
    {
        Id = id, CaseFile = key.File, By = act.Who.Member, Corrects = corrects, Typed = Seal(key, typed), SavedAt = act.At, Version = 1,
    };

    public void Keep(Act act, FileKey key, NoteTyped typed)
    {
        if (SignedAs is not null)
            throw new RuleBroken("note-signed", "This note was signed. Write a new one to correct it.");
        (Typed, SavedAt, Version) = (Seal(key, typed), act.At, Version + 1);
    }

    public void Sign(Act act, Note note) => (Typed, SavedAt, SignedAs, Version) = (null, act.At, note.Id, Version + 1);

    public NoteTyped Open(FileKey key) => Typed is null ? new() : JsonSerializer.Deserialize<NoteTyped>(key.Reveal(Typed)) ?? new();

    private static Protected Seal(FileKey key, NoteTyped typed) => key.Seal(JsonSerializer.Serialize(typed));
}
