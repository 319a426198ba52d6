using System.Reflection;
using System.Text.Json;
using Lapwing.Modules.Figures.Disclosure;

namespace Lapwing.Tests.Modules.Figures.Disclosure;

/// <summary>The rules of disclosure control, one small table each.</summary>
public sealed class DisclosureControlTests
{
    private static readonly Dimension s_level = new("level", "Level", [new("high", "High"), new("medium", "Medium"), new("standard", "Standard")]);
    private static readonly Dimension s_source = new("source", "Source", [new("police", "Police"), new("health", "Health")]);

    [Fact]
    public void A_small_count_is_marked_and_a_second_cell_keeps_it_from_being_worked_out()
    {
        var table = Protect(DisclosurePolicy.Board, Levels(3, 20, 40)).Table("by-level");
        Assert.Equal("fewer than 5", table["high"].Display);
        Assert.Null(table["high"].Value);
        Assert.Equal(CellStatus.Primary, table["high"].Status);
        Assert.Equal("[c]", table["medium"].Display);
        Assert.Equal("40", table["standard"].Display);
        Assert.Equal("63", table[[null]].Display);
        Assert.Contains(table.Notes, n => n.Contains("fewer than 5"));
    }

    [Fact]
    public void Two_small_counts_protect_each_other_only_when_their_sum_leaves_every_value_possible()
    {
        Assert.Equal("50", Protect(DisclosurePolicy.Board, Levels(2, 3, 45)).Table("by-level")[[null]].Display);
        // 1 + 1 = 2 would give both away.
        var tight = Protect(DisclosurePolicy.Board, Levels(1, 1, 45)).Table("by-level");
        Assert.Contains(CellStatus.Complementary, tight.Cells.Select(c => c.Status));
    }

    [Fact]
    public void A_true_zero_is_shown_or_hidden_as_the_policy_says()
    {
        Assert.Equal("0", Protect(DisclosurePolicy.Board, Levels(0, 20, 40)).Table("by-level")["high"].Display);
        var hidden = Protect(DisclosurePolicy.Board with { Zero = ZeroRule.Hidden }, Levels(0, 20, 40));
        Assert.Equal("fewer than 5", hidden.Table("by-level")["high"].Display);
        Assert.All(hidden.Proofs, p => Assert.True(p is { Width: 5, Holds: true }));
    }

    [Fact]
    public void The_public_sees_small_counts_below_ten_and_everything_else_rounded()
    {
        var table = Protect(DisclosurePolicy.Public, Levels(9, 23, 148)).Table("by-level");
        Assert.Equal(["fewer than 10", "25", "150", "180"], table.Cells.Select(c => c.Display));
        Assert.Equal(150, table["standard"].Value);
    }

    [Fact]
    public void Rounded_parts_that_would_narrow_a_small_count_are_withheld()
    {
        // 10 stands for 10 to 12, 20 for 18 to 22: shown together they would leave 6 to 9.
        var released = Protect(DisclosurePolicy.Public, Levels(9, 11, 0));
        Assert.Contains(released.Table("by-level").Cells, c => c.Status == CellStatus.Complementary);
        Assert.All(released.Proofs, p => Assert.True(p.Holds));
    }

    [Fact]
    public void Those_with_the_right_see_everything() =>
        Assert.Equal(["3", "20", "40", "63"], Protect(DisclosurePolicy.Trusted, Levels(3, 20, 40)).Table("by-level").Cells.Select(c => c.Display));

