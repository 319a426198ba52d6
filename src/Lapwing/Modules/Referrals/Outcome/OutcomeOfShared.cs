using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Outcome;

/// <summary>How far the latest referral of a shared file is, in the words that a referrer gets: status only, and each look is in the file's own log.</summary>
public static class OutcomeOfShared
{
    public static async Task<IReadOnlyDictionary<Id<CaseFile>, string>> ReadAsync(Here here, Partnerships partnerships, IReadOnlyList<Id<CaseFile>> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(here);
        var told = new Dictionary<Id<CaseFile>, string>();
        if (files.Count == 0)
            return told;
        await using var all = await partnerships.OpenAsync(here.Address, NeedToKnow.Unrestricted(here.Viewer, UnrestrictedReason.OutcomeToReferrer), ct);
        foreach (var file in files)
        {
            if (await all.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).Select(r => new { r.Id, r.Status, r.DeclineReason }).FirstOrDefaultAsync(ct) is not { } latest)
                continue;
            await all.WriteReadAsync(here.Act("outcome.read", "whoever it was shared with looks at the outcome"), file, latest.Id.Value, "shared outcome", ct);
            told[file] = $"{OutcomeWords.Title(latest.Status)}. {OutcomeWords.Explain(latest.Status, latest.DeclineReason)}";
        }
        return told;
    }
}
