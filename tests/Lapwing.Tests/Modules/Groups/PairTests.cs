using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>A pair is never split by accident: the rules as a table, and random sequences of actions with a twin that has a planted fault.</summary>
public sealed class PairTests
{
    [Theory]
    [InlineData(false, true, 0, 0, null, null, null)]
    [InlineData(true, true, 0, 0, null, null, "pair-none")]
    [InlineData(true, true, 0, 0, PairAnswer.Together, null, "pair-none")]
    [InlineData(true, true, 0, 0, PairAnswer.Apart, null, "pair-why")]
    [InlineData(true, true, 0, 0, PairAnswer.Apart, "She is in hospital", null)]
    [InlineData(true, true, 1, 0, null, null, "pair-ask")]
    [InlineData(true, true, 1, 0, PairAnswer.Together, null, null)]
    [InlineData(true, true, 1, 0, PairAnswer.Apart, " ", "pair-why")]
    [InlineData(true, false, 1, 0, null, null, "pair-ask")]
    [InlineData(true, false, 1, 0, PairAnswer.Apart, "She works then", null)]
    [InlineData(true, false, 1, 1, PairAnswer.Together, null, "pair-unseen")]
    [InlineData(true, false, 0, 1, PairAnswer.Apart, "Nobody sees", "pair-unseen")]
    [InlineData(true, false, 0, 0, null, null, null)]
    public void The_rules_of_pairs(bool isPaired, bool isAdding, int others, int unseen, PairAnswer? answer, string? why, string? code) =>
        Assert.Equal(code, PairRules.Broken(new(isPaired, isAdding, GroupFor.Children, others, unseen, answer, why))?.Code);

    [Fact]
    public void No_sequence_of_adding_moving_and_dropping_splits_a_pair_without_a_reason()
    {
        var splits = 0;
        for (ulong seed = 0; seed < 300; seed++)
            splits += new World(seed, faulty: false).Run(60);
        Assert.True(splits > 200, $"Only {splits} deliberate splits were among the sequences: nothing was tried.");
    }

    /// <summary>The twin: whoever moves one half and forgets the other is found.</summary>
    [Fact]
    public void A_move_that_forgets_the_other_half_is_found()
    {
        var found = Assert.Throws<Xunit.Sdk.TrueException>(() =>
        {
            for (ulong seed = 0; seed < 300; seed++)
                new World(seed, faulty: true).Run(60);
        });
        Assert.Contains("was split without a reason", found.Message, StringComparison.Ordinal);
    }

    /// <summary>Two groups with their parallel groups and some families, acted upon at random.</summary>
    private sealed class World
    {
        private readonly Act act = GroupRulesTests.Acting();
        private readonly bool faulty;
        private readonly Cohort[] children;
        private readonly Dictionary<Id<Cohort>, Cohort> cohorts;
        private readonly List<Family> families = [];
        private Seeded chance;

        private sealed record Half(Candidate Candidate, List<Seated> Seats);

        private sealed record Family(Half Mother, List<Half> Children);

        public World(ulong seed, bool faulty)
        {
            (this.faulty, chance) = (faulty, new(2_718, seed));
            var (programme, lead) = GroupRulesTests.Made(new(new(2023, 1, 1), new(2025, 12, 31), new(2022, 1, 1), null));
            var licences = new Dictionary<Id<Facilitator>, (string, LicenceTerms)> { [lead.Id] = ("Cas", lead.Terms) };
            var days = SessionCalendar.Weekly(new(2023, 6, 6), 12, new()).Days;
            Cohort Plan(GroupFor who, string name) => Cohort.Plan(act, programme, who, new(name, 4, 960, lead.Id, null, licences), days).Cohort;
            children = [Plan(GroupFor.Children, "Rowan"), Plan(GroupFor.Children, "Hazel")];
            var carers = children.Select(c => Plan(GroupFor.Carers, c.Name)).ToArray();
            foreach (var (child, carer) in children.Zip(carers))
            {
                child.RunBeside(carer);
                carer.RunBeside(child);
            }
            cohorts = children.Concat(carers).ToDictionary(c => c.Id);
            var keys = PartnershipKeys.Fresh();
            for (var n = 0; n < 4; n++)
                families.Add(new(Wait(keys, programme, Side.Survivor), [.. Enumerable.Range(0, 1 + chance.Below(2)).Select(_ => Wait(keys, programme, Side.Child))]));
        }

        private Half Wait(PartnershipKeys keys, GroupProgramme programme, Side side)
        {
            var opened = CaseFile.Open(act, keys, side, programme.Team, act.At.AddYears(1));
            var person = Person.Record(opened.Key, "Made", "Up", null, 9, new());
            return new(new(WaitingEntry.Ask(act, opened.Key, programme, side, person, new("", true, null, true, false, true, null, null), null), opened.Key), []);
        }

