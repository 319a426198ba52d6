using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Directory;

namespace Lapwing.Tests.Modules.Accommodation;

public sealed class RelevantAccommodationTests
{
    [Theory]
    [InlineData(UnitType.Refuge, ProviderStanding.DomesticAbuseCharity, Premises.SharedInOwnBuilding, null)]
    [InlineData(UnitType.Refuge, ProviderStanding.LocalHousingAuthority, Premises.SelfContained, null)]
    [InlineData(UnitType.OtherEmergency, ProviderStanding.PrivateRegisteredProvider, Premises.SelfContained, null)]
    [InlineData(UnitType.Dispersed, ProviderStanding.DomesticAbuseCharity, Premises.SelfContained, null)]
    [InlineData(UnitType.OtherEmergency, ProviderStanding.LocalHousingAuthority, Premises.BedAndBreakfast, "bed-and-breakfast")]
    [InlineData(UnitType.Refuge, ProviderStanding.DomesticAbuseCharity, Premises.BedAndBreakfast, "bed-and-breakfast")]
    [InlineData(UnitType.OtherEmergency, ProviderStanding.DomesticAbuseCharity, Premises.SharedElsewhere, "shared-elsewhere")]
    [InlineData(UnitType.Refuge, ProviderStanding.Other, Premises.SelfContained, "provider")]
    [InlineData(UnitType.Dispersed, ProviderStanding.DomesticAbuseCharity, Premises.SharedInOwnBuilding, "dispersed-self-contained")]
    public void What_is_safe_accommodation_is_what_the_regulations_say(UnitType type, ProviderStanding standing, Premises premises, string? refusedBy)
    {
        var terms = Terms() with { Type = type, Standing = standing, Premises = premises };
        Assert.Equal(refusedBy, RelevantAccommodation.Against(terms) is [var first, ..] ? first.Code : null);
        if (refusedBy is null)
            Assert.Equal(type, Add(terms).Type);
        else
            Assert.Equal(refusedBy, Assert.Throws<RuleBroken>(() => Add(terms)).Code);
    }

    [Fact]
    public void Every_rule_names_its_source_and_its_reason() =>
        Assert.All(RelevantAccommodation.Rules, rule => Assert.True(rule.Source.StartsWith("SI 2021/991, reg. 2", StringComparison.Ordinal) && rule.Reason.EndsWith('.'), rule.Code));

    [Fact]
    public void A_unit_never_becomes_a_bed_and_breakfast_by_being_changed()
    {
        var unit = Add(Terms());
        Assert.Equal("bed-and-breakfast", Assert.Throws<RuleBroken>(() => unit.Change(Now(), Terms() with { Premises = Premises.BedAndBreakfast })).Code);
        Assert.Equal("unit-type", Assert.Throws<RuleBroken>(() => unit.Change(Now(), Terms() with { Type = UnitType.SecondStage })).Code);
        Assert.Equal(Premises.SharedInOwnBuilding, unit.Premises);
    }

    [Fact]
    public void Vacancies_are_never_more_than_there_are_spaces_nor_fewer_than_are_held()
    {
        var unit = Add(Terms() with { Spaces = 3 });
        Assert.Equal("too-many-vacancies", Assert.Throws<RuleBroken>(() => unit.SayVacancies(Now(), 4)).Code);
        unit.SayVacancies(Now(), 2);
        unit.Take();
        Assert.Equal("fewer-than-held", Assert.Throws<RuleBroken>(() => unit.SayVacancies(Now(), 0)).Code);
        unit.Let(Now());
        Assert.Equal((1, 0, 1), (unit.Vacant, unit.Held, unit.Occupied));
        Assert.Equal("too-many-vacancies", Assert.Throws<RuleBroken>(() => unit.SayVacancies(Now(), 3)).Code);
        Assert.Equal("unit-in-use", Assert.Throws<RuleBroken>(() => unit.Close(Now(), new(2023, 6, 6))).Code);
        unit.Take();
        Assert.Equal("no-vacancy", Assert.Throws<RuleBroken>(unit.Take).Code);
    }

    internal static UnitTerms Terms() => new() { Type = UnitType.Refuge, Standing = ProviderStanding.DomesticAbuseCharity, Premises = Premises.SharedInOwnBuilding, Spaces = 4, MaxPeople = 4 };

    internal static SafeUnit Add(UnitTerms terms) => SafeUnit.Add(Now(), "Grey Heron", Id<Agency>.New(), Id<Team>.New(), terms);

    internal static Act Now() => new(Viewer.System("test", new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc)), new(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc), "test", "test");
}
