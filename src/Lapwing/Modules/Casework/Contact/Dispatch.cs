using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Contact;

/// <summary><c>Sending</c>: handed to the carrier, who has not answered yet. <c>Unsure</c>: the carrier never answered, so it may have gone and is not sent again.
/// <c>Ready</c>: a letter to be printed; <c>Taken</c>: it was.</summary>
public enum DispatchState { Waiting, Sending, Sent, Refused, Failed, Unsure, Ready, Taken }

/// <summary>Something that was to go out: what came of it, and of what was refused why. Its words are sealed; where it went is a reference to the file's own method or sealed address.</summary>
public sealed class Dispatch : ICaseRecord
{
    private Dispatch() { }

    public const int LetterLimit = 10_000, CodesLimit = 400;

    public Id<Dispatch> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public ContactChannel Channel { get; private set; }
    public Id<ContactMethod>? Method { get; private set; }
    public Id<Whereabouts>? Place { get; private set; }
    public DispatchState State { get; private set; }
    public DateTime AskedAt { get; private set; }
    public Id<Member> By { get; private set; }

    /// <summary>When it went, was refused or failed.</summary>
    public DateTime? At { get; private set; }

    /// <summary>The rules that refused it, by their codes.</summary>
    public string Codes { get; private set; } = "";

    /// <summary>A letter's text; messages have none of their own.</summary>
    public Protected? Words { get; private set; }

    /// <summary>When the calendar entry is.</summary>
    public DateTime? Appointment { get; private set; }

    /// <summary>From the form: the same form sent twice is one dispatch.</summary>
    public Guid Key { get; private set; }
    public int Version { get; private set; }

    internal static Dispatch Queue(Act act, Id<CaseFile> file, Verdict verdict, Id<ContactMethod> method, Guid key, DateTime? appointment)
    {
        verdict.MustGo();
        return new()
        {
            Id = Id<Dispatch>.New(), CaseFile = file, Channel = verdict.Going.Channel, Method = method, State = DispatchState.Waiting, AskedAt = act.At, By = act.Who.Member,
            Key = key, Appointment = appointment,
        };
    }

    internal static Dispatch Write(Act act, FileKey file, Verdict verdict, Id<Whereabouts> place, Guid key, string words)
    {
        verdict.MustGo();
        return new()
        {
            Id = Id<Dispatch>.New(), CaseFile = file.File, Channel = ContactChannel.Letter, Place = place, State = DispatchState.Ready, AskedAt = act.At, By = act.Who.Member,
            Key = key, Words = file.Seal(words),
        };
    }

    /// <summary>What somebody tried and may not do.</summary>
    internal static Dispatch Refuse(Act act, Id<CaseFile> file, ContactChannel channel, string codes, Id<ContactMethod>? method, Id<Whereabouts>? place)
    {
        var id = Id<Dispatch>.New();
        return new()
        {
            Id = id, CaseFile = file, Channel = channel, Method = method, Place = place, State = DispatchState.Refused, AskedAt = act.At, At = act.At, By = act.Who.Member,
            Key = id.Value, Codes = codes,
        };
    }

    internal void Hand() => State = DispatchState.Sending;

    internal void Become(Act act, DispatchState state, string codes = "") => (State, At, Codes) = (state, act.At, codes);

    /// <summary>The carrier could not be reached: nothing has gone, and it is tried again.</summary>
    internal void WaitAgain() => State = DispatchState.Waiting;
}

internal sealed class DispatchMapping : IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Dispatch> dispatch)
    {
        dispatch.Property(d => d.Codes).HasMaxLength(Dispatch.CodesLimit);
        dispatch.HasIndex(d => d.Key).IsUnique();
        dispatch.HasIndex(d => new { d.CaseFile, d.AskedAt });
    }
}
