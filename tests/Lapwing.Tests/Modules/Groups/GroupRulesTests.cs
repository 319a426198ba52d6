using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Groups;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>The rules of groups as tables: criteria, licences, days and the order of the list.</summary>
public sealed class GroupRulesTests
{
    private static readonly DateOnly Today = new(2023, 6, 6);

    /// <summary>A child of whom every criterion is met.</summary>
    private static readonly GroupFacts Ready = new(GroupFor.Children, Today, 9, true, new(2022, 12, 6), true, false, null, true, "Cas", new(2023, 5, 1), true);

    private static readonly AgeBounds Ages = new(4, 16);

    public static TheoryData<string, GroupFacts, Fits, string> Cases => new()
    {
        { "age", Ready with { AgeOn = 4 }, Fits.Met, "They are 4; the group is for 4 to 16." },
        { "age", Ready with { AgeOn = 16 }, Fits.Met, "They are 16" },
        { "age", Ready with { AgeOn = 17 }, Fits.NotMet, "They are 17 on 6 June 2023; the group is for 4 to 16." },
        { "age", Ready with { AgeOn = 3 }, Fits.NotMet, "They are 3" },
        { "age", Ready with { AgeOn = null }, Fits.NotKnown, "Nobody has said how old they are." },
        { "impacted", Ready with { IsImpacted = null }, Fits.NotKnown, "Nobody has said whether the abuse affects them." },
        { "impacted", Ready with { IsImpacted = false }, Fits.NotMet, "no effect" },
        { "safe-time", Ready, Fits.Met, "Safe since 6 December 2022, which is 6 months or more." },
        { "safe-time", Ready with { SafeSince = new(2022, 12, 7) }, Fits.NotMet, "6 months of safety are needed, which is from 7 June 2023." },
        { "safe-time", Ready with { SafeSince = null }, Fits.NotKnown, "since when" },
        { "apart", Ready with { LivesApart = false }, Fits.NotMet, "They live with the person causing harm." },
        { "apart", Ready with { LivesApart = null }, Fits.NotKnown, "Nobody has said whether they live" },
        { "no-risk", Ready with { IsAtRisk = true }, Fits.NotMet, "They are at current risk" },
        { "no-risk", Ready with { IsAtRisk = null }, Fits.NotKnown, "current risk" },
        { "no-risk", Ready with { HighRiskOn = new(2023, 6, 1) }, Fits.NotMet, "The assessment of 1 June 2023 says high risk." },
        { "school", Ready with { SchoolAgrees = null }, Fits.NotKnown, "Nobody has asked the school." },
        { "school", Ready with { SchoolAgrees = false }, Fits.NotMet, "The school does not agree" },
        { "keyworker", Ready with { Keyworker = null }, Fits.NotMet, "No keyworker is named" },
        { "assessed", Ready with { AssessedOn = null, IsSuitable = null }, Fits.NotMet, "has not been made" },
        { "assessed", Ready with { IsSuitable = false }, Fits.NotMet, "not ready for the group yet" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Each_criterion_says_in_plain_words_whether_it_is_met_and_why(string code, GroupFacts facts, Fits fits, string words)
    {
        var judged = GroupCriteria.Judge(GroupCriteria.Usual(GroupTier.None), Ages, facts).Single(j => j.Code == code);
        Assert.Equal(fits, judged.Fits);
        Assert.Contains(words, judged.Words, StringComparison.Ordinal);
        Assert.NotEmpty(judged.Source);
    }

    [Fact]
    public void A_child_of_whom_all_is_known_and_right_meets_every_criterion_and_each_one_can_keep_her_out_alone()
    {
        var usual = GroupCriteria.Usual(GroupTier.None);
        Assert.All(GroupCriteria.Judge(usual, Ages, Ready), judged => Assert.True(judged.IsMet, judged.Code));
        var never = new GroupFacts(GroupFor.Children, Today, null, null, null, null, null, null, null, null, null, null);
        foreach (var criterion in usual.Where(c => c.IsOn))
            Assert.Contains(GroupCriteria.Judge([criterion], Ages, never), judged => !judged.IsMet);
    }

    [Fact]
    public void A_criterion_that_is_switched_off_asks_nothing_its_number_can_change_and_its_source_is_the_partnerships()
    {
        Assert.Empty(GroupCriteria.Judge([new("school", IsOn: false)], Ages, Ready with { SchoolAgrees = false }));
        Assert.Equal(Fits.Met, GroupCriteria.Judge([new("safe-time", true, 3)], Ages, Ready with { SafeSince = new(2023, 3, 6) }).Single().Fits);
        Assert.Equal("Our own protocol", GroupCriteria.Judge([new("safe-time", true, 3, "Our own protocol")], Ages, Ready).Single().Source);
    }

    [Fact]
    public void Mothers_are_not_asked_about_school_age_and_effect()
    {
        var judged = GroupCriteria.Judge(GroupCriteria.Usual(GroupTier.None), Ages, Ready with { Who = GroupFor.Carers, AgeOn = 41, SchoolAgrees = null, IsImpacted = null });
        Assert.Equal(["apart", "assessed", "keyworker", "no-risk", "safe-time"], judged.Select(j => j.Code).Order());
        Assert.All(judged, j => Assert.True(j.IsMet));
    }

    [Theory]
    [InlineData(4, false), InlineData(5, true), InlineData(16, true), InlineData(17, false)]
    public void The_therapeutic_tier_is_for_school_age_children_only(int age, bool isMet)
    {
        Assert.Equal(isMet, GroupCriteria.Judge(GroupCriteria.Usual(GroupTier.Therapeutic), new(null, null), Ready with { AgeOn = age }).Single(j => j.Code == GroupCriteria.SchoolAge).IsMet);
        var terms = new ProgrammeTerms("Therapy", "", GroupTier.Therapeutic, false, 60, 4, 18, 1, ["One"], [new(GroupCriteria.SchoolAge, IsOn: false)]);
        Assert.Contains("that criterion stays on", Assert.Single(terms.Problems()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-05-31", "the licence begins on 1 June 2023")]
    [InlineData("2023-06-01", null)]
    [InlineData("2026-05-31", null)]
    [InlineData("2026-06-01", "the licence ended on 31 May 2026")]
    public void A_licence_holds_for_three_years_to_the_day(string day, string? why)
    {
        var terms = new LicenceTerms(new(2023, 6, 1), LicenceTerms.UsualEnd(new(2023, 6, 1)), new(2022, 1, 1), null);
        Assert.Empty(terms.Problems());
        Assert.Equal(why, terms.WhyNotOn(DateOnly.Parse(day, null)));
        Assert.NotEmpty((terms with { Until = terms.Until.AddDays(1) }).Problems());
    }

    [Theory]
    [InlineData("2023-06-09", "the training was on 10 June 2023"), InlineData("2023-06-10", null), InlineData("2023-12-31", null), InlineData("2024-01-01", "the training lapsed on 31 December 2023")]
    public void Training_must_hold_as_well(string day, string? why) =>
        Assert.Equal(why, new LicenceTerms(new(2023, 6, 1), new(2026, 5, 31), new(2023, 6, 10), new(2023, 12, 31)).WhyNotOn(DateOnly.Parse(day, null)));

    [Fact]
    public void A_group_meets_weekly_and_skips_bank_holidays_and_closed_days()
    {
        // Mondays from 24 April 2023: 1 May, 8 May (coronation) and 29 May are bank holidays, and half term is closed anyway.
        var plan = SessionCalendar.Weekly(new(2023, 4, 24), 4, GroupSettings.Parse("2023-05-15 2023-05-21 Made-up closing"));
        Assert.Equal([new(2023, 4, 24), new(2023, 5, 22), new(2023, 6, 5), new(2023, 6, 12)], plan.Days);
        Assert.Equal([new(2023, 5, 1), new(2023, 5, 8), new(2023, 5, 15), new(2023, 5, 29)], plan.Skipped.Select(s => s.Day));
        Assert.Equal("Made-up closing", plan.Skipped[2].Why);
        Assert.All(plan.Days, day => Assert.Equal(DayOfWeek.Monday, day.DayOfWeek));
    }

    [Fact]
    public void A_calendar_without_open_weeks_is_refused_and_not_searched_for_ever() =>
        Assert.Equal("calendar", Assert.Throws<RuleBroken>(() => SessionCalendar.Weekly(new(2023, 1, 2), 2, GroupSettings.Parse("2000-01-01 2090-01-01 Always"))).Code);

    [Theory]
    [InlineData("soon"), InlineData("2023-05-21 2023-05-15 Backwards"), InlineData("2023-02-30 2023-03-01 Not a day")]
    public void A_line_of_closed_days_that_is_not_one_is_said_by_its_number(string line) =>
        Assert.Contains("Line 2", Assert.Throws<FormatException>(() => GroupSettings.Parse("2023-07-24 2023-09-01 Summer\n" + line)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_session_begins_at_the_same_hour_on_the_wall_after_the_clocks_have_changed()
    {
        // Sundays: the clocks go back on 29 October 2023 itself.
        var days = SessionCalendar.Weekly(new(2023, 10, 22), 3, new()).Days;
        var begins = days.Select(day => SessionCalendar.Begins(day, 16 * 60)).ToList();
        Assert.All(begins, at => Assert.Equal(new TimeSpan(16, 0, 0), LondonTime.FromUtc(at).TimeOfDay));
        Assert.Equal([15, 16, 16], begins.Select(at => at.Hour));
        Assert.Equal(TimeSpan.FromHours(7 * 24 + 1), begins[1] - begins[0]);
        Assert.Equal(16, LondonTime.FromUtc(SessionCalendar.Begins(new(2024, 3, 31), 16 * 60)).Hour);
    }

    [Fact]
    public void Whoever_would_be_too_old_soon_comes_first_and_then_whoever_waited_longest()
    {
        DateTime At(int day) => new(2023, 5, day, 9, 0, 0, DateTimeKind.Utc);
        var line = WaitingOrder.Of<string>(
        [
            new("late", At(20), new(2012, 1, 1), 11), new("early", At(2), new(2013, 1, 1), 10), new("soon too old", At(25), new(2006, 9, 1), 16),
            new("too old already", At(1), new(2006, 1, 1), 17), new("no birth date", At(3), null, null),
        ], Ages, Today);
        Assert.Equal(["soon too old", "too old already", "early", "no birth date", "late"], line.Select(l => l.Who));
        Assert.Equal("Too old from 1 September 2023", line[0].Reason);
        Assert.Equal("Waits since 2 May 2023", line[2].Reason);
        Assert.Equal([1, 2, 3, 4, 5], line.Select(l => l.Number));
    }

    [Theory]
    [InlineData(16, false), InlineData(17, true)]
    public void Who_is_over_the_ages_in_the_middle_of_a_group_stays_and_the_rule_is_said(int age, bool isSaid) =>
        Assert.Equal(isSaid, GroupPlace.OverAge(age, Ages)?.Contains("They stay to the end", StringComparison.Ordinal) == true);

    [Fact]
    public void A_licence_that_lapses_between_sessions_8_and_9_leaves_sessions_9_to_12_and_only_them()
    {
        var (programme, lead) = Made(new(new(2022, 6, 1), new(2023, 12, 31), new(2022, 1, 1), null));
        var act = Acting();
        var days = SessionCalendar.Weekly(new(2023, 6, 6), 12, new()).Days;
        var licences = new Dictionary<Id<Facilitator>, (string, LicenceTerms)> { [lead.Id] = ("Cas", lead.Terms) };
        var planned = Cohort.Plan(act, programme, GroupFor.Children, new("Rowan", 8, 960, lead.Id, null, licences), days);
        Assert.Empty(LicenceRules.Of(planned.Sessions, licences));

        lead.Change(act, programme, lead.Terms with { Until = days[7].AddDays(2) });
        licences[lead.Id] = ("Cas", lead.Terms);
        Assert.Equal([9, 10, 11, 12], LicenceRules.Of(planned.Sessions, licences).Select(u => u.Session.Number));
        var late = act with { At = planned.Sessions[8].BeginsAt };
        var refused = Assert.Throws<RuleBroken>(() => planned.Sessions[8].OpenRegister(late, programme, licences));
        Assert.Contains("The register of session 9 does not open: nobody licensed leads it (Cas: the licence ended on 27 July 2023)", refused.Message, StringComparison.Ordinal);
        planned.Sessions[7].OpenRegister(late, programme, licences);

        var (_, other) = Made(new(new(2023, 1, 1), new(2025, 12, 31), new(2022, 1, 1), null), programme);
        licences[other.Id] = ("Eve", other.Terms);
        planned.Sessions[8].NameLead(act, programme, other);
        planned.Sessions[8].OpenRegister(late, programme, licences);
        Assert.Equal([10, 11, 12], LicenceRules.Of(planned.Sessions, licences).Select(u => u.Session.Number));
        Assert.Throws<RuleBroken>(() => planned.Sessions[9].NameLead(act, programme, lead));
        Assert.Equal("no-licence", Assert.Throws<RuleBroken>(() => Cohort.Plan(act, programme, GroupFor.Children, new("Rowan", 8, 960, lead.Id, null, licences), days)).Code);
    }

    internal static Act Acting() => new(NeedToKnow.Unrestricted(Viewer.System("test", Now), UnrestrictedReason.Generation), Now, "test", "arranging a test");

    private static readonly DateTime Now = new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);

    internal static (GroupProgramme, Facilitator) Made(LicenceTerms terms, GroupProgramme? programme = null)
    {
        programme ??= GroupProgramme.Add(Acting(), new(Guid.CreateVersion7()), 1, new("CODA", "", GroupTier.None, true, 120, 4, 16, 9, [.. Enumerable.Range(1, 12).Select(n => $"Theme {n}")], GroupCriteria.Usual(GroupTier.None)));
        return (programme, Facilitator.Name(Acting(), programme, Id<Member>.New(), terms));
    }
}
