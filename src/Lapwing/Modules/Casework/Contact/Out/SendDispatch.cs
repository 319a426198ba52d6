using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.People;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Out;

/// <summary>
/// Sends one message, after the guard has decided again: since it was asked for, an hour may have become unsafe, or somebody may have moved. At an unsafe hour it waits for the next safe one.
/// It is written down before it is handed over, so that it is sent once: what was handed over and never answered is not sent again, and the file says so.
/// </summary>
public sealed class SendDispatch(Partnerships partnerships, TimeProvider time, Outbound outbound) : IJob
{
    /// <summary>What could not go for so long is not news any more.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    internal static QueuedJob For(Dispatch dispatch, Act act, DateTime? after = null) => QueuedJob.Ask(nameof(SendDispatch), dispatch.Id.Value, act.Who.Member.Value, act.At, after);

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        var viewer = NeedToKnow.Unrestricted(Viewer.System("sending messages", now), UnrestrictedReason.SendGuard);
        await using var db = await partnerships.OpenAsync(partnership, viewer, ct);
        var act = new Act(viewer, now, "message.send", "sending what was asked for");
        if (await db.Dispatches.SingleOrDefaultAsync(d => d.Id == new Id<Dispatch>(about), ct) is not { } dispatch)
            return "It is not there any more.";
        if (dispatch.State == DispatchState.Sending)
        {
            dispatch.Become(act, DispatchState.Unsure);
            await db.SaveAsync(act, ct);
            return "It was handed over and never answered. It is not sent again.";
        }
        if (dispatch.State != DispatchState.Waiting)
            return "It was dealt with already.";

        var known = await new SendGuard(partnerships, db).KnowAsync(dispatch.CaseFile, ct);
        var verdict = SendGuard.Decide(known, new(dispatch.Channel, now, dispatch.Method), needsDestination: true);
        if (verdict.MayGo && dispatch.Appointment is { } hour && SendGuard.Decide(known, new(dispatch.Channel, hour, dispatch.Method), needsDestination: true) is { MayGo: false } entry)
            verdict = entry;
        var method = known.Method(dispatch.Method)!;
        if (verdict.IsOnlyTheHour && verdict.Going.At == now && method.SafetyOf(known.Key).Times?.Next(now) is { } next && next - dispatch.AskedAt < Longest)
        {
            db.Jobs.Add(For(dispatch, act, next));
            await db.SaveAsync(act, ct);
            return "It waits for a safe hour.";
        }
        var settings = await ContactSettings.ReadAsync(db, ct);
        var refusal = !verdict.MayGo ? verdict.Codes : now - dispatch.AskedAt > Longest ? "too-late" : settings.NotReady(dispatch.Channel, outbound) is not null ? "not-set-up"
            : settings.Problems(await ContactSettings.NamesAsync(db, ct)).Any() ? "telling-words" : null;
        if (refusal is not null)
        {
            dispatch.Become(act, DispatchState.Refused, refusal);
            await db.SaveAsync(act, ct);
            return "It was not sent.";
        }
        dispatch.Hand();
        await db.SaveAsync(act, ct);
        return await HandOverAsync(db, act, dispatch, verdict, settings, known.Key.Reveal(method.Value), ct);
    }

    private async Task<string> HandOverAsync(PartnershipDb db, Act act, Dispatch dispatch, Verdict verdict, ContactSettings settings, string to, CancellationToken ct)
    {
        var carrier = CarriersOf(settings).First(c => c.Carries(dispatch.Channel));
        var parcel = new Parcel(dispatch.Channel == ContactChannel.Text ? SearchTerms.Phone(to) ?? to : to, settings.Subject, settings.Line, settings.Link, dispatch.Key, act.At, dispatch.Appointment, settings.AppointmentTitle);
        var carried = await carrier.CarryAsync(verdict, parcel, ct);
        if (carried == Carried.Unreached)
        {
            dispatch.WaitAgain();
            db.Jobs.Add(For(dispatch, act, act.At + Again));
            await db.SaveAsync(act, ct);
            return "The carrier could not be reached. It is tried again.";
        }
        dispatch.Become(act, carried switch { Carried.Sent => DispatchState.Sent, Carried.Refused => DispatchState.Failed, _ => DispatchState.Unsure });
        await db.SaveAsync(act, ct);
        return carried == Carried.Sent ? "Sent." : carried == Carried.Refused ? "The carrier refused it." : "The carrier did not answer. It is not sent again.";
    }

    private IEnumerable<ICarrier> CarriersOf(ContactSettings settings)
    {
        if (outbound.Smtp is { } smtp)
            yield return new SmtpCarrier(smtp, settings);
        if (outbound.Notify is { } notify)
            yield return new NotifyCarrier(notify, settings, time);
    }
}
