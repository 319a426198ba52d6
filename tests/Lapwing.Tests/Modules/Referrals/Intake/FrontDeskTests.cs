using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Intake.Questions;

namespace Lapwing.Tests.Modules.Referrals.Intake;

/// <summary>Receiving a referral without a page, as the import and the demonstration do.</summary>
public sealed class FrontDeskTests
{
    private static readonly DateTime Monday = new(2023, 6, 5, 9, 0, 0, DateTimeKind.Utc); // 10:00 in London
    private static readonly PartnershipKeys Keys = PartnershipKeys.Fresh();
    private static readonly FrontDesk Desk = new(Id<Team>.New(), new(), new(), Keys, new BlindIndex(Keys));
    private static readonly Act Act = new(Viewer.System("test", Monday), Monday, "referral.receive", "test");

    private static readonly IntakeAnswers Answers = new()
    {
        Who = WhoIsReferred.AdultVictim, SafeContact = new() { MayRing = true }, Telephone = "07700 900982", Basis = ConsentBasis.Consent,
        Subject = new() { GivenName = "Wilhelmina", FamilyName = "Ashdown", BornOn = new(1989, 3, 4) },
        Harmer = new() { GivenName = "Mortimer", FamilyName = "Vane", BornOn = new(1985, 2, 1) },
        ChildrenNamed = [new() { GivenName = "Odo", Age = 7 }, new() { Age = 3 }], Children = 2, Address = "12 Made-up Street",
    };

    [Fact]
    public void Every_named_person_gets_a_file_on_their_own_side_of_one_matter()
    {
        var files = Desk.Receive(Act, Answers, new(ReferralSource.Police)).Entities.OfType<CaseFile>().ToList();
        Assert.Equal([Side.Survivor, Side.Child, Side.PersonCausingHarm], files.Select(f => f.Side).Order());
        Assert.Single(files.Select(f => f.Matter).Distinct());
    }

    [Fact]
    public void The_front_door_works_with_every_file_until_an_end_and_the_referrer_sees_the_outcome_of_one()
    {
        var police = Id<Team>.New();
        var received = Desk.Receive(Act, Answers, new(ReferralSource.Police, Id<Agency>.New(), [police, Desk.Team]));
        var circles = received.Entities.OfType<Circle>().ToList();
        Assert.Equal(3, circles.Count(c => c.Team == Desk.Team && c.Depth == Depth.Work && c.Until == Monday.AddMonths(12)));
        var outcome = Assert.Single(circles, c => c.Team == police);
        Assert.Equal((received.Referral.CaseFile, Depth.Outcome), (outcome.File, outcome.Depth));
        var seal = Assert.Single(received.Entities.OfType<SealGrant>());
        Assert.Equal((received.Referral.CaseFile, Desk.Team, Seal.Whereabouts), (seal.File, seal.Team, seal.Seal));
    }

    [Fact]
    public void Clocks_run_in_working_hours_from_when_it_arrived()
    {
        var referral = Desk.Receive(Act, Answers, new(ReferralSource.Police), receivedAt: new(2023, 6, 2, 15, 0, 0, DateTimeKind.Utc)).Referral; // Friday 16:00
        Assert.Equal(new DateTime(2023, 6, 5, 11, 0, 0, DateTimeKind.Utc), referral.TriageDueAt); // one hour on Friday, three on Monday
        Assert.Equal(new DateTime(2023, 6, 5, 15, 0, 0, DateTimeKind.Utc), referral.ContactDueAt);
    }

    [Fact]
    public void Nothing_is_received_without_a_safe_way_to_make_contact()
    {
        Assert.Throws<ArgumentException>(() => Desk.Receive(Act, Answers with { SafeContact = null }, new(ReferralSource.Police)));
        Assert.Throws<ArgumentException>(() => Desk.Receive(Act, Answers with { SafeContact = new() { CodePhrase = "blue door" } }, new(ReferralSource.Police)));
    }

    [Theory]
    [InlineData("2022-06-05T09:00:00Z", true)]
    [InlineData("2022-06-05T00:00:00Z", true)]
    [InlineData("2022-06-04T22:59:00Z", false)]
    [InlineData("2023-06-06T00:00:00Z", false)]
    public void A_repeat_is_counted_from_the_last_referral_for_twelve_months(string earlier, bool repeat) =>
        Assert.Equal(repeat, RepeatRule.Holds(DateTime.Parse(earlier, null, System.Globalization.DateTimeStyles.AdjustToUniversal), Monday, 12));

    [Theory]
    [InlineData(15, WhoIsReferred.Child, true)]
    [InlineData(16, WhoIsReferred.Child, false)]
    [InlineData(null, WhoIsReferred.Child, true)]
    [InlineData(15, WhoIsReferred.AdultVictim, true)]
    [InlineData(null, WhoIsReferred.AdultVictim, false)]
    public void A_child_under_16_or_of_unknown_age_is_for_childrens_safeguarding(int? age, WhoIsReferred who, bool safeguarding) =>
        Assert.Equal(safeguarding, Desk.Receive(Act, Answers with { Who = who, Subject = new() { Age = age } }, new(ReferralSource.Police)).Referral.IsForChildrensSafeguarding);

    [Theory]
    [InlineData("9am", "09:00")]
    [InlineData("9:30 AM", "09:30")]
    [InlineData("12.15 p.m.", "12:15")]
    [InlineData("14:00", "14:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("25:00", null)]
    [InlineData("13pm", null)]
    [InlineData("tea time", null)]
    public void Times_are_read_as_people_type_them(string typed, string? time) =>
        Assert.Equal(time, ClockTime.Read(typed)?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
}
