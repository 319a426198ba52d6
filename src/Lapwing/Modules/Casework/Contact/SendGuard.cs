using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>What somebody wants to do: through which channel, when, and to which of the file's own methods or addresses.</summary>
/// <param name="Stated">What the referral said of all ways, for a contact that names no destination.</param>
public sealed record Wanted(ContactChannel Channel, DateTime At, Id<ContactMethod>? Method = null, Id<Whereabouts>? Place = null, SafeContact? Stated = null, DateTime? StatedAt = null);

/// <summary>One way to reach the person and what the guard says of it now.</summary>
public sealed record Way(ContactChannel Channel, Id<ContactMethod>? Method, string? Hint, Verdict Verdict)
{
    internal WeeklyHours? Times { get; init; }

    /// <summary>From when it is safe, where only the hour stands against it.</summary>
    internal DateTime? NextAt(DateTime utc) => Verdict.MayGo ? utc : Verdict.IsOnlyTheHour ? Times?.Next(utc) : null;
}

/// <summary>
/// The one door through which anything goes out: a call that is logged, a voicemail, a text, an e-mail, a calendar entry, a letter, a visit. Every page and every job asks here;
/// an architecture test finds whoever sends another way. It looks past the circles, and so is one of the few callers that may; nothing of another file leaves it but yes or no.
/// </summary>
public sealed class SendGuard(Partnerships partnerships, PartnershipDb db)
{
    private static readonly ContactChannel[] Said =
        [ContactChannel.Telephone, ContactChannel.Voicemail, ContactChannel.Text, ContactChannel.Email, ContactChannel.Letter, ContactChannel.ThroughReferrer, ContactChannel.InPerson, ContactChannel.Visit];

    /// <summary>What the guard says of one thing that would be sent.</summary>
    public async Task<Verdict> DecideAsync(Id<CaseFile> file, Wanted wanted, CancellationToken ct) => Decide(await KnowAsync(file, ct), wanted, needsDestination: true);

    /// <summary>Every way through which the person can be reached with what the guard says of it at an instant.</summary>
    public async Task<IReadOnlyList<Way>> WaysAsync(Id<CaseFile> file, DateTime at, SafeContact? stated, DateTime? statedAt, CancellationToken ct) => Ways(await KnowAsync(file, ct), at, stated, statedAt);

    /// <summary>Logs a contact that was made or tried. The caller saves.</summary>
    /// <exception cref="RuleBroken">It was not safe: the refusal is in the file's log, and the message says why and what is safe.</exception>
    public async Task LogAsync(Act act, FileKey key, Wanted wanted, Id<SupportEpisode>? episode, ContactResult result, string? note, CancellationToken ct)
    {
        var known = await KnowAsync(key.File, ct);
        var verdict = Decide(known, wanted, needsDestination: false);
        if (!verdict.MayGo)
            await RefuseAsync(act, known, wanted, verdict, ct);
        db.ContactEntries.Add(ContactEntry.Log(act, key, episode, wanted.Channel, result, wanted.At, note, wanted.Method));
    }

    /// <summary>Asks for a message to be sent, in the caller's transaction. It is decided again at the moment of sending.</summary>
    /// <param name="form">The same form sent twice sends once.</param>
    /// <exception cref="RuleBroken">It is not safe now.</exception>
    public async Task QueueAsync(Act act, Id<CaseFile> file, Wanted wanted, Guid form, DateTime? appointment, CancellationToken ct)
    {
        if (await db.Dispatches.AnyAsync(d => d.Key == form, ct))
            return;
        var known = await KnowAsync(file, ct);
        var verdict = Decide(known, wanted, needsDestination: true);
        if (verdict.MayGo && appointment is { } hour)
            verdict = Decide(known, wanted with { At = hour }, needsDestination: true); // it shows itself again at its hour
        if (!verdict.MayGo)
            await RefuseAsync(act, known, wanted, verdict, ct);
        var dispatch = Dispatch.Queue(act, file, verdict, wanted.Method!.Value, form, appointment);
        db.Dispatches.Add(dispatch);
        db.Jobs.Add(Out.SendDispatch.For(dispatch, act));
    }

