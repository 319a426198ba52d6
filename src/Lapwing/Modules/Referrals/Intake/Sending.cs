using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Turns a finished draft into a referral: everything of it, with its audit, in one transaction or not at all.
/// One draft makes one referral, however often and from however many places it is sent.</summary>
public sealed class Sending(Here here, Partnerships partnerships)
{
    private const int Attempts = 5;

    public async Task SendAsync(PartnershipDb db, IntakeDraft draft, IntakeAnswers answers, CancellationToken ct)
    {
        var desk = await FrontDesk.ReadAsync(db, ct);
        var sender = await SenderAsync(db, draft, ct);
        var (subjectKey, harmKey) = desk.PeopleOf(answers);
        for (var attempt = 1; ; attempt++)
        {
            // A reference that somebody has already is refused by the database; only then is it worth to look for one that is free.
            var reference = attempt == 1 ? Reference.New() : await FreeAsync(ct);
            var isRepeat = await IsRepeatAsync(db, subjectKey, harmKey, desk.Settings.RepeatMonths, ct);
            var act = here.Act("referral.receive", "A referral arrives at the front door");
            var received = desk.Receive(act, answers, sender, reference, isRepeat);
            var batch = db.NewBatch();
            batch.AddRange(received.Entities);
            draft.Send(act, db.Session.Keys, new(received.Referral.Reference, received.Code.Reveal(), received.Referral.IsForChildrensSafeguarding));
            db.Jobs.Add(DeleteDraft.For(draft, act));
            try
            {
                await db.SaveAsync(act, batch, ct);
                return;
            }
            // Sent from two places at once, or the reference is somebody's: look again.
            catch (Exception fault) when (attempt < Attempts && fault is DbUpdateException or RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
            {
                db.ChangeTracker.Clear();
                draft = await db.IntakeDrafts.SingleAsync(d => d.Id == draft.Id, ct);
                if (draft.IsSent)
                    return;
            }
        }
    }

    /// <summary>What must be known of all referrals: a reference that is free, and whether this is a repeat. Nothing else leaves.</summary>
    internal async Task<(Reference Reference, bool IsRepeat)> LookAsync(PartnershipDb db, long? subjectKey, long? harmKey, int months, CancellationToken ct) =>
        (await FreeAsync(ct), await IsRepeatAsync(db, subjectKey, harmKey, months, ct));

    /// <summary>A reference that no referral has, whoever may know it.</summary>
    private async Task<Reference> FreeAsync(CancellationToken ct)
    {
        await using var all = await partnerships.OpenAsync(here.Address, Unrestricted, ct);
        while (true)
        {
            var reference = Reference.New();
            var text = reference.ToString();
            if (!await all.Referrals.AnyAsync(r => r.Reference == text, ct))
                return reference;
        }
    }

    /// <summary>Whether this is a repeat, of all referrals there are. Nothing but yes or no leaves.</summary>
    private async Task<bool> IsRepeatAsync(PartnershipDb db, long? subjectKey, long? harmKey, int months, CancellationToken ct) =>
        subjectKey is { } subject && harmKey is { } harm && await db.WereReferredAsync(Unrestricted, subject, harm, RepeatRule.Since(here.Viewer.Now, months), here.Viewer.Now, ct);

    private Viewer Unrestricted => NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.DuplicateCheck);

    private async Task<Sender> SenderAsync(PartnershipDb db, IntakeDraft draft, CancellationToken ct)
    {
        if (draft.WayIn == WayIn.Survivor)
            return new(ReferralSource.Self, Draft: draft.Id);
        if ((draft.WayIn == WayIn.Member ? here.Viewer.Agency : draft.Agency) is not { } id)
            return new(ReferralSource.Other, null, draft.WayIn == WayIn.Member ? here.Viewer.Teams : [], draft.Id);
        var agency = await db.KeptAsync((typeof(Sending), id), async () => new Agent(
            await db.Agencies.AsNoTracking().Where(a => a.Id == id).Select(a => (AgencyKind?)a.Kind).SingleOrDefaultAsync(ct),
            await db.Teams.AsNoTracking().Where(t => t.Agency == id && t.IsActive).Select(t => t.Id).ToListAsync(ct)), ct);
        return new(agency.Kind is { } known ? Sender.SourceOf(known) : ReferralSource.Other, id, draft.WayIn == WayIn.Member ? here.Viewer.Teams : agency.Teams, draft.Id);
    }

    /// <summary>What is asked of the sending agency.</summary>
    private sealed record Agent(AgencyKind? Kind, IReadOnlyList<Id<Team>> Teams);
}
