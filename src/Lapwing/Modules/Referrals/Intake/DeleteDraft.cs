using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Deletes an unfinished referral that nobody touched any more, with its key. One that was touched meanwhile is looked at again later.</summary>
public sealed class DeleteDraft(Partnerships partnerships, TimeProvider time) : IJob
{
    public static QueuedJob For(IntakeDraft draft, Act act) =>
        QueuedJob.Ask(nameof(DeleteDraft), draft.Id.Value, act.Who.Member.Value, act.At, draft.ExpiresAt);

    public async Task<string> RunAsync(string partnership, Guid about, Func<int, string, Task> report, CancellationToken ct)
    {
        var now = Storage.Whole(time.GetUtcNow().UtcDateTime);
        await using var db = await partnerships.OpenAsync(partnership, Viewer.System("deleting old drafts", now), ct);
        if (await db.IntakeDrafts.SingleOrDefaultAsync(d => d.Id == new Id<IntakeDraft>(about), ct) is not { } draft)
            return "It was already deleted.";
        var act = new Act(db.Viewer, now, "draft.delete", "An unfinished referral reached its end");
        if (draft.ExpiresAt > now)
            db.Jobs.Add(For(draft, act));
        else
            db.IntakeDrafts.Remove(draft);
        await db.SaveAsync(act, ct);
        return draft.ExpiresAt > now ? "It is still in use." : "Deleted.";
    }
}