    /// <summary>Keeps a letter to be printed. Its text is looked through for what must not be in it.</summary>
    /// <exception cref="RuleBroken">The address is not safe, or the letter would tell somebody where another person is.</exception>
    public async Task WriteAsync(Act act, FileKey key, Wanted wanted, string words, Guid form, CancellationToken ct)
    {
        if (await db.Dispatches.AnyAsync(d => d.Key == form, ct))
            return;
        var known = await KnowAsync(key.File, ct);
        var verdict = Decide(known, wanted, needsDestination: true);
        if (!verdict.MayGo)
            await RefuseAsync(act, known, wanted, verdict, ct);
        await MustHoldNothingProtectedAsync(act, known, wanted, words, ct);
        db.Dispatches.Add(Dispatch.Write(act, key, verdict, wanted.Place!.Value, form, words));
    }

    /// <summary>A letter to print, decided again at this moment. The caller saves and gives the file.</summary>
    /// <exception cref="RuleBroken">It is not safe any more, or was taken already.</exception>
    public async Task<byte[]> PrintAsync(Act act, FileKey key, Id<Dispatch> letter, Out.LetterHead head, CancellationToken ct)
    {
        var dispatch = await db.Dispatches.SingleOrDefaultAsync(d => d.Id == letter && d.CaseFile == key.File && d.Channel == ContactChannel.Letter, ct)
            ?? throw new RuleBroken("no-letter", "There is no such letter.");
        var place = await db.Whereabouts.AsNoTracking().SingleOrDefaultAsync(w => w.Id == dispatch.Place, ct)
            ?? throw new RuleBroken("sealed", "Your team may not open this address, so it cannot print the letter.");
        var (known, words) = (await KnowAsync(key.File, ct), key.Reveal(dispatch.Words!));
        var wanted = new Wanted(ContactChannel.Letter, act.At, Place: place.Id);
        var verdict = Decide(known, wanted, needsDestination: true);
        if (!verdict.MayGo)
            await RefuseAsync(act, known, wanted, verdict, ct);
        await MustHoldNothingProtectedAsync(act, known, wanted, words, ct);
        dispatch.Become(act, DispatchState.Taken);
        return Out.LetterDocx.Write(verdict, head, key.Reveal(place.Address), words, LondonTime.DateOf(act.At));
    }

    /// <summary>Contact that was not safe and really happened. The caller saves; managers see it at once.</summary>
    public void Report(Act act, FileKey key, ContactChannel channel, DateTime at, string what) => db.UnsafeContacts.Add(UnsafeContact.Report(act, key, channel, at, what));

    /// <summary>Marks a number or address unsafe for everybody who shares it, in whichever file: contact points are shared, whoever knows it.</summary>
    /// <returns>Whether somebody else was reached by it too.</returns>
    public async Task<bool> MarkUnsafeAsync(Act act, Id<ContactMethod> method, CancellationToken ct)
    {
        if (!await db.ContactMethods.AnyAsync(m => m.Id == method, ct))
            throw new RuleBroken("not-yours", "You may not change this.");
        await using var all = await OpenAsync(ct);
        var mine = await all.ContactMethods.SingleAsync(m => m.Id == method, ct);
        var same = await all.ContactMethods.Where(m => m.ValueKey == mine.ValueKey && m.EndedAt == null && (m.Id == method || m.IsSafe != false)).ToListAsync(ct);
        var keys = await all.KeysOfAsync(same.Select(m => m.CaseFile), ct);
        foreach (var one in same.Where(m => keys.ContainsKey(m.CaseFile)))
            one.MarkUnsafe(act, keys[one.CaseFile], byAnother: one.Id != method && one.CaseFile != mine.CaseFile);
        await all.SaveAsync(act with { Who = all.Viewer }, ct);
        return same.Exists(m => m.CaseFile != mine.CaseFile);
    }

    /// <summary>The channels that are safe at an instant, in words.</summary>
    public static string SafeAt(IReadOnlyList<Way> ways, DateTime utc, string when)
    {
        var safe = ways.Where(w => w.Verdict.MayGo).GroupBy(w => w.Channel).Select(g => g.Key.Title().ToLowerInvariant() +
            (g.Select(w => w.Hint).OfType<string>().ToList() is { Count: > 0 } hints ? $" ({string.Join(", ", hints)})" : "")).ToList();
        var ring = ways.Where(w => w.Channel == ContactChannel.Telephone).Select(w => w.NextAt(utc)).OfType<DateTime>().Order().FirstOrDefault();
        return $"Safe {when}: {(safe.Count == 0 ? "nothing" : string.Join(", ", safe))}.{(ring > utc ? $" It is safe to ring from {Spoken.Moment(ring)}." : "")}";
    }