        /// <returns>How many pairs were split on purpose.</returns>
        public int Run(int steps)
        {
            var splits = 0;
            for (var step = 0; step < steps; step++)
            {
                var family = chance.Of(families);
                var half = chance.Chance(.4) ? family.Mother : chance.Of(family.Children);
                PairAnswer? answer = chance.Below(4) switch { 0 => null, 1 => PairAnswer.Apart, _ => PairAnswer.Together };
                var why = chance.Chance(.6) ? "A made-up reason" : null;
                var before = Seats().Count(s => s.Place is { IsIn: true, ApartAt: not null });
                try
                {
                    Act(family, half, answer, why);
                }
                catch (RuleBroken)
                {
                    // Refused: nothing may have changed half way. A page saves nothing then; here the check below looks at what is left.
                }
                splits += Seats().Count(s => s.Place is { IsIn: true, ApartAt: not null }) > before ? 1 : 0;
                Check();
            }
            return splits;
        }

        private void Act(Family family, Half half, PairAnswer? answer, string? why)
        {
            var seat = half.Seats.LastOrDefault(s => s.Place.IsIn);
            if (seat is null)
            {
                if (half.Candidate.Entry.Status == WaitingStatus.Waiting)
                    Add(family, half, answer, why);
                return;
            }
            var pair = Seats().Where(s => s.Place.IsIn && s.Place.Pair is not null && s.Place.Pair == seat.Place.Pair).ToList();
            if (chance.Chance(.25))
            {
                Pairing.Drop(act, seat, pair, cohorts, LeavingReason.TheyChose, null, answer, why);
                return;
            }
            var to = cohorts.Values.First(c => c.Who == seat.Place.Who && c.Id != seat.Place.Cohort);
            // Room for everybody who would move, so that a refusal does not come half way: a page saves all or nothing.
            if (pair.Append(seat).Distinct().Where(s => s.Place.Who == seat.Place.Who).Count() + to.Taken > to.Capacity || pair.Count(s => s.Place.Who != seat.Place.Who) + cohorts[to.Parallel!.Value].Taken > cohorts[to.Parallel!.Value].Capacity)
                return;
            if (faulty)
                seat.Place.MoveTo(act, cohorts[seat.Place.Cohort], to);
            else
                Pairing.Move(act, seat, pair, to, cohorts, answer, why);
        }

        private void Add(Family family, Half half, PairAnswer? answer, string? why)
        {
            var isChild = half.Candidate.Entry.Who == GroupFor.Children;
            var seated = family.Children.Append(family.Mother).SelectMany(h => h.Seats).Where(s => s.Place.IsIn).ToList();
            var child = chance.Of(children);
            var cohort = isChild ? child : cohorts[child.Parallel!.Value];
            var parallel = cohorts[cohort.Parallel!.Value];
            var waiting = (isChild ? [family.Mother] : family.Children).Where(h => h.Candidate.Entry.Status == WaitingStatus.Waiting).ToList();
            if (cohort.Taken >= cohort.Capacity || parallel.Taken + waiting.Count > parallel.Capacity)
                return;
            var given = Pairing.Add(act, cohort, parallel, half.Candidate, [.. waiting.Select(w => w.Candidate)], seated, answer, why);
            foreach (var place in given)
            {
                var of = new[] { half }.Concat(waiting).Single(h => h.Candidate.Entry.Id == place.Entry);
                of.Seats.Add(new(place, of.Candidate.Key));
            }
        }

        private IEnumerable<Seated> Seats() => families.SelectMany(f => f.Children.Append(f.Mother)).SelectMany(h => h.Seats);

        private void Check()
        {
            var seats = Seats().Where(s => s.Place.IsIn).ToList();
            foreach (var seat in seats)
            {
                var others = seats.Where(s => s.Place.Pair is not null && s.Place.Pair == seat.Place.Pair && s.Place.Who != seat.Place.Who).ToList();
                var together = seat.Place.Pair is not null && others.Count > 0 && others.All(o => o.Place.Cohort == cohorts[seat.Place.Cohort].Parallel);
                var apart = seat.Place is { Pair: null, ApartAt: not null, ApartWhy: not null };
                Assert.True(together != apart && (together || apart), $"{seat.Place.Who} in {cohorts[seat.Place.Cohort].Name} was split without a reason.");
                if (seat.Place.Pair is { } pair)
                    Assert.Equal(seats.Count(s => s.Place.Pair == pair), seat.Place.PairSize);
            }
            foreach (var cohort in cohorts.Values)
                Assert.Equal(seats.Count(s => s.Place.Cohort == cohort.Id), cohort.Taken);
        }
    }
}
