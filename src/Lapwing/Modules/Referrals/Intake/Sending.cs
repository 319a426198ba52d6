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
            var (reference, isRepeat) = await LookAsync(subjectKey, harmKey, desk.Settings.RepeatMonths, ct);
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
            // Sent from two places at once, or the reference was taken in this very moment: look again.
            catch (Exception fault) when (attempt < Attempts && fault is DbUpdateException or RuleBroken { Code: PartnershipDb.ChangedMeanwhile })
            {
                db.ChangeTracker.Clear();
                draft = await db.IntakeDrafts.SingleAsync(d => d.Id == draft.Id, ct);
                if (draft.IsSent)
                    return;
            }
        }
    }

    /// <summary>What must be known of all referrals: that a reference is free, and whether this is a repeat. Nothing else leaves.</summary>
    internal async Task<(Reference Reference, bool IsRepeat)> LookAsync(long? subjectKey, long? harmKey, int months, CancellationToken ct)
    {
        await using var all = await partnerships.OpenAsync(here.Address, NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.DuplicateCheck), ct);
        Reference reference;
        string text;
        do
        {
            reference = Reference.New();
            text = reference.ToString();
        }
        while (await all.Referrals.AnyAsync(r => r.Reference == text, ct));
        return (reference, await RepeatRule.HoldsAsync(all, subjectKey, harmKey, here.Viewer.Now, months, ct));
    }

    private async Task<Sender> SenderAsync(PartnershipDb db, IntakeDraft draft, CancellationToken ct)
    {
        if (draft.WayIn == WayIn.Survivor)
            return new(ReferralSource.Self, Draft: draft.Id);
        var id = draft.WayIn == WayIn.Member ? here.Viewer.Agency : draft.Agency;
        var kind = await db.Agencies.AsNoTracking().Where(a => a.Id == id).Select(a => (AgencyKind?)a.Kind).SingleOrDefaultAsync(ct);
        var teams = draft.WayIn == WayIn.Member ? here.Viewer.Teams
            : await db.Teams.AsNoTracking().Where(t => t.Agency == id && t.IsActive).Select(t => t.Id).ToListAsync(ct);
        return new(kind is { } known ? Sender.SourceOf(known) : ReferralSource.Other, id, teams, draft.Id);
    }
}
