using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Web;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Opens a new draft for whoever begins, with the job that will delete it.</summary>
public sealed class Starting(Here here, PartnershipDb db)
{
    /// <returns>The new draft; its first question is <see cref="FirstStep"/>.</returns>
    public async Task<IntakeDraft> StartAsync(WayIn wayIn, Id<Agency>? agency, HttpContext http, CancellationToken ct)
    {
        await FrontDesk.ReadAsync(db, ct); // nobody writes a referral that nobody would read
        var days = (await IntakeSettings.ReadAsync(db, ct)).DraftDays;
        var act = here.Act("draft.start", "A referral is begun");
        var draft = IntakeDraft.Start(act, db.Session.Keys, wayIn, agency, wayIn == WayIn.Member ? null : DraftSecret.OfOrNew(http), new(), days);
        db.IntakeDrafts.Add(draft);
        db.Jobs.Add(DeleteDraft.For(draft, act));
        await db.SaveAsync(act, ct);
        return draft;
    }

    public static string FirstStep => Journey.All()[0].Code;
}
