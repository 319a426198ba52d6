using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.View;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>Threat 5: "one refuge in the borough, with one bed free". Whoever asks everything up to four filters deep, and adds and subtracts what came back, comes upon no fewer than five units.</summary>
public sealed class RegionalViewTests
{
    [Theory, InlineData(3), InlineData(4), InlineData(11), InlineData(24), InlineData(60), InlineData(400)]
    public void No_question_up_to_four_filters_deep_and_no_difference_of_answers_tells_fewer_than_five_units_apart(int units)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var view = RegionalView.Of(Made(units, seed));
            Assert.Equal(units, view.Groups.Sum(g => g.Units.Count));
            Assert.True(Smallest(view) is 0 or >= RegionalView.Fewest, $"{Smallest(view)} units could be told apart, seed {seed}.");
        }
    }

    [Theory, InlineData(RegionalRules.GroupsOfFive), InlineData(RegionalRules.WholeGroups)]
    public void Without_one_of_its_rules_the_attack_finds_a_place(RegionalRules dropped) =>
        Assert.Contains(Enumerable.Range(0, 6), seed => Smallest(RegionalView.Without(dropped, Made(24, seed))) is > 0 and < RegionalView.Fewest);

    [Fact]
    public void What_an_answer_says_of_others_does_not_depend_on_what_is_inside_a_group()
    {
        var view = RegionalView.Of(Made(24, 1));
        foreach (var filter in Filters())
        {
            var (_, more) = view.Told(filter);
            var expected = view.Groups.Any(g => filter.All(f => !g.Said.TryGetValue(f.Key, out var said) || said == f.Value) && !filter.Keys.All(g.Said.ContainsKey));
            Assert.Equal(expected, more);
        }
    }

    [Fact]
    public void There_is_no_borough_among_what_can_be_asked_and_numbers_are_bands()
    {
        Assert.DoesNotContain(RegionalView.Dimensions.SelectMany(d => d.Categories), category => LondonBoroughs.Options.Any(b => b.Label == category));
        var view = RegionalView.Of(Made(400, 2));
        Assert.All(Filters().Select(view.Ask), answer => Assert.True(answer.Units is null or "5 to 9" or "10 to 19" or "20 to 49" or "50 to 99" or "100 or more", answer.Units));
    }

    /// <summary>The smallest set of units that can be told from all others by what every question counts.</summary>
    private static int Smallest(RegionalView view)
    {
        var seen = new Dictionary<PlaceCodes, System.Text.StringBuilder>(ReferenceEqualityComparer.Instance);
        foreach (var unit in view.Groups.SelectMany(g => g.Units))
            seen[unit] = new();
        foreach (var filter in Filters())
        {
            var told = view.Told(filter).Told.ToHashSet<PlaceCodes>(ReferenceEqualityComparer.Instance);
            foreach (var (unit, marks) in seen)
                marks.Append(told.Contains(unit) ? '1' : '0');
        }
        // What no question ever counts is not told at all.
        return seen.Values.Select(marks => marks.ToString()).Where(marks => marks.Contains('1', StringComparison.Ordinal)).GroupBy(marks => marks).Select(g => g.Count()).DefaultIfEmpty(0).Min();
    }

    /// <summary>Every choice of up to four dimensions and their categories.</summary>
    private static IEnumerable<Dictionary<string, int>> Filters(int from = 0, int deep = 4)
    {
        yield return [];
        if (deep == 0)
            yield break;
        for (var d = from; d < RegionalView.Dimensions.Count; d++)
            for (var category = 0; category < RegionalView.Dimensions[d].Categories.Count; category++)
                foreach (var rest in Filters(d + 1, deep - 1))
                    yield return new(rest) { [RegionalView.Dimensions[d].Code] = category };
    }

    private static IReadOnlyList<PlaceCodes> Made(int units, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, units).Select(_ => new PlaceCodes((UnitType)random.Next(1, 6), random.Next(12) == 0 ? null : (RegionBand)random.Next(6), random.Next(1, 8), (AccessNeeds)random.Next(4),
            random.Next(3) == 0, (PetKinds)random.Next(8), random.Next(4)))];
    }
}
