using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;
using Lapwing.Modules.People.Orders;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>People, connections, a household, an order and a child's consent in the newest open cases of each demonstration borough, so that a newcomer sees them.
/// It counts nothing and draws its own numbers: the referrals and figures of the demonstration stay as they are.</summary>
public static class DemonstrationFamilies
{
    private const ulong Seed = 20261128;
    private const int Cases = 30;

    private static readonly string[] Addresses = ["barking-and-dagenham", "barnet"];

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        foreach (var address in Addresses)
        {
            if (await partnerships.FindAsync(address, ct) is null)
                continue;
            var viewer = NeedToKnow.Unrestricted(Viewer.System("demonstration", LondonTime.UtcNow(time)), UnrestrictedReason.Generation);
            await using var db = await partnerships.OpenAsync(address, viewer, ct);
            if (await db.Relationships.AnyAsync(ct))
                continue;
            progress.Report($"Inventing the families of some open cases of {address} …");
            await FillAsync(db, new(viewer, Storage.Whole(viewer.Now), "person.generate", "Making demonstration or benchmark records"), ct);
        }
    }

    private static async Task FillAsync(PartnershipDb db, Act act, CancellationToken ct)
    {
        var files = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open)
            .Join(db.CaseFiles.Where(f => f.Side == Side.Survivor), e => e.CaseFile, f => f.Id, (e, f) => new { f.Id, e.OfferedAt }).OrderByDescending(f => f.OfferedAt).Take(Cases).ToListAsync(ct);
        var keys = await db.KeysOfAsync(files.Select(f => f.Id), ct);
        var people = new SyntheticPeople(Seed, LondonTime.DateOf(act.At));
        foreach (var (file, number) in files.Select(f => f.Id).Distinct().Select((f, n) => (f, n)))
        {
            var subject = await db.People.AsNoTracking().Where(p => p.CaseFile == file && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).FirstAsync(ct);
            db.AddRange(Family(db, act, keys[file], subject, people.Family(number, ""), new Seeded(Seed, (ulong)number)));
        }
        await db.SaveAsync(act, ct);
    }

    private static List<object> Family(PartnershipDb db, Act act, FileKey key, Person subject, SyntheticFamily they, Seeded seeded)
    {
        var (made, today) = (new List<object>(), LondonTime.DateOf(act.At));
        var harmer = Add(they.PersonCausingHarm, RoleInFile.SaidToCauseHarm, seeded.Chance(.3) ? [$"{they.PersonCausingHarm.GivenName[..1]}{they.PersonCausingHarm.FamilyName}"] : []);
        var household = Household.Add(act, key, seeded.Chance(.5) ? "At home" : "Grandmother's");
        made.AddRange([Relationship.Assert(act, key, subject, harmer, Said(they.Connection, null)), household, Stay.Begin(act, household, subject, StayKind.Lives, new(today.Year - 2), null)]);
        foreach (var child in they.Children)
        {
            var added = Add(child, RoleInFile.Child, []);
            made.AddRange([Relationship.Assert(act, key, subject, added, Said(PersonallyConnected.HarmerIsChild, null)), Stay.Begin(act, household, added, StayKind.Lives, null, null)]);
            if (seeded.Chance(.4))
                made.Add(ChildConsent.Decide(act, key, added, child.Age, Understanding.DoesNotUnderstand, ConsentRoute.ParentalResponsibility, subject, true, "Too young to weigh it up; the mother agrees."));
        }
        if (!seeded.Chance(.4))
            return made;
        var order = ProtectionOrder.Record(act, key, new(seeded.Of((OrderKind[])[OrderKind.NonMolestation, OrderKind.Restraining, OrderKind.BailConditions]), today.AddDays(-20 - seeded.Below(300)),
            today.AddDays(5 + seeded.Below(120)), "A family court", "Not to come to the home or the school, and no contact by any means."));
        made.AddRange([order, OrderParty.Name(order, subject, OrderSide.Protects), OrderParty.Name(order, harmer, OrderSide.Binds)]);
        return made;

        Person Add(SyntheticPerson invented, RoleInFile role, IReadOnlyList<string> others)
        {
            var details = new PersonDetails
            {
                GivenName = invented.GivenName, FamilyName = invented.FamilyName, OtherNames = others, Role = role,
                // The family is invented beside the person, so only the children have ages: a partner's might not fit.
                BornOn = role == RoleInFile.Child ? invented.BornOn : null,
                RoleSaidBy = role == RoleInFile.SaidToCauseHarm ? AssertionSource.ThePerson : null, Characteristics = new(invented.Gender),
            };
            var person = Person.Add(act, key, details);
            made.Add(person);
            made.AddRange(db.Session.Index.KeysFor(person, details.Names, details.BirthDates, []));
            return person;
        }

        RelationshipDetails Said(PersonallyConnected connection, string? words) => new(connection, null, null, words, AssertionStatus.Alleged, AssertionSource.ThePerson, today);
    }
}
