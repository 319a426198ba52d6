using Lapwing.Data;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Work;

namespace Lapwing.Tests.Modules.Places;

/// <summary>The rules of the work with the person causing harm, as tables.</summary>
public sealed class WorkRuleTests
{
    private static readonly Guid s_one = Guid.NewGuid(), s_other = Guid.NewGuid();

    [Fact]
    public void Different_victims_are_serial_and_the_same_victim_on_another_day_is_repeat()
    {
        static (Guid, DateOnly?) On(Guid who, int? day) => (who, day is { } d ? new DateOnly(2023, 5, d) : null);
        Assert.Equal(HarmKind.Neither, HarmPattern.Of([]).Kind);
        Assert.Equal(HarmKind.Neither, HarmPattern.Of([On(s_one, 1)]).Kind);
        // Two reports of one day are one day; who is said to be harmed without a day is a victim and no repetition.
        Assert.Equal(HarmKind.Neither, HarmPattern.Of([On(s_one, 1), On(s_one, 1), On(s_one, null)]).Kind);
        Assert.Equal(HarmKind.Repeat, HarmPattern.Of([On(s_one, 1), On(s_one, 2)]).Kind);
        Assert.Equal(HarmKind.Serial, HarmPattern.Of([On(s_one, 1), On(s_other, null)]).Kind);
        Assert.Equal(HarmKind.SerialAndRepeat, HarmPattern.Of([On(s_one, 1), On(s_one, 2), On(s_other, 2)]).Kind);
    }

    [Fact]
    public void A_place_starts_only_with_a_victims_worker_of_another_organisation()
    {
        var (cam, vic, mutual, victims) = (Id<Lapwing.Access.Member>.New(), Id<Lapwing.Access.Member>.New(), Id<Agency>.New(), Id<Agency>.New());
        Assert.Equal(LinkedWorkerRule.Needed, LinkedWorkerRule.WhyNot(null));
        Assert.Contains("another organisation", LinkedWorkerRule.WhyNot(new(cam, mutual, vic, mutual)), StringComparison.Ordinal);
        Assert.Contains("never the same person", LinkedWorkerRule.WhyNot(new(cam, mutual, cam, victims)), StringComparison.Ordinal);
        Assert.Null(LinkedWorkerRule.WhyNot(new(cam, mutual, vic, victims)));
    }

    [Theory]
    [InlineData("He is calmer since Tuesday and comes to each session", 0)]
    [InlineData("Case 12 of 30, 4 sessions, 2023", 0)]
    [InlineData("RM10 7XX", 1)]
    [InlineData("ring 07700 900123", 1)]
    [InlineData("ring +44 (0)7700-900-123 or write a@b.org", 2)]
    public void What_looks_like_an_address_a_number_or_an_email_is_seen(string words, int kinds) => Assert.Equal(kinds, Crossing.Looks(words).Count());

    [Fact]
    public void The_code_of_a_comparison_says_which_kind_and_whether_less()
    {
        foreach (var kind in AbuseView.Kinds)
            foreach (var change in (int[])[-1, 0, 1])
            {
                var code = AbuseView.CodeOf(kind, change);
                Assert.Equal((kind, change < 0), (AbuseView.AbuseOf(code), AbuseView.IsLess(code)));
                Assert.InRange(code, 1, 31);
            }
        Assert.Equal(4, AbuseView.Kinds.Count);
        Assert.DoesNotContain(GridAbuse.Economic, AbuseView.Kinds);
    }
}
