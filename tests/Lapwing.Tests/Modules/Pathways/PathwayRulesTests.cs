using CsCheck;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Pathways;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Pathways;

public sealed class PathwayRulesTests
{
    private const string Barnet = "E09000003";
    private const string Havering = "E09000016";

    private static readonly IReadOnlyList<ServiceFacts> BarkingServices = Facts(DemonstrationServices.BarkingAndDagenham);
    private static readonly IReadOnlyList<ServiceFacts> BarnetServices = Facts(DemonstrationServices.Barnet);

    private static readonly ReferralFacts Adult = new()
    {
        Who = WhoIsReferred.AdultVictim, Age = 34, Risk = RiskLevel.Medium, Abuse = AbuseKind.ControllingOrCoercive, Area = "E09000002",
        Needs = Needs.SafetyAdvice, Consents = true, ChildrenInHousehold = 0,
    };

    private static readonly ReferralFacts Child = new()
    {
        Who = WhoIsReferred.Child, Age = 9, Abuse = AbuseKind.PsychologicalEmotionalOrOther, Area = Barnet, Impacted = true, LivesWithPersonCausingHarm = false,
        MonthsOfSafety = 8, SchoolAgrees = true, HasKeyworker = true, Consents = true,
    };

    private static readonly ReferralFacts Harmer = new()
    {
        Who = WhoIsReferred.PersonCausingHarm, Age = 40, Risk = RiskLevel.High, Area = Havering, VictimSupported = true, Consents = false,
    };

    private static readonly ServiceEligibility Open = new() { Pathway = Pathway.Other };

    /// <summary>For each rule: a service that asks, facts that meet it, facts that do not, and, where that may be, facts that leave it open.</summary>
    public static TheoryData<string, ServiceFacts, ReferralFacts, ReferralFacts, ReferralFacts?> Rules => new()
    {
        { "area", Of(Open with { Areas = [Barnet] }), Adult with { Area = Barnet }, Adult, Adult with { Area = null } },
        { "who", Of(Open), Adult, Child with { Age = 17 }, null },
        { "under-16", Of(Open), Adult with { Age = 16 }, Adult with { Age = 15 }, null },
        { "perpetrator-under-16", Of(Open with { Serves = WhoIsReferred.PersonCausingHarm, Pathway = Pathway.PerpetratorBehaviourChange }), Harmer with { Age = 16 }, Harmer with { Age = 15 }, null },
        { "age-from", Of(Open with { MinimumAge = 18 }), Adult with { Age = 18 }, Adult with { Age = 17 }, Adult with { Age = null } },
        { "age-to", Of(Open with { MaximumAge = 21 }), Adult with { Age = 21 }, Adult with { Age = 22 }, Adult with { Age = null } },
        { "school-age", Of(Open with { SchoolAgeOnly = true, Serves = WhoIsReferred.Child }), Child with { Age = 5 }, Child with { Age = 4 }, Child with { Age = null } },
        { "school-age", Of(Open with { SchoolAgeOnly = true, Serves = WhoIsReferred.Child }), Child with { Age = 16 }, Child with { Age = 17 }, null },
        { "risk", Of(Open with { RiskLevels = [RiskLevel.High] }), Adult with { Risk = RiskLevel.High }, Adult, Adult with { Risk = RiskLevel.NotAssessed } },
        { "needs", Of(Open with { Meets = Needs.SafeHousing | Needs.MoneyAdvice }), Adult with { Needs = Needs.MoneyAdvice | Needs.LegalHelp }, Adult, Adult with { Needs = Needs.None } },
        { "consent", Of(Open with { Requires = Requirement.Consent }), Adult, Adult with { Consents = false }, Adult with { Consents = null } },
        { "impacted", Of(Open with { Requires = Requirement.Impacted }), Adult with { Impacted = true }, Adult with { Impacted = false }, Adult },
        { "living-apart", Of(Open with { Requires = Requirement.LivingApart }), Adult with { LivesWithPersonCausingHarm = false }, Adult with { LivesWithPersonCausingHarm = true }, Adult },
        { "months-of-safety", Of(Open with { MonthsOfSafety = 6 }), Adult with { MonthsOfSafety = 6 }, Adult with { MonthsOfSafety = 5 }, Adult },
        { "school-agrees", Of(Open with { Requires = Requirement.SchoolAgrees }), Adult with { SchoolAgrees = true }, Adult with { SchoolAgrees = false }, Adult },
        { "keyworker", Of(Open with { Requires = Requirement.Keyworker }), Adult with { HasKeyworker = true }, Adult with { HasKeyworker = false }, Adult },
        { "children-in-household", Of(Open with { Requires = Requirement.ChildrenInHousehold }), Adult with { ChildrenInHousehold = 2 }, Adult, Adult with { ChildrenInHousehold = null } },
        { "high-harm-or-serial", Of(Open with { Requires = Requirement.HighHarmOrSerial }), Adult with { Risk = RiskLevel.High }, Adult with { SerialOrHighHarm = false }, Adult with { SerialOrHighHarm = null } },
        { "high-harm-or-serial", Of(Open with { Requires = Requirement.HighHarmOrSerial }), Adult with { SerialOrHighHarm = true }, Adult with { SerialOrHighHarm = false }, Adult with { Risk = RiskLevel.NotAssessed, SerialOrHighHarm = false } },
        { "victim-supported", Of(Open with { Requires = Requirement.VictimSupported }), Adult with { VictimSupported = true }, Adult with { VictimSupported = false }, Adult },
        { "abuse-screened-out", Of(Open with { Requires = Requirement.AbuseScreenedOut }), Adult with { Abuse = AbuseKind.None, AbuseScreenedOut = true }, Adult with { AbuseScreenedOut = true }, null },
        { "abuse-screened-out", Of(Open with { Requires = Requirement.AbuseScreenedOut }), Adult with { Abuse = AbuseKind.None, AbuseScreenedOut = true }, Adult with { Abuse = AbuseKind.None }, null },
    };

