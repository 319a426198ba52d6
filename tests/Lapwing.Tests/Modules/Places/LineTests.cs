using Lapwing.Data;
using Lapwing.Modules.Places;

namespace Lapwing.Tests.Modules.Places;

/// <summary>Whose turn it is, as a table and over many made-up lines.</summary>
public sealed class LineTests
{
    private static readonly DateTime s_then = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    private static InLine Who(int area, int minute, PlacePriority priority = PlacePriority.Ordinary) => new(Id<PlaceTurn>.New(), area, priority, s_then.AddMinutes(minute));

    private static FreePlace Free(int number, int whose) => new(Id<PoolPlace>.New(), number, whose);

    [Fact]
    public void A_borough_takes_its_own_place_before_one_that_is_open_to_all()
    {
        FreePlace[] free = [Free(1, PoolPlace.OpenToAll), Free(2, 3)];
        Assert.Equal(2, Line.PlaceFor(Who(3, 0), [], free, false)!.Number);
        // And so the open one is left for somebody else.
        Assert.Equal(1, Line.PlaceFor(Who(4, 9), [Who(3, 0)], free, false)!.Number);
    }

    [Fact]
    public void Another_boroughs_place_is_not_taken_before_unused_places_are_open_to_all()
    {
        Assert.Null(Line.PlaceFor(Who(3, 0), [], [Free(1, 4)], isShared: false));
        Assert.NotNull(Line.PlaceFor(Who(3, 0), [], [Free(1, 4)], isShared: true));
    }

    [Fact]
    public void The_reserve_is_for_what_is_urgent()
    {
        Assert.Null(Line.PlaceFor(Who(3, 0, PlacePriority.High), [], [Free(1, PoolPlace.Reserve)], false));
        Assert.NotNull(Line.PlaceFor(Who(3, 0, PlacePriority.Urgent), [], [Free(1, PoolPlace.Reserve)], false));
    }

    [Fact]
    public void Urgent_comes_before_high_and_longer_before_shorter()
    {
        InLine[] order = [Who(1, 50, PlacePriority.Urgent), Who(1, 60, PlacePriority.Urgent), Who(2, 0, PlacePriority.High), Who(1, 1), Who(1, 2)];
        Assert.Equal(order, order.Reverse().Order());
    }

    [Fact]
    public void Who_waits_is_told_why()
    {
        Assert.Equal("Every place of the pool is held or used. It is number 3 in the line: 2 requests come before it, by priority and by how long they have stood.", Line.WhyNone(Who(1, 0), 2, [], false, null));
        Assert.Equal("No place is free for this borough; those that are belong to other boroughs or to the reserve, until 1 January 2024. It is first in the line.", Line.WhyNone(Who(1, 0), 0, [Free(1, 2)], false, new(2024, 1, 1)));
        Assert.StartsWith("The places that are free go to those who come first.", Line.WhyNone(Who(1, 0), 1, [Free(1, 0)], false, null), StringComparison.Ordinal);
    }

    /// <summary>When places are given one after the other, nobody is passed over for a place that they could have, and every place that somebody could have is given.</summary>
    [Fact]
    public void Nobody_is_passed_over()
    {
        var random = new Random(3);
        for (var n = 0; n < 2_000; n++)
        {
            var line = Enumerable.Range(0, random.Next(12)).Select(i => Who(1 + random.Next(3), random.Next(100), (PlacePriority)random.Next(3))).Order().ToList();
            var free = Enumerable.Range(1, random.Next(8)).Select(i => Free(i, random.Next(5) - 1)).ToList();
            var (given, left) = (new Dictionary<InLine, FreePlace>(), free.ToList());
            foreach (var (who, i) in line.Select((w, i) => (w, i)))
                if (Line.PlaceFor(who, line.Take(i).Where(before => !given.ContainsKey(before)), left, false) is { } place)
                {
                    given[who] = place;
                    left.Remove(place);
                }
            foreach (var who in line.Where(who => !given.ContainsKey(who)))
            {
                Assert.DoesNotContain(left, place => Line.Fits(place, who, false));
                // What somebody behind has, this one could not have had: or it was taken by somebody before.
                Assert.DoesNotContain(given, other => other.Key.CompareTo(who) > 0 && Line.Fits(other.Value, who, false));
            }
        }
    }
}
