using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>Takes letters of partners, each exactly once, in one transaction of the receiver's own database: what it brings about, that it came, the receipt, and
/// what is told back. Whoever repeats a letter gets the first receipt. The id of an inbox entry follows from the letter, so two workers at once cannot both take it.</summary>
internal sealed class Inbox(Partnerships partnerships, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>Letters that nobody true sent are noted, but not without end: whoever floods the door does not fill the database.</summary>
    private const int MostNotesInAnHour = 200;

    /// <param name="letter">Its <see cref="Letter.To"/> is a partnership of this installation.</param>
    /// <param name="verified">The partner who proved to be the sender; nothing for a letter of this installation itself, whose sender is known by address.</param>
    /// <param name="sign">Signs the receipt where it leaves the installation.</param>
    /// <returns>The receipt that stands with its signature, or why there is none.</returns>
    public async Task<(Answered Answer, byte[]? Signature)> TakeAsync(Letter letter, Id<Partner>? verified, Func<string, byte[]>? sign, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await OpenAsync(letter.To, ct);
            var act = new Act(db.Viewer, db.Viewer.Now, "handover.receive", "A letter of a partner arrives");
            var partner = await db.Partners.AsNoTracking().Where(p => p.State == PartnerState.Confirmed && (verified == null ? p.Url == null && p.Address == letter.From : p.Id == verified))
                .OrderByDescending(p => p.DecidedAt).FirstOrDefaultAsync(ct);
            if (partner is null)
            {
                await NoteAsync(letter.To, letter.From, letter.Package, letter.Kind, letter.Number, HandoverProblem.UnknownSender, null, ct);
                return (Answered.NotYet(HandoverProblem.UnknownSender), null);
            }
            var id = InboxEntry.IdOf(partner, letter.Package, letter.Kind, letter.Number);
            if (await db.InboxEntries.SingleOrDefaultAsync(e => e.Id == id, ct) is { } before)
                return await AgainAsync(db, act, partner, letter, before, sign, ct);
            try
            {
                var receipt = await ApplyAsync(db, act, partner, letter, ct);
                var signature = sign?.Invoke(receipt.ToJson());
                db.Add(InboxEntry.Keep(act, partner, letter, receipt, signature));
                await db.SaveAsync(act, ct);
                return (Answered.With(receipt), signature);
            }
            // Somebody else took it, or moved what it is about, at the same moment: look again. A reference that is taken already is drawn anew.
            catch (Exception fault) when (attempt < Attempts && fault is DbUpdateException or RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
            {
            }
        }
    }

    /// <summary>Notes what was refused at the door, with the reason.</summary>
    public async Task NoteAsync(string receiver, string from, Guid? package, LetterKind? kind, int? number, string reason, Id<Partner>? partner, CancellationToken ct)
    {
        await using var db = await OpenAsync(receiver, ct);
        var since = db.Viewer.Now.AddHours(-1);
        if (partner is null && await db.InboxEntries.CountAsync(e => e.At > since && e.Partner == null, ct) >= MostNotesInAnHour)
            return;
        var act = new Act(db.Viewer, db.Viewer.Now, "handover.refuse", "A letter is refused at the door");
        var claimed = from.Length <= Partner.AddressLimit && from.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? from : "";
        db.Add(InboxEntry.Note(act, claimed, package, kind, number, reason, partner));
        await db.SaveAsync(act, ct);
    }

    public Task<PartnershipDb> OpenAsync(string partnership, CancellationToken ct) =>
        partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(Viewer.System("handovers", Storage.Whole(time.GetUtcNow().UtcDateTime)), UnrestrictedReason.Handover), ct);

    /// <summary>It was here before. The same letter gets the receipt that it got; another one under its number is refused.</summary>
    private static async Task<(Answered, byte[]?)> AgainAsync(PartnershipDb db, Act act, Partner partner, Letter letter, InboxEntry before, Func<string, byte[]>? sign, CancellationToken ct)
    {
        var isKeptOut = before.Receipt is null;
        var isSame = isKeptOut || before.Digest.AsSpan().SequenceEqual(letter.Digest());
        db.Add(InboxEntry.Note(act, partner.Address, letter.Package, letter.Kind, letter.Number,
            isKeptOut ? HandoverProblem.Recalled : isSame ? HandoverProblem.Repeated : HandoverProblem.Altered, partner.Id));
        await db.SaveAsync(act, ct);
        if (isSame && !isKeptOut)
            return (Answered.With(Letter.ReadJson<HandoverReceipt>(before.Receipt!)!), before.Signature);
        var refusal = HandoverReceipt.For(letter, taken: false, isKeptOut ? HandoverProblem.Recalled : HandoverProblem.Altered, before.At);
        return (Answered.With(refusal), sign?.Invoke(refusal.ToJson()));
    }

    private static Task<HandoverReceipt> ApplyAsync(PartnershipDb db, Act act, Partner partner, Letter letter, CancellationToken ct) => letter.Kind switch
    {
        LetterKind.Package => ArrivalOfPackage.TakeAsync(db, act, partner, letter, ct),
        LetterKind.Recall => RecallAsync(db, act, partner, letter, ct),
        _ => StatusAsync(db, act, partner, letter, ct),
    };

    private static async Task<HandoverReceipt> RecallAsync(PartnershipDb db, Act act, Partner partner, Letter letter, CancellationToken ct)
    {
        if (Letter.ReadJson<RecallBody>(letter.Body) is null || letter.Number != 0)
            return HandoverReceipt.For(letter, false, HandoverProblem.Unreadable, act.At);
        var rows = await RowsAsync(db, partner, ct);
        // Asked in this order: where the package's entry is there, what it brought about is there too; where it is not, the two meet at its id, and the later looks again.
        var place = InboxEntry.IdOf(partner, letter.Package, LetterKind.Package, 0);
        var cameBefore = await db.InboxEntries.AnyAsync(e => e.Id == place, ct);
        if (await db.HandoverArrivals.SingleOrDefaultAsync(a => rows.Contains(a.Partner) && a.Package == letter.Package, ct) is not { } arrival)
        {
            if (!cameBefore) // otherwise it had been refused
                db.Add(InboxEntry.KeepOut(act, partner, letter));
            return HandoverReceipt.For(letter, true, HandoverProblem.RecallFirst, act.At);
        }
        return await Closing.CloseAsync(db, act, arrival, HandoverStatus.Withdrawn, ct)
            ? HandoverReceipt.For(letter, true, HandoverProblem.None, act.At)
            : HandoverReceipt.For(letter, arrival.Outcome != HandoverStatus.Accepted, HandoverProblem.Decided, act.At);
    }

    private static async Task<HandoverReceipt> StatusAsync(PartnershipDb db, Act act, Partner partner, Letter letter, CancellationToken ct)
    {
        if (Letter.ReadJson<StatusBody>(letter.Body) is not { } said || letter.Number < 1 || said.At.Kind != DateTimeKind.Utc || said.At > act.At.AddDays(1))
            return HandoverReceipt.For(letter, false, HandoverProblem.Unreadable, act.At);
        var rows = await RowsAsync(db, partner, ct);
        if (await db.Handovers.SingleOrDefaultAsync(h => h.Package == letter.Package && rows.Contains(h.Partner), ct) is not { } handover)
            return HandoverReceipt.For(letter, false, HandoverProblem.UnknownPackage, act.At);
        var news = HandoverNews.Of(act, handover, letter.Number, said.Status, said.At);
        var isLate = handover.Hear(act, await db.HandoverNews.AsNoTracking().Where(n => n.Handover == handover.Id).ToListAsync(ct), news);
        db.Add(news);
        return HandoverReceipt.For(letter, true, isLate ? HandoverProblem.OutOfOrder : HandoverProblem.None, act.At);
    }

    /// <summary>A partner with new keys has a new row; its number stays, and with it what passed between the two.</summary>
    private static Task<List<Id<Partner>>> RowsAsync(PartnershipDb db, Partner partner, CancellationToken ct) => db.Partners.Where(p => p.Number == partner.Number).Select(p => p.Id).ToListAsync(ct);
}
