using System.ComponentModel.DataAnnotations;
using Lapwing.Data;
using Lapwing.Vocabulary;

namespace Lapwing.Modules.Directory.Editing;

/// <summary>What the service's page asks, one question each.</summary>
public sealed class ServiceAnswers
{
    [Required(ErrorMessage = "Enter the service's name"), StringLength(Service.NameLimit, ErrorMessage = "The name must be 200 characters or less")]
    public string? Name { get; set; }

    [StringLength(Service.SummaryLimit, ErrorMessage = "The description must be 2,000 characters or less")]
    public string? Summary { get; set; }

    [Required(ErrorMessage = "Choose who provides the service")]
    public string? Provider { get; set; }

    [Required(ErrorMessage = "Choose the team that gives the service")]
    public string? Team { get; set; }

    [Range(1, 100_000, ErrorMessage = "Enter how many people it can support at once as a whole number from 1, or leave it empty")]
    public int? Capacity { get; set; }

    [Required(ErrorMessage = "Choose what kind of help it gives")]
    public Pathway? Pathway { get; set; }
    public List<WhoIsReferred> Serves { get; set; } = [];
    public int? MinimumAge { get; set; }
    public int? MaximumAge { get; set; }
    public bool SchoolAgeOnly { get; set; }
    public List<RiskLevel> RiskLevels { get; set; } = [];
    public List<string> Areas { get; set; } = [];
    public List<Needs> Meets { get; set; } = [];
    public int? MonthsOfSafety { get; set; }
    public List<Requirement> Requires { get; set; } = [];
    public bool KeepsWaitingList { get; set; }

    public ServiceEligibility Eligibility => new()
    {
        Pathway = Pathway ?? Directory.Pathway.Other, Serves = Serves.Aggregate(WhoIsReferred.None, (all, one) => all | one),
        MinimumAge = MinimumAge, MaximumAge = MaximumAge, SchoolAgeOnly = SchoolAgeOnly, RiskLevels = [.. RiskLevels.Order()], Areas = [.. Areas.Order(StringComparer.Ordinal)],
        Meets = Meets.Aggregate(Needs.None, (all, one) => all | one), MonthsOfSafety = MonthsOfSafety,
        Requires = Requires.Aggregate(Requirement.None, (all, one) => all | one), KeepsWaitingList = KeepsWaitingList,
    };

    public static ServiceAnswers Of(Service service)
    {
        var eligibility = service.Eligibility;
        return new()
        {
            Name = service.Name, Summary = service.Summary, Provider = service.Provider.ToString(), Team = service.Team.ToString(), Capacity = service.Capacity,
            Pathway = eligibility.Pathway, Serves = [.. WhoIsReferredWords.All.Where(who => eligibility.Serves.HasFlag(who))],
            MinimumAge = eligibility.MinimumAge, MaximumAge = eligibility.MaximumAge, SchoolAgeOnly = eligibility.SchoolAgeOnly,
            RiskLevels = [.. eligibility.RiskLevels], Areas = [.. eligibility.Areas], MonthsOfSafety = eligibility.MonthsOfSafety,
            Meets = [.. Enum.GetValues<Needs>().Where(need => need != Needs.None && eligibility.Meets.HasFlag(need))],
            Requires = [.. Requirements.All.Where(requirement => eligibility.Requires.HasFlag(requirement))], KeepsWaitingList = eligibility.KeepsWaitingList,
        };
    }
}
