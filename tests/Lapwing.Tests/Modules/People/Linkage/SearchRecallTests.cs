using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Search;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.People.Linkage;

/// <summary>Two thousand made-up people, each looked for with one of the usual errors in a name or the birth date.</summary>
public sealed class SearchRecallTests
{
    private const int People = 2_000;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task At_least_ninety_eight_of_a_hundred_are_found_whose_name_or_date_was_typed_with_a_usual_error(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await using var db = await app.OpenAllAsync();
        var (ids, people) = await FillAsync(app, db);
        var finder = new Finder(db);
        // Every error would be the longest test of all: each person gets one of each kind in turn, a few hundred of each.
        var (errors, missed, asked) = (Enum.GetValues<TypedError>(), new List<string>(), 0);
        for (var i = 0; i < People; i += engine == EngineKind.Sqlite ? 1 : 4)
        {
            var (person, error, seeded) = (people[i], errors[i % errors.Length], new Seeded(9, (ulong)i));
            var wanted = Wrong(person, error, withDate: i / errors.Length % 2 == 0, ref seeded);
            if (wanted is null)
                continue;
            asked++;
            if (!(await finder.FindAsync(wanted, default)).Hits.Any(hit => hit.Person == ids[i]))
                missed.Add($"{error}: {person.GivenName} {person.FamilyName} {person.BornOn:yyyy-MM-dd} as {wanted.Name} {wanted.Born:yyyy-MM-dd}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{asked - missed.Count} of {asked} were found\n{string.Join('\n', missed)}");
        Assert.True(asked > (engine == EngineKind.Sqlite ? 1_500 : 350), $"only {asked} were asked");
        Assert.True(missed.Count <= asked * .02, $"{missed.Count} of {asked} were missed:\n{string.Join('\n', missed.Take(40))}");
    }

    /// <summary>One error in the first name, the family name or the date; null where the error cannot happen.</summary>
    private static Wanted? Wrong(SyntheticPerson person, TypedError error, bool withDate, ref Seeded seeded)
    {
        if (!TypedErrors.OfNames.Contains(error))
            return new($"{person.GivenName} {person.FamilyName}", TypedErrors.InDate(person.BornOn, error, ref seeded), null, null);
        var inGiven = seeded.Chance(.5);
        var wrong = TypedErrors.In(inGiven ? person.GivenName : person.FamilyName, error, ref seeded);
        return wrong is null ? null : new(inGiven ? $"{wrong} {person.FamilyName}" : $"{person.GivenName} {wrong}", withDate ? person.BornOn : null, null, null);
    }

    private static async Task<(Id<Person>[] Ids, SyntheticPerson[] People)> FillAsync(TestApp app, PartnershipDb db)
    {
        var act = app.Act();
        var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
        var team = Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        db.AddRange(agency, team);
        await db.SaveAsync(act);
        var (synthetic, batch) = (new SyntheticPeople(77, new(2023, 6, 6)), db.NewBatch());
        var (ids, people) = (new Id<Person>[People], new SyntheticPerson[People]);
        for (var i = 0; i < People; i++)
        {
            var person = people[i] = synthetic.Person(i, WhoIsReferred.AdultVictim, "E09000002");
            var opened = CaseFile.Open(act, db.Session.Keys, Side.Survivor, team.Id, act.At.AddYears(1));
            var recorded = Person.Record(opened.Key, person.GivenName, person.FamilyName, person.BornOn, null, new(person.Gender));
            ids[i] = recorded.Id;
            batch.AddRange([opened.File, opened.StoredKey, opened.Circle, recorded]);
            batch.AddRange(db.Session.Index.KeysFor(recorded, [person.GivenName, person.FamilyName], [person.BornOn], [person.Phone]));
        }
        await db.SaveAsync(act, batch.Sort());
        return (ids, people);
    }
}
