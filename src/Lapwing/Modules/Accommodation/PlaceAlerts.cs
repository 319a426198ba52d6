using Lapwing.Access;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accommodation;

/// <summary>What stands above every page of a file while a place is kept for the household: an hour that nobody may miss.</summary>
public static class PlaceAlerts
{
    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var looking = await here.Db.SafeRequests.AsNoTracking().Where(r => r.CaseFile == key.File && r.State == RequestState.Looking).Select(r => r.Id).ToListAsync(ct);
        if (looking.Count == 0)
            return [];
        var asked = looking.ConvertAll(r => (Guid?)r.Value);
        var running = await here.Db.UnitClaims.AsNoTracking().Where(c => asked.Contains(c.TakenFor)).Join(here.Db.SafeUnits, c => c.Unit, u => u.Id, (c, u) => new { Claim = c, u.CodeName }).ToListAsync(ct);
        return [.. running.Where(r => !r.Claim.IsOver(here.Viewer.Now)).Select(r => new FileAlert(r.Claim.State switch
        {
            ClaimState.Offered => $"{r.CodeName} offers a place. Accept or decline it by {Spoken.Moment(r.Claim.HeldUntil)}.",
            ClaimState.Accepted => $"A place at {r.CodeName} is accepted. Record when they move in.",
            _ => $"A place at {r.CodeName} is held until {Spoken.Moment(r.Claim.HeldUntil)}.",
        }, SafetyModel.Url(here.Address, key.File)))];
    }
}
