using System.Text.Json;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;

namespace Lapwing.Tests.Modules.Directory;

public sealed class ServiceEligibilityTests
{
    private const WhoIsReferred Everybody = WhoIsReferred.AdultVictim | WhoIsReferred.Child | WhoIsReferred.PersonCausingHarm;
    private static readonly ServiceEligibility Good = new() { MinimumAge = 16, Areas = ["E09000003"], RiskLevels = [RiskLevel.High] };

    public static TheoryData<ServiceEligibility, string> Wrong => new()
    {
        { Good with { Serves = WhoIsReferred.None }, "Serves" },
        { Good with { Serves = (WhoIsReferred)8 }, "Serves" },
        { Good with { MinimumAge = -1 }, "MinimumAge" },
        { Good with { MaximumAge = 15 }, "MaximumAge" },
        { Good with { MonthsOfSafety = 121 }, "MonthsOfSafety" },
        { Good with { RiskLevels = [RiskLevel.NotAssessed] }, "RiskLevels" },
        { Good with { RiskLevels = [RiskLevel.High, RiskLevel.High] }, "RiskLevels" },
        { Good with { Areas = ["Barnet"] }, "Areas" },
        { Good with { Serves = Everybody }, "Serves" },
        { Good with { Pathway = Pathway.FrontDoor }, "Pathway" },
        { Good with { Pathway = Pathway.PerpetratorCaseManagement }, "Serves" },
        { Good with { Pathway = Pathway.ChildTherapy, Serves = WhoIsReferred.Child }, "SchoolAgeOnly" },
        { Good with { Pathway = Pathway.ParentalConflict }, "Requires" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_right_is_refused_at_its_field(ServiceEligibility eligibility, string member) =>
        Assert.Contains(eligibility.Problems(), p => p.Member == member);

    [Fact]
    public void What_can_be_right_is_accepted_and_survives_storage_in_words()
    {
        Assert.Empty(Good.Problems());
        Assert.Empty(new ServiceEligibility { Pathway = Pathway.FrontDoor, Serves = Everybody, Areas = ["E09000002"] }.Problems());
        var json = JsonSerializer.Serialize(Good with { Requires = Requirement.Consent | Requirement.Keyworker, Pathway = Pathway.ChildGroup });
        Assert.Contains("\"Consent, Keyworker\"", json, StringComparison.Ordinal);
        Assert.Contains("\"ChildGroup\"", json, StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ServiceEligibility>(json)));
    }

    [Fact]
    public void Every_need_and_requirement_has_a_title()
    {
        Assert.All(Requirements.All, r => Assert.NotEmpty(r.Title()));
        Assert.Equal(10, NeedsWords.All.Select(n => n.Title()).Distinct().Count());
        Assert.Equal("Safety advice, Safe housing", (Needs.SafeHousing | Needs.SafetyAdvice).Title());
    }
}
