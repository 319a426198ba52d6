using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals;

/// <summary>The referrals of somebody who was edited: the figures follow what is known of them now.</summary>
public static class ReferralsOfPerson
{
    public static async Task RecodeAsync(PartnershipDb db, Act act, Person person, CancellationToken ct)
    {
        foreach (var referral in await db.Referrals.Where(r => r.CaseFile == person.CaseFile && r.Subject == person.Id).ToListAsync(ct))
            referral.Recode(act, person);
    }
}