    internal static Verdict Decide(Knowledge known, Wanted wanted, bool needsDestination)
    {
        var method = wanted.Method is null ? null : known.Method(wanted.Method) ?? throw new RuleBroken("not-here", "This number or address is not in this file.");
        var place = wanted.Place is not null ? known.Place(wanted.Place) ?? throw new RuleBroken("not-here", "This address is not in this file.")
            : !needsDestination && wanted.Channel is ContactChannel.Letter or ContactChannel.Visit ? known.Home : null;
        return Verdict.Of(new(wanted.Channel, wanted.At, needsDestination), known.Of(method, place, wanted.Stated, wanted.StatedAt, wanted.At));
    }

    internal async Task<Knowledge> KnowAsync(Id<CaseFile> file, CancellationToken ct)
    {
        await using var all = await OpenAsync(ct);
        await all.WriteReadAsync(new(all.Viewer, db.Viewer.Now, "send-guard", "deciding what may go out"), file, null, "send-guard", ct);
        return await Knowledge.GatherAsync(all, file, ct);
    }

    private static IReadOnlyList<Way> Ways(Knowledge known, DateTime at, SafeContact? stated, DateTime? statedAt)
    {
        var ways = new List<Way>();
        foreach (var channel in Said)
        {
            var methods = GuardRules.KindOf(channel) is { } kind ? known.InUse(kind).ToList() : [];
            if (methods.Count == 0)
                ways.Add(new(channel, null, null, Decide(known, new(channel, at, Stated: stated, StatedAt: statedAt), needsDestination: false)));
            else
                ways.AddRange(methods.Select(m => new Way(channel, m.Id, m.Hint(known.Key), Decide(known, new(channel, at, m.Id), needsDestination: false)) { Times = m.SafetyOf(known.Key).Times }));
        }
        return [.. ways.Select(w => w.Method is null ? w with { Times = stated?.SafeTimes } : w)];
    }

    /// <summary>Writes down that it was refused and says why, and what is safe instead.</summary>
    private async Task RefuseAsync(Act act, Knowledge known, Wanted wanted, Verdict verdict, CancellationToken ct)
    {
        db.Dispatches.Add(Dispatch.Refuse(act, known.File, wanted.Channel, verdict.Codes, wanted.Method, wanted.Place));
        await db.SaveAsync(act, ct);
        throw new RuleBroken("unsafe-contact", $"{wanted.Channel.Title()} was not a safe way at {Spoken.Moment(wanted.At)}. {SafeAt(Ways(known, wanted.At, wanted.Stated, wanted.StatedAt), wanted.At, "at that time")} "
            + $"{verdict.Why} If it has already happened, report it as unsafe contact: the person may be in danger.");
    }

    /// <summary>No letter tells where anybody is or how to reach them, but for the address that it goes to (Charnwood; University Hospitals Dorset).</summary>
    private async Task MustHoldNothingProtectedAsync(Act act, Knowledge known, Wanted wanted, string words, CancellationToken ct)
    {
        await using var all = await OpenAsync(ct);
        var found = await ProtectedWords.FindAsync(all, known.File, wanted.Place, words, ct);
        if (found.Count == 0)
            return;
        db.Dispatches.Add(Dispatch.Refuse(act, known.File, wanted.Channel, "protected-words", null, wanted.Place));
        await db.SaveAsync(act, ct);
        throw new RuleBroken("protected-words", $"The letter holds {string.Join(" and ", found)} of somebody in this matter. Take it out: a letter holds no address, telephone, e-mail or code phrase but the address that it goes to.");
    }

    private Task<PartnershipDb> OpenAsync(CancellationToken ct) =>
        partnerships.OpenAsync(db.Session.Address, db.Viewer.SeesAll ? db.Viewer : NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.SendGuard), ct);
}
