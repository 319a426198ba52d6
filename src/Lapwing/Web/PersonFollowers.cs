using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;

namespace Lapwing.Web;

/// <summary>What one module does, in the same save, when a person of a file was edited.</summary>
/// <param name="before">How the person was known; null for somebody new.</param>
public delegate Task PersonFollower(PartnershipDb db, Act act, Person person, PersonDetails? before, CancellationToken ct);

/// <summary>Who else must know that a person was edited: one line for each module that does. People know nothing of the modules above them.</summary>
public static class PersonFollowers
{
    private static readonly PersonFollower[] All =
    [
        ReferralsOfPerson.FollowAsync,
    ];

    public static async Task FollowAsync(PartnershipDb db, Act act, Person person, PersonDetails? before, CancellationToken ct)
    {
        foreach (var follow in All)
            await follow(db, act, person, before, ct);
    }
}
