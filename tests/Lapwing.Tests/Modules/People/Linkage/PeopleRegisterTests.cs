using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People.Linkage;

namespace Lapwing.Tests.Modules.People.Linkage;

public sealed class PeopleRegisterTests
{
    private const int People = 20_000, Twice = 4_000;

    /// <summary>Made-up people, the last of them second tellings of the first. Telephone numbers are few, so they tell little.</summary>
    private static (PeopleRegister Register, LinkageRecord[] Records) Make(ulong seed)
    {
        var synthetic = new SyntheticPeople(seed, new(2023, 6, 6));
        var (told, book) = (new List<Told>(), new NameBook());
        for (var i = 0; i < People - Twice; i++)
        {
            var person = synthetic.Person(i, WhoIsReferred.AdultVictim, "E09000002");
            told.Add(new(person.GivenName, person.FamilyName, person.BornOn, person.Phone, person.Gender, 1 + i % 33));
        }
        for (var i = 0; i < Twice; i++)
        {
            var seeded = new Seeded(seed, (30UL << 32) | (uint)i);
            told.Add(SecondTelling.Of(told[i], 33, $"07700 900{seeded.Below(1_000):000}", ref seeded));
        }
        LinkageRecord[] records = [.. told.Select(t => t.ToCompare(book))];
        return (new(records, book), records);
    }

    [Fact]
    public void Nearly_everybody_who_is_there_twice_is_found_and_nearly_nobody_else()
    {
        var (register, _) = Make(3);
        var learned = register.Learn();
        Assert.True(learned.ByDate.HasConverged && learned.ByName.HasConverged);
        var found = register.FindAll(learned.Model);
        var right = found.Count(pair => pair.Other - (People - Twice) == pair.One);
        var (precision, recall) = (right / (double)found.Count, right / (double)Twice);
        Assert.True(2 * precision * recall / (precision + recall) >= .96, $"precision {precision:N4}, recall {recall:N4}");
        // The twin: names and dates as they stand find half of them.
        Assert.True(found.Count(pair => pair.Other - (People - Twice) == pair.One && pair.Agrees[LinkageField.Born] == Agreement.Same
            && pair.Agrees[LinkageField.GivenName] == Agreement.Same && pair.Agrees[LinkageField.FamilyName] == Agreement.Same) < right * .65);
    }

    [Fact]
    public void The_same_people_give_the_same_pairs_whichever_core_comes_first()
    {
        var (register, _) = Make(4);
        var model = register.Learn().Model;
        Assert.Equal(register.FindAll(model), register.FindAll(model));
    }

    [Fact]
    public void One_more_person_is_matched_as_the_whole_would_match_them()
    {
        var (register, records) = Make(5);
        var (model, index) = (register.Learn().Model, register.Index());
        var all = register.FindAll(model).ToLookup(pair => pair.Other, pair => pair.One);
        for (var i = People - Twice; i < People; i += 97)
        {
            var found = index.LikelyTheSame(records[i], model).Select(match => match.Other).Where(other => other < i).Order().ToList();
            Assert.Equal(all[i].Order(), found);
        }
    }

    [Fact]
    public void Too_few_people_teach_nothing_and_are_compared_with_what_is_known_beforehand()
    {
        var book = new NameBook();
        LinkageRecord Of(string given, string family, int born) => new(book.NumberOf(given), book.NumberOf(family), born, 0, 0, 0);
        LinkageRecord[] records = [Of("Wilhelmina", "Ashdown", 19840302), Of("Wilhelmena", "Ashdown", 19840302), Of("Testina", "Madeup", 19910101)];
        var register = new PeopleRegister(records, book);
        var learned = register.Learn();
        Assert.Same(LinkageModel.Starting, learned.Model);
        Assert.Equal([(0, 1)], register.FindAll(learned.Model).Select(pair => (pair.One, pair.Other)));
    }
}
