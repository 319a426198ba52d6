using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;

namespace Lapwing.Tests.Demonstration;

public sealed class SyntheticPeopleTests
{
    private const string BarkingAndDagenham = "E09000002";
    private static readonly DateOnly Day = new(2023, 6, 30);
    private static readonly SyntheticPeople People = new(7, Day);

    [Fact]
    public void The_same_seed_makes_the_same_people_in_any_order_and_on_any_machine()
    {
        var again = new SyntheticPeople(7, Day);
        Assert.Equal(People.Person(999, WhoIsReferred.AdultVictim, BarkingAndDagenham), again.Person(999, WhoIsReferred.AdultVictim, BarkingAndDagenham));
        Assert.Equal(People.Family(5, BarkingAndDagenham).Children, again.Family(5, BarkingAndDagenham).Children);
        Assert.Equal(People.SafeContact(5), again.SafeContact(5));
        Assert.NotEqual(People.Person(1, WhoIsReferred.Child, BarkingAndDagenham), new SyntheticPeople(8, Day).Person(1, WhoIsReferred.Child, BarkingAndDagenham));
        var seeded = new Seeded(1, 2);
        Assert.Equal([15277969786201805230UL, 3969434542069372811UL], new[] { seeded.Next(), seeded.Next() }); // held: a change would change every demonstration
    }

    [Fact]
    public void Nobody_can_be_telephoned_written_to_or_too_old()
    {
        foreach (var who in WhoIsReferredWords.All)
        {
            for (var n = 0; n < 5_000; n++)
            {
                var person = People.Person(n, who, BarkingAndDagenham);
                Assert.Matches("^(07700 900[0-9]{3}|020 7946 0[0-9]{3})$", person.Phone ?? "07700 900000");
                Assert.Matches("^ZZ[0-9]{1,2} [0-9][A-Z]{2}$", person.Postcode);
                Assert.Equal(Age.On(person.BornOn, Day), person.Age);
                Assert.InRange(person.Age, who == WhoIsReferred.Child ? 0 : 16, who == WhoIsReferred.Child ? 17 : 90);
                Assert.All(
                    [(Demographics.Gender, person.Gender), (Demographics.Ethnicity, person.Ethnicity), (Demographics.Disability, person.Disability),
                     (Demographics.SexualOrientation, person.SexualOrientation), (Demographics.GenderIdentity, person.GenderIdentity)],
                    c => Assert.True(c.Item2 is null || c.Item1.TryFind(c.Item2, out _)));
                Assert.True(char.IsUpper(person.GivenName[0]) && char.IsUpper(person.FamilyName[0]));
            }
        }
    }

    [Fact]
    public void Names_have_their_true_frequencies_and_gaps_are_realistic()
    {
        var people = Enumerable.Range(0, 100_000).Select(n => People.Person(n, WhoIsReferred.AdultVictim, BarkingAndDagenham)).ToList();
        Assert.InRange(Share(p => p.FamilyName == "Smith"), .0120, .0140);
        Assert.InRange(Share(p => p.FamilyName == "Jones"), .0094, .0113);
        Assert.InRange(Share(p => p.Gender == "female"), .89, .92);
        Assert.InRange(Share(p => Demographics.Ethnicity.StateOf(p.Ethnicity) == Answered.NotKnown), .10, .12);
        Assert.InRange(Share(p => Demographics.Disability.StateOf(p.Disability) == Answered.NotKnown), .20, .24);
        Assert.InRange(Share(p => Demographics.SexualOrientation.StateOf(p.SexualOrientation) == Answered.NotKnown), .36, .40);
        Assert.InRange(Share(p => Demographics.Ethnicity.StateOf(p.Ethnicity) == Answered.PreferNotToSay), .02, .03);
        Assert.InRange(Share(p => p.Ethnicity == "white-british"), .25, .29);
        Assert.InRange(Enumerable.Range(0, 20_000).Count(n => People.Person(n, WhoIsReferred.AdultVictim, "E09000016").Ethnicity == "white-british") / 20_000d, .54, .61);
        Assert.Equal(19, people.Select(p => p.Ethnicity).Distinct().Count(e => Demographics.Ethnicity.StateOf(e) == Answered.Answered));

        double Share(Func<SyntheticPerson, bool> which) => people.Count(which) / (double)people.Count;
    }

    [Fact]
    public void Families_hold_together()
    {
        for (var n = 0; n < 5_000; n++)
        {
            var family = People.Family(n, BarkingAndDagenham);
            Assert.Equal(family.LiveTogether, family.Survivor.AddressLine == family.PersonCausingHarm.AddressLine && family.Survivor.Postcode == family.PersonCausingHarm.Postcode);
            Assert.True(family.PersonCausingHarm.Age >= 16);
            Assert.All(family.Children, c =>
            {
                Assert.Equal((family.Survivor.AddressLine, family.Survivor.Postcode), (c.AddressLine, c.Postcode));
                Assert.True(c.Age <= 17 && family.Survivor.Age - c.Age >= 15);
                Assert.Contains(c.FamilyName, new[] { family.Survivor.FamilyName, family.PersonCausingHarm.FamilyName });
            });
            Assert.Equal(family.Children.OrderBy(c => c.BornOn), family.Children);
            Assert.NotEqual(PersonallyConnected.NotConnected, family.Connection);
        }
    }

    [Fact]
    public void Every_made_up_safe_contact_is_a_valid_one()
    {
        var contacts = Enumerable.Range(0, 5_000).Select(People.SafeContact).ToList();
        Assert.All(contacts, c => Assert.Empty(c.Problems()));
        Assert.Contains(contacts, c => c.OnlyThroughReferrer);
        Assert.Contains(contacts, c => c is { MayRing: false, MayText: true });
    }

    [Fact]
    public void Draws_follow_their_weights()
    {
        var weighted = new Weighted<int>([(1, 1), (2, 2), (3, 0), (4, 7)]);
        var seeded = new Seeded(42, 0);
        var counts = new int[5];
        for (var n = 0; n < 200_000; n++)
        {
            counts[weighted.Draw(ref seeded)]++;
        }
        Assert.Equal(0, counts[3]);
        Assert.InRange(counts[1], 19_400, 20_600);
        Assert.InRange(counts[2], 39_300, 40_700);
        Assert.Throws<ArgumentException>(() => new Weighted<int>([(1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => People.Person(-1, WhoIsReferred.Child, BarkingAndDagenham));
    }
}
