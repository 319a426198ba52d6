using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.Referrals.Handovers.Between;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>
/// Delivers one letter of the outbox: into the other partnership's inbox where it is of this installation, over a sealed and signed connection where it is not.
/// The receiver takes it in a transaction of its own and keeps the receipt, so it does not matter at which step this stops, how often it begins again or how many
/// workers do it: the letter is taken once, and whoever asks again gets the first receipt.
/// </summary>
public sealed class DeliverHandover(Partnerships partnerships, TimeProvider time, HandoverPost post, ILogger<DeliverHandover> log) : IJob
{
    internal static QueuedJob For(HandoverMessage message, Act act, DateTime? after = null) => QueuedJob.Ask(nameof(DeliverHandover), message.Id.Value, act.Who.Member.Value, act.At, after);

    private const int Attempts = 5;

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DeliverAsync(partnership, about, ct);
            }
            // Another worker came to the same end first, or the sender took it back meanwhile: looked at again, as it stands now.
            catch (RuleBroken broken) when (broken.Code == PartnershipDb.ChangedMeanwhile && attempt < Attempts)
            {
            }
        }
    }

    private async Task<string> DeliverAsync(string partnership, Guid about, CancellationToken ct)
    {
        await using var db = await new Inbox(partnerships, time).OpenAsync(partnership, ct);
        var act = new Act(db.Viewer, db.Viewer.Now, "handover.deliver", "delivering a letter to a partner");
        if (await db.HandoverMessages.SingleOrDefaultAsync(m => m.Id == new Id<HandoverMessage>(about), ct) is not { State: MessageState.Waiting } message)
            return "It was dealt with already.";
        var partner = await PartnerAsync(db, message.Partner, ct);
        // The package and its recall are the sender's: its handover changes with them.
        var handover = message.Kind == LetterKind.Status ? null : await db.Handovers.SingleAsync(h => h.CaseFile == message.CaseFile && h.Package == message.Package, ct);
        if (WhyGiveUp(message, handover, partner, act.At) is { } why)
        {
            message.GiveUp(act, why);
            if (message.Kind == LetterKind.Package)
                handover!.NotDelivered(act, why);
            await db.SaveAsync(act, ct);
            return "It cannot be delivered any more.";
        }
        var letter = message.Read(await db.KeyOfAsync(message.CaseFile, ct), partnership, partner!.Address);
        var answer = await CarryAsync(partner, letter, ct);
        if (answer.Receipt is not { } receipt)
        {
            db.Jobs.Add(For(message, act, message.TryAgain(act, answer.Problem)));
            await db.SaveAsync(act, ct);
            return "It is not delivered yet and is tried again.";
        }
        message.Answer(act, receipt);
        if (message.Kind == LetterKind.Recall)
            handover!.RecallAnswered(act, receipt.Taken, receipt.Reason, receipt.At);
        else if (message.Kind == LetterKind.Package && receipt.Taken)
            handover!.Delivered(act, receipt.At);
        else if (message.Kind == LetterKind.Package)
            handover!.NotDelivered(act, receipt.Reason);
        await db.SaveAsync(act, ct);
        return receipt.Taken ? "Delivered." : "It was refused.";
    }

    private async Task<Answered> CarryAsync(Partner partner, Letter letter, CancellationToken ct)
    {
        try
        {
            return partner.IsHere ? (await new Inbox(partnerships, time).TakeAsync(letter, null, null, ct)).Answer : await post.SendAsync(partner, letter, ct);
        }
        // Whatever is wrong over there, the letter waits here and is tried again: only its own time ends it.
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(fault, "A letter to a partner could not be delivered and is tried again");
            return Answered.NotYet(HandoverProblem.Unreached);
        }
    }

    private static string? WhyGiveUp(HandoverMessage message, Handover? handover, Partner? partner, DateTime now) =>
        partner is null ? HandoverProblem.PartnerEnded
        : message.Kind == LetterKind.Package && handover!.Until <= now ? HandoverProblem.Expired
        : now - message.At > HandoverMessage.Longest ? HandoverProblem.Unreached : null;

    /// <summary>The partner as it is confirmed now: with new keys it has a new row of the same number.</summary>
    private static async Task<Partner?> PartnerAsync(PartnershipDb db, Id<Partner> id, CancellationToken ct)
    {
        var number = await db.Partners.Where(p => p.Id == id).Select(p => p.Number).SingleAsync(ct);
        return await db.Partners.AsNoTracking().Where(p => p.Number == number && p.State == PartnerState.Confirmed).OrderByDescending(p => p.DecidedAt).FirstOrDefaultAsync(ct);
    }
}
