using System.Runtime.CompilerServices;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals;

/// <summary>What a referral brought in the words of whoever referred.</summary>
public static class TextsOfReferrals
{
    /// <summary>More referrals than one file has.</summary>
    private const int Most = 50;

    public static async IAsyncEnumerable<string> OfAsync(PartnershipDb db, Id<CaseFile> file, FileKey key, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var referral in await db.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt).Take(Most).Select(r => new { r.Account, r.Needed }).ToListAsync(ct))
        {
            yield return key.RevealIfAny(referral.Account) ?? "";
            yield return key.RevealIfAny(referral.Needed) ?? "";
        }
    }
}