    [Theory]
    [MemberData(nameof(Rules), DisableDiscoveryEnumeration = true)]
    public void Each_rule_lets_through_rules_out_alone_with_its_reason_or_asks_to_check(string code, ServiceFacts service, ReferralFacts met, ReferralFacts notMet, ReferralFacts? open)
    {
        Assert.DoesNotContain(One(met, service).RuledOut, r => r.Code == code);
        Assert.DoesNotContain(One(met, service).ToCheck, r => r.Code == code);
        var reason = Assert.Single(One(notMet, service).RuledOut, r => r.Code == code);
        Assert.EndsWith(".", reason.Text, StringComparison.Ordinal);
        Assert.True(One(notMet, service).Offered.Count == 0 && !One(notMet, service).IsOffered);
        if (open is not null)
        {
            var check = One(open, service);
            Assert.True(check.IsOffered);
            Assert.Contains(check.ToCheck, r => r.Code == code && r.Text.EndsWith('.'));
        }
    }

    [Fact]
    public void Every_rule_of_the_table_has_a_row_above_or_below()
    {
        var tested = Rules.Select(r => r.Data.Item1).Concat(["stage", "capacity"]).Distinct();
        Assert.Equal(PathwayRules.Table.Select(r => r.Code).Order(StringComparer.Ordinal), tested.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(ServiceStage.Scoping, false)]
    [InlineData(ServiceStage.Pilot, true)]
    [InlineData(ServiceStage.SoftLaunch, true)]
    [InlineData(ServiceStage.FormallyLaunched, true)]
    [InlineData(ServiceStage.Paused, false)]
    [InlineData(ServiceStage.Ended, false)]
    public void Only_a_pilot_or_a_launched_service_is_offered(ServiceStage stage, bool offered) =>
        Assert.Equal(offered ? [] : ["stage"], One(Adult, Of(Open) with { Stage = stage }).RuledOut.Select(r => r.Code));

    [Theory]
    [InlineData(null, false, true, null)]
    [InlineData(1, false, true, "One place is free.")]
    [InlineData(7, false, true, "7 places are free.")]
    [InlineData(0, true, true, "No place is free; 3 waiting.")]
    [InlineData(-1, true, true, "No place is free; 3 waiting.")]
    [InlineData(0, false, false, null)]
    public void A_full_service_is_offered_only_with_a_waiting_list(int? free, bool list, bool offered, string? says)
    {
        var decision = One(Adult, Of(Open with { KeepsWaitingList = list }) with { FreePlaces = free, Waiting = 3 });
        Assert.Equal(offered, decision.IsOffered);
        Assert.Equal(offered ? [] : ["capacity"], decision.RuledOut.Select(r => r.Code));
        Assert.Equal(says, decision.Offered.Skip(1).SingleOrDefault()?.Text);
    }

    [Fact]
    public void Every_reason_is_given_and_not_only_the_first()
    {
        var service = Of(Open with { Serves = WhoIsReferred.Child, MaximumAge = 16, Areas = [Barnet], Requires = Requirement.Keyworker }) with { Stage = ServiceStage.Paused, FreePlaces = 0 };
        var decision = One(Adult with { HasKeyworker = false }, service);
        Assert.Equal(["stage", "area", "who", "age-to", "keyworker", "capacity"], decision.RuledOut.Select(r => r.Code));
        Assert.Equal("stage,area,who,age-to,keyworker,capacity", decision.Codes);
        Assert.Equal("It is for age 16 and under; this person is 34.", decision.RuledOut[3].Text);
    }

    [Fact]
    public void The_front_door_takes_whoever_comes_at_whatever_level() => AnyFacts.Sample(facts =>
    {
        var decision = PathwayRules.Decide(facts, BarkingServices);
        return decision.Services.Count == BarkingServices.Count
            && decision.Services.Single(s => s.Service.Name == "Support 2 Safety").IsOffered
            && decision.Services.All(s => s.IsOffered ? s.Offered.Count > 0 : s.RuledOut.Count > 0 && s.Offered.Count == 0 && !s.IsRequired);
    });

    [Fact]
    public void Under_16_is_always_safeguarding_and_never_MARAC_nor_an_adult_service() => AnyFacts.Where(f => f.IsUnder16).Sample(facts =>
    {
        var decision = PathwayRules.Decide(facts, BarkingServices);
        return !decision.MayGoToMarac
            && decision.Routes.Any(r => r is { Code: "under-16-safeguarding", Pathway: Pathway.ChildrensSafeguarding, CanBeServed: true })
            && decision.Routes.All(r => r.Code != "high-risk-marac")
            && decision.Services[0].Service.Eligibility.Pathway == Pathway.ChildrensSafeguarding
            && decision.Offers.All(o => o.Service.Eligibility.Serves.HasFlag(WhoIsReferred.Child));
    });

    [Fact]
    public void Nobody_is_ever_offered_the_other_side_of_the_matter() => AnyFacts.Sample(facts =>
        PathwayRules.Decide(facts, BarkingServices).Offers.Where(o => o.Service.Eligibility.Pathway != Pathway.FrontDoor)
            .All(o => o.Service.Eligibility.Serves.HasFlag(WhoIsReferred.PersonCausingHarm) == (facts.Who == WhoIsReferred.PersonCausingHarm)
                || (facts.IsUnder16 && o.Service.Eligibility.Pathway == Pathway.ChildrensSafeguarding)));

    [Fact]
    public void An_adult_at_high_risk_gets_an_IDVA_first_and_MARAC()
    {
        var decision = PathwayRules.Decide(Adult with { Risk = RiskLevel.High }, BarkingServices);
        Assert.Equal(["high-risk-idva", "high-risk-marac"], decision.Routes.Select(r => r.Code));
        Assert.Equal(("Refuge IDVA service", true), (decision.Services[0].Service.Name, decision.Services[0].IsRequired));
        Assert.Equal(["Refuge IDVA service", "Support 2 Safety"], decision.Offers.Select(o => o.Service.Name));
        Assert.False(decision.Differs(decision.Services[0].Service.Service));
        Assert.True(decision.Differs(decision.Offers.Last().Service.Service));
        Assert.True(decision.Differs(decision.RuledOut.First().Service.Service));
        var declined = PathwayRules.Decide(Adult with { Risk = RiskLevel.High, Consents = false }, BarkingServices);
        Assert.Contains(declined.Routes, r => r is { Code: "high-risk-idva", CanBeServed: false });
    }

    [Theory]
    [InlineData(40, RiskLevel.High, null, Havering, true)]
    [InlineData(16, RiskLevel.High, null, Havering, true)]
    [InlineData(40, RiskLevel.Medium, true, Havering, true)]
    [InlineData(40, RiskLevel.Medium, false, Havering, false)]
    [InlineData(15, RiskLevel.High, true, Havering, false)]
    [InlineData(40, RiskLevel.High, true, Barnet, false)]
    public void Drive_takes_serious_harm_from_16_in_a_borough_that_takes_part(int age, RiskLevel risk, bool? serial, string area, bool offered)
    {
        var decision = PathwayRules.Decide(Harmer with { Age = age, Risk = risk, SerialOrHighHarm = serial, Area = area }, Facts(DemonstrationServices.DriveEastArea));
        Assert.Equal(offered, decision.Offers.Any(o => o.Service.Name == "Drive"));
        Assert.Contains(decision.Routes, r => r.Code == "victim-of-person-causing-harm");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("age-from", false, 3)]
    [InlineData("age-to", false, 22)]
    [InlineData("months-of-safety", false, 9, 5)]
    [InlineData("living-apart", false, 9, 8, true)]
    public void CODA_takes_children_of_4_to_21_after_six_months_of_safety(string ruledOutBy, bool offered, int age = 9, int months = 8, bool livesWith = false)
    {
        var coda = PathwayRules.Decide(Child with { Age = age, MonthsOfSafety = months, LivesWithPersonCausingHarm = livesWith }, BarnetServices)
            .Services.Single(s => s.Service.Name == "CODA");
        Assert.Equal(offered, coda.IsOffered);
        Assert.Equal(ruledOutBy, string.Join(',', coda.RuledOut.Select(r => r.Code)));
    }

    [Theory]
    [InlineData(4, "Phoenix: information, advice and guidance")]
    [InlineData(12, "Phoenix: information, advice and guidance|Phoenix: wellbeing|Phoenix: therapeutic")]
    [InlineData(17, "Phoenix: information, advice and guidance")]
    public void Phoenix_gives_information_to_all_children_and_its_two_other_tiers_to_school_age(int age, string tiers) =>
        Assert.Equal(tiers.Split('|'), PathwayRules.Decide(Child with { Age = age }, BarkingServices).Offers
            .Select(o => o.Service.Name).Where(n => n.StartsWith("Phoenix", StringComparison.Ordinal)));

    [Theory]
    [InlineData(AbuseKind.None, true, true)]
    [InlineData(AbuseKind.None, null, false)]
    [InlineData(AbuseKind.None, false, false)]
    [InlineData(AbuseKind.Economic, true, false)]
    public void Parental_conflict_screens_abuse_out_first(AbuseKind abuse, bool? screened, bool offered)
    {
        var facts = Adult with { Abuse = abuse, AbuseScreenedOut = screened, ChildrenInHousehold = 1 };
        Assert.Equal(offered, PathwayRules.Decide(facts, BarnetServices).Offers.Any(o => o.Service.Name == "Reducing parental conflict"));
    }

    [Fact]
    public void Housing_is_offered_to_those_who_need_it_and_the_hub_when_it_opens()
    {
        var decision = PathwayRules.Decide(Adult with { Needs = Needs.SafeHousing, Area = Barnet }, BarnetServices);
        Assert.Contains(decision.Offers, o => o.Service.Name.StartsWith("Housing", StringComparison.Ordinal));
        Assert.Equal("stage", decision.RuledOut.Single(o => o.Service.Name == "Victim hub").Codes);
        Assert.DoesNotContain(PathwayRules.Decide(Adult with { Area = Barnet }, BarnetServices).Offers, o => o.Service.Name.StartsWith("Housing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(WhoIsReferred.AdultVictim, 17, 0, false, "under-18-safeguarding")]
    [InlineData(WhoIsReferred.AdultVictim, 30, 2, false, "children-in-household")]
    [InlineData(WhoIsReferred.AdultVictim, 30, 0, true, "pregnancy")]
    [InlineData(WhoIsReferred.Child, null, 0, false, "child-age-not-known")]
    [InlineData(WhoIsReferred.PersonCausingHarm, 30, 0, false, "victim-of-person-causing-harm")]
    [InlineData(WhoIsReferred.AdultVictim, 30, 0, false, "")]
    public void Other_people_are_told_where_they_must_be(WhoIsReferred who, int? age, int children, bool pregnant, string codes)
    {
        var decision = PathwayRules.Decide(Adult with { Who = who, Age = age, ChildrenInHousehold = children, Pregnant = pregnant }, BarkingServices);
        Assert.Equal(codes, string.Join(',', decision.Routes.Select(r => r.Code)));
        Assert.Equal(who != WhoIsReferred.Child, decision.MayGoToMarac);
    }

    [Fact]
    public void A_referral_that_names_nobody_is_offered_nothing() =>
        Assert.Empty(PathwayRules.Decide(Adult with { Who = WhoIsReferred.None }, BarkingServices).Offers);

    [Fact]
    public void The_demonstration_services_are_valid_and_numbered()
    {
        foreach (var list in new[] { DemonstrationServices.BarkingAndDagenham, DemonstrationServices.Barnet, DemonstrationServices.DriveEastArea })
        {
            Assert.All(list, s => Assert.Empty(s.Eligibility.Problems()));
            Assert.Equal(Enumerable.Range(1, list.Count), list.Select(s => s.Number));
            Assert.Single(list, s => s.Eligibility.Pathway == Pathway.FrontDoor);
        }
    }

    private static Gen<ReferralFacts> AnyFacts => Gen.Select(
        Gen.Int[0, 2].Select(n => WhoIsReferredWords.All[n]),
        Gen.Int[-1, 90],
        Gen.Enum<RiskLevel>(),
        Gen.Int[0, 31],
        Gen.Int[0, 3].Select(n => new[] { null, Barnet, Havering, "E09000002" }[n]),
        Gen.Int[0, 1023],
        Gen.Int[-1, 1].Array[6],
        (who, age, risk, abuse, area, needs, known) => new ReferralFacts
        {
            Who = who, Age = age < 0 ? null : age, Risk = risk, Abuse = (AbuseKind)abuse, Area = area, Needs = (Needs)needs,
            Consents = Bool(known[0]), Pregnant = Bool(known[1]), Impacted = Bool(known[2]), LivesWithPersonCausingHarm = Bool(known[3]),
            SerialOrHighHarm = Bool(known[4]), VictimSupported = Bool(known[5]), ChildrenInHousehold = known[0] < 0 ? null : known[1] + 1,
        });

    private static bool? Bool(int known) => known < 0 ? null : known == 1;

    private static ServiceDecision One(ReferralFacts facts, ServiceFacts service) => PathwayRules.Decide(facts, [service]).Services.Single();

    private static ServiceFacts Of(ServiceEligibility eligibility) => new(Id<Service>.New(), "A service", ServiceStage.FormallyLaunched, eligibility);

    private static IReadOnlyList<ServiceFacts> Facts(IEnumerable<DemonstrationService> services) =>
        [.. services.Select(s => new ServiceFacts(Id<Service>.New(), s.Name, s.Stage, s.Eligibility, s.Capacity))];
}
