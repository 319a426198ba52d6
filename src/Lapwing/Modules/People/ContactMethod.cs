using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People;

public enum ContactKind { Telephone, Email }

public static class ContactKinds
{
    public static string Title(this ContactKind kind) => kind == ContactKind.Email ? "E-mail" : "Telephone";
}

/// <summary>A number or an e-mail address, with its own safety: safe or not or not asked, when and for what, who said so last and when. The value and the words are sealed.
/// Equal values have equal keys, so that one number that two people use is known as one without showing whose.</summary>
public sealed class ContactMethod : ICaseRecord
{
    private ContactMethod() { }

    public const int ValueLimit = 320;

    public Id<ContactMethod> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Person { get; private set; }
    public ContactKind Kind { get; private set; }
    public Protected Value { get; private set; } = null!;

    /// <summary>Keyed hash of the number or address in its canonical form.</summary>
    public long ValueKey { get; private set; }

    /// <summary>Null until somebody asked.</summary>
    public bool? IsSafe { get; private set; }

    /// <summary><see cref="MethodSafety"/>, sealed; nothing where nobody asked.</summary>
    public Protected? Safety { get; private set; }

    /// <summary>When the person, or who referred them, last said so; null where nobody did.</summary>
    public DateTime? ConfirmedAt { get; private set; }
    public Id<Member>? ConfirmedBy { get; private set; }

    /// <summary>The same number or address was marked unsafe by somebody else who shares it.</summary>
    public bool IsUnsafeByAnother { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    /// <param name="safety">What was said about it; null where nobody asked.</param>
    /// <param name="confirmedAt">When that was said; now, where it is not given.</param>
    public static ContactMethod Add(Act act, FileKey key, BlindIndex index, Id<Person> person, ContactKind kind, string value, MethodSafety? safety, DateTime? confirmedAt = null)
    {
        var method = new ContactMethod { Id = Id<ContactMethod>.New(), CaseFile = key.File, Person = person, Kind = kind };
        method.Become(key, index, value);
        if (safety is not null)
            method.Confirm(act, key, safety, confirmedAt);
        return method;
    }

    /// <summary>Corrects the number or address: what was safe with the old one says nothing about the new one.</summary>
    public void Correct(Act act, FileKey key, BlindIndex index, string value)
    {
        Become(key, index, value);
        (IsSafe, Safety, ConfirmedAt, ConfirmedBy, IsUnsafeByAnother) = (null, null, null, null, false);
    }

    /// <summary>What the person says now about this one.</summary>
    public void Confirm(Act act, FileKey key, MethodSafety safety, DateTime? at = null) =>
        (IsSafe, Safety, ConfirmedAt, ConfirmedBy, IsUnsafeByAnother) = (safety.HasAWay, key.Seal(safety.ToJson()), at ?? act.At, act.Who.Member, false);

    /// <param name="byAnother">Somebody else who uses it too said so.</param>
    public void MarkUnsafe(Act act, FileKey key, bool byAnother = false) =>
        (IsSafe, Safety, ConfirmedAt, ConfirmedBy, IsUnsafeByAnother) = (false, key.Seal(MethodSafety.Nothing.ToJson()), act.At, byAnother ? null : act.Who.Member, byAnother);

    /// <summary>It is no longer used; it stays in the file, because whoever holds it now must not be rung.</summary>
    public void End(Act act) => EndedAt = act.At;

    public MethodSafety SafetyOf(FileKey key) => key.RevealIfAny(Safety) is { } json ? MethodSafety.FromJson(json) : MethodSafety.Nothing;

    /// <summary>Enough to tell it from the others of the file, and no more.</summary>
    public string Hint(FileKey key)
    {
        var value = key.Reveal(Value);
        return Kind == ContactKind.Email ? $"{value[..1]}…@…" : $"ending {new string([.. value.Where(char.IsAsciiDigit).TakeLast(3)])}";
    }

    private void Become(FileKey key, BlindIndex index, string value) => (Value, ValueKey) = (key.Seal(value.Trim()), index.ContactKey(Kind, value));
}

internal sealed class ContactMethodMapping : IEntityTypeConfiguration<ContactMethod>
{
    public void Configure(EntityTypeBuilder<ContactMethod> method)
    {
        method.HasIndex(m => m.CaseFile);
        method.HasIndex(m => m.ValueKey);
    }
}
