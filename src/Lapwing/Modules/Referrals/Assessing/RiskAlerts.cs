using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>What stands above every page of a file about its risk: criteria for MARAC that nobody has considered, flags that surface whatever the score, and an
/// assessment that is overdue while somebody still works on the file.</summary>
public static class RiskAlerts
{
    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var (db, file) = (here.Db, key.File);
        if (!await db.People.AnyAsync(p => p.CaseFile == file, ct))
            return [];
        var state = await RiskState.ReadAsync(db, file, ct);
        var url = RiskModel.Url(here.Address, file);
        var alerts = new List<FileAlert>();
        var unanswered = state.Unanswered.ToList();
        if (unanswered.Count > 0)
            alerts.Add(new($"Meets the criteria for MARAC: {string.Join("; ", unanswered.Select(g => g.Criterion.Title().ToLowerInvariant()))}. Record that it was considered.", url));
        alerts.AddRange(state.Flags.Select(f => new FileAlert(f.Text)));
        if (state.Due is { } due && due.IsOverdue(state.Today) && await IsWorkedOnAsync(db, file, ct))
            alerts.Add(new($"A risk assessment is overdue since {Spoken.Day(due.On)}. {due.Reasons[0]}", url));
        return alerts;
    }

    /// <summary>The referral is not decided, or support is offered, waited for or open. What is closed is not overdue.</summary>
    private static async Task<bool> IsWorkedOnAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct) =>
        await db.SupportEpisodes.AnyAsync(e => e.CaseFile == file && (e.Status == EpisodeStatus.Offered || e.Status == EpisodeStatus.Waiting || e.Status == EpisodeStatus.Open), ct)
        || await db.Referrals.AnyAsync(r => r.CaseFile == file && (r.Status == ReferralStatus.Waiting || r.Status == ReferralStatus.InTriage || r.Status == ReferralStatus.Offered), ct);
}