    [Fact]
    public void The_same_number_in_a_table_and_a_sentence_is_shown_the_same()
    {
        var levels = Levels(3, 20, 40);
        var released = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(levels).Figure("high", "High", levels.Key("high")).Figure("medium", "Medium", levels.Key("medium")).Build());
        Assert.Equal(released.Table("by-level")["high"].Display, released.Figure("high").Display);
        Assert.Equal(released.Table("by-level")["medium"].Display, released.Figure("medium").Display);
    }

    [Fact]
    public void A_percentage_falls_with_its_counts_and_with_what_it_leaves_over()
    {
        var levels = Levels(30, 40, 50);
        var within = new TallyBuilder("within-target", "Within target", "within-target").Within("quarter", "Q1").By(s_level).Cell(28, [], "high").Cell(20, [], "medium").Cell(25, [], "standard").Build();
        var released = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(levels).Add(within)
            .Percentage("high", "", within.Key("high"), levels.Key("high")).Percentage("medium", "", within.Key("medium"), levels.Key("medium")).Build());
        // 28 of 30 would say that 2 were late.
        Assert.Equal("[c]", released.Figure("high").Display);
        Assert.Contains(released.Tables, t => t["high"].Display == "[c]");
        Assert.All(released.Proofs, p => Assert.True(p.Holds));
    }

    [Fact]
    public void Percentages_and_medians_need_their_base()
    {
        var levels = Levels(6, 22, 60);
        var released = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(levels)
            .Percentage("few", "", levels.Key("high"), levels.Key("medium")).Percentage("many", "", levels.Key("medium"), levels.Key("standard"))
            .Median("too-few", "", 3, "days", levels.Key("high")).Median("enough", "", 4.5, "days", levels.Key("medium"))
            .Change("change", "", levels.Key("standard"), levels.Key("medium")).Build());
        Assert.Equal(["[u]", "37%", "[u]", "4.5", "[u]"], released.Figures.Select(f => f.Display));
    }

    [Fact]
    public void Accepted_declined_and_waiting_make_up_what_was_received()
    {
        Tally Count(string measure, int count) => new TallyBuilder(measure, measure, measure).Within("quarter", "Q1").Cell(count, []).Build();
        var release = new ReleaseBuilder(DisclosurePolicy.Board).Add(Count("received", 50)).Add(Count("accepted", 40)).Add(Count("declined", 7)).Add(Count("waiting", 3)).Decompose("received", "accepted", "declined", "waiting");
        var released = DisclosureControl.Protect(release.Build());
        Assert.Single(released.Figures, f => f.Status == CellStatus.Complementary);
        Assert.Equal("fewer than 5", released.Figure("waiting").Display);
    }

    [Fact]
    public void Categories_that_overlap_bound_their_total_and_no_more()
    {
        var abuse = new Dimension("abuse", "Abuse", [new("physical", "Physical"), new("economic", "Economic")], overlapping: true);
        var tally = new TallyBuilder("abuse", "Abuse", "received").By(abuse).Cell(3, [], "physical").Cell(20, [], "economic").Cell(21, [], [null]).Build();
        Assert.Equal(["fewer than 5", "20", "21"], Protect(DisclosurePolicy.Board, tally).Table("abuse").Cells.Select(c => c.Display));
    }

    [Fact]
    public void Counts_of_things_are_shown_as_they_are()
    {
        var sessions = new TallyBuilder("sessions", "Sessions held", "sessions").NotAboutPeople().Cell(2, []).Build();
        Assert.Equal("2", Protect(DisclosurePolicy.Public, sessions).Figure("sessions").Display);
    }

    [Fact]
    public void What_was_released_stays_as_it_was_released()
    {
        var first = Protect(DisclosurePolicy.Board, Levels(3, 20, 40));
        var second = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board, [first.Ledger!]).Add(Levels(6, 20, 41)).Build());
        Assert.Equal(first.Table("by-level").Cells.Select(c => c.Display), second.Table("by-level").Cells.Select(c => c.Display));
        Assert.True(second.Table("by-level")["high"].Restated);
        Assert.Contains(second.Table("by-level").Notes, n => n.Contains("as first released"));
    }

    [Fact]
    public void A_later_breakdown_cannot_open_an_earlier_small_count()
    {
        var first = Protect(DisclosurePolicy.Board, Levels(9, 20, 40));
        var finer = new TallyBuilder("by-level-and-source", "", "received").Within("quarter", "Q1").By(s_level).By(s_source)
            .Cell(7, [], "high", "police").Cell(2, [], "high", "health").Cell(20, [], "medium", "police").Cell(40, [], "standard", "police").Build();
        var second = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board, [first.Ledger!]).Add(finer).Build());
        Assert.Equal("fewer than 5", second.Table("by-level-and-source")["high", "health"].Display);
        Assert.NotEqual("7", second.Table("by-level-and-source")["high", "police"].Display);
        Assert.All(second.Proofs, p => Assert.True(p is { Holds: true, KnownBefore: false }));
    }

    [Fact]
    public void A_small_count_that_earlier_releases_gave_away_is_reported()
    {
        var total = Protect(DisclosurePolicy.Board, new TallyBuilder("received", "", "received").Within("quarter", "Q1").Cell(23, []).Build());
        var part = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board, [total.Ledger!]).Add(new TallyBuilder("accepted", "", "accepted").Within("quarter", "Q1").Cell(20, []).Build()).Build());
        // Only now does somebody say that the rest of the received are one small group.
        var waiting = new TallyBuilder("waiting", "", "waiting").Within("quarter", "Q1").Cell(3, []).Build();
        var released = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board, [total.Ledger!, part.Ledger!]).Add(waiting)
            .Relate(CellKey.Of("received", ("quarter", "Q1")), CellKey.Of("accepted", ("quarter", "Q1")), waiting.Key()).Build());
        Assert.Contains(released.Proofs, p => p.KnownBefore);
    }

    [Fact]
    public void A_table_that_would_narrow_what_was_said_before_is_withheld_whole()
    {
        // "Fewer than 5" was printed for 3; three parts that are not zero would leave only 3 and 4.
        var first = Protect(DisclosurePolicy.Board, Levels(3, 20, 40));
        var thirds = new Dimension("borough", "Borough", [new("a", "A"), new("b", "B"), new("c", "C"), new("d", "D")]);
        var parts = new TallyBuilder("high-by-borough", "", "received").Within("quarter", "Q1").Within("level", "high").By(thirds).Cell(1, [], "a").Cell(1, [], "b").Cell(1, [], "c").Build();
        var second = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board, [first.Ledger!]).Add(parts).Build());
        Assert.All(second.Table("high-by-borough").Cells, c => Assert.Equal("[c]", c.Display));
        Assert.All(second.Proofs, p => Assert.True(p is { Holds: true, KnownBefore: false }));
    }

    [Fact]
    public void A_frozen_release_thaws_into_what_it_displayed()
    {
        var levels = Levels(3, 20, 40);
        var released = DisclosureControl.Protect(new ReleaseBuilder(DisclosurePolicy.Board).Add(levels).Percentage("share", "Share", levels.Key("standard"), levels.Key([null])).Build());
        var thawed = DisclosureControl.Thaw(DisclosureControl.Freeze(released));
        Assert.Equal(released.Table("by-level").Cells.Select(c => (c.Display, c.Value, c.Status)), thawed.Table("by-level").Cells.Select(c => (c.Display, c.Value, c.Status)));
        Assert.Equal(released.Figure("share").Display, thawed.Figure("share").Display);
        Assert.Equal(released.Proofs, thawed.Proofs);
        var ledger = JsonSerializer.Deserialize<ReleaseLedger>(JsonSerializer.Serialize(released.Ledger))!;
        Assert.Equal(released.Ledger!.Cells, ledger.Cells);
    }

    [Fact]
    public void Raw_counts_are_neither_printed_nor_serialised()
    {
        var tally = Levels(3, 20, 40);
        Assert.DoesNotContain("3", tally.Cell("high").ToString());
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(tally));
        Assert.DoesNotContain("\"Count\"", JsonSerializer.Serialize(Protect(DisclosurePolicy.Board, tally)));
    }

    [Fact]
    public void Only_disclosure_control_can_make_what_is_shown()
    {
        foreach (var type in (Type[])[typeof(DisclosedTable), typeof(DisclosedFigure), typeof(DisclosedCell), typeof(Disclosed), typeof(DisclosureControl)])
            Assert.Empty(type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Concat(type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Where(c => !c.IsPrivate)));
        Assert.Throws<ArgumentNullException>(() => DisclosedCell.Make(null!, "3", 3, CellStatus.Shown, false));
    }

    [Fact]
    public void A_tally_adds_up_or_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new TallyBuilder("t", "", "m").By(s_level).Cell(3, [], "high").Cell(4, [], [null]).Build());
        Assert.Throws<ArgumentException>(() => new ReleaseBuilder(DisclosurePolicy.Board).Add(Levels(1, 2, 3)).Add(Levels(1, 2, 3)));
        var id = Guid.NewGuid();
        Assert.Equal([id], new TallyBuilder("t", "", "m").By(s_level).Cell(1, [id], "high").Build().Cell([null]).Records());
    }

    [Theory]
    [InlineData(2, 1), InlineData(0, 1), InlineData(5, 11), InlineData(5, 0)]
    public void A_policy_that_protects_nobody_is_refused(int threshold, int rounding) =>
        Assert.Throws<ArgumentException>(() => new ReleaseBuilder(DisclosurePolicy.Board with { Threshold = threshold, RoundingBase = rounding }));

    private static Tally Levels(int high, int medium, int standard) =>
        new TallyBuilder("by-level", "By level", "received").Within("quarter", "Q1").By(s_level).Cell(high, [], "high").Cell(medium, [], "medium").Cell(standard, [], "standard").Build();

    private static Disclosed Protect(DisclosurePolicy policy, Tally tally) => DisclosureControl.Protect(new ReleaseBuilder(policy).Add(tally).Build());
}
