using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Places.Pages;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places;

/// <summary>What stands above every page of a file while a place is held for an answer, or could start and the victim's worker is not named.</summary>
public static class PlaceAlerts
{
    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var (db, file) = (here.Db, key.File);
        var turns = await db.PlaceRequests.AsNoTracking().Where(r => r.CaseFile == file).Join(db.PlaceTurns.AsNoTracking(), r => r.Id, t => t.Request, (r, t) => t)
            .Where(t => t.State == TurnState.Offered || (t.State == TurnState.Accepted && t.LinkedWorker == null)).ToListAsync(ct);
        return [.. turns.Select(turn => new FileAlert(turn.State == TurnState.Offered ? $"A shared place is held for an answer until {Spoken.Moment(turn.HeldUntil!.Value)}." : LinkedWorkerRule.Needed,
            FilePlaceModel.Url(here.Address, file)))];
    }
}
