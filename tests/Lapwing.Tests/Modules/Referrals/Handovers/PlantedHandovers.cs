using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>Handovers out and in, to two partners, in each of the quarters that figures show, each with an outcome: so that counting them counts something.</summary>
internal static class PlantedHandovers
{
    public static async Task PlantAsync(TestApp app, string partnership)
    {
        await using var db = await app.OpenAllAsync(partnership);
        var act = app.Act("handover.plant");
        Partner[] partners = [Partner.ProposeHere(act, 1, "first", "First partner"), Partner.ProposeHere(act, 2, "second", "Second partner")];
        foreach (var partner in partners)
            partner.Confirm(act with { Who = act.Who with { Member = Id<Member>.New() } });
        db.AddRange(partners);
        var referrals = await db.Referrals.AsNoTracking().OrderBy(r => r.Reference).ToListAsync();
        var (next, quarters) = (0, Figures.Borough.Last.Next.Last(8));
        foreach (var quarter in quarters)
            for (var n = 0; n < 6; n++)
            {
                var referral = referrals.Skip(next).First(r => (n % 2 == 0) == (r.Who == Lapwing.Modules.Directory.WhoIsReferred.PersonCausingHarm));
                next = referrals.IndexOf(referral) + 1;
                // A copy of an act records its facts with the original.
                var at = act with { At = quarter.StartUtc.AddDays(3 + n) };
                var key = await db.KeyOfAsync(referral.CaseFile);
                var package = ExactlyOnceTests.Package(at.At) with { Who = referral.Who };
                var handover = Handover.Send(at, key, partners[n % 2], package, referral.Subject, referral.Subject.Value);
                var heard = new List<HandoverNews>();
                void Hear(HandoverStatus status, int days)
                {
                    var news = HandoverNews.Of(at, handover, heard.Count + 1, status, at.At.AddDays(days));
                    handover.Hear(at, heard, news);
                    heard.Add(news);
                }
                Hear(HandoverStatus.Received, 0);
                Hear(HandoverStatus.Deferred, 0);
                Hear(n % 3 == 0 ? HandoverStatus.Declined : HandoverStatus.Accepted, n);
                if (n == 1)
                    Hear(HandoverStatus.Declined, 20);
                var arrival = HandoverArrival.Take(at, key, partners[(n + 1) % 2], package with { Id = Guid.CreateVersion7() }, referral);
                arrival.Tell(at, HandoverStatus.Received);
                arrival.Tell(at, n < 3 ? HandoverStatus.Accepted : HandoverStatus.Withdrawn);
                db.AddRange(handover, arrival);
            }
        await db.SaveAsync(act);
    }
}
