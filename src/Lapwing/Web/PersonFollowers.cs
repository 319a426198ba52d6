using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;

namespace Lapwing.Web;

/// <summary>What one module does, in the same save, when a person of a file was edited.</summary>
public delegate Task PersonFollower(PartnershipDb db, Act act, Person person, CancellationToken ct);

/// <summary>Who else must know that a person was edited: one line for each module that does. People know nothing of the modules above them.</summary>
public static class PersonFollowers
{
    private static readonly PersonFollower[] All =
    [
        ReferralsOfPerson.RecodeAsync,
    ];

    public static async Task FollowAsync(PartnershipDb db, Act act, Person person, CancellationToken ct)
    {
        foreach (var follow in All)
            await follow(db, act, person, ct);
    }
}
