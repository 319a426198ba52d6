using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Directory;

/// <summary>A service of the partnership: who provides it, at which stage it is, whom it serves and how many at once.
/// The stage decides whether anybody can be offered it.</summary>
public sealed class Service
{
    private Service() { }

    public const int NameLimit = 200;
    public const int SummaryLimit = 2_000;

    /// <summary>Coded facts have eight bits for the service.</summary>
    public const int LastNumber = 255;

    public Id<Service> Id { get; private set; }

    /// <summary>Short number by which coded facts name the service; 1 to 255, never reused.</summary>
    public int Number { get; private set; }
    public string Name { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public Id<Agency> Provider { get; private set; }
    public Id<Team> Team { get; private set; }
    public ServiceStage Stage { get; private set; }

    /// <summary>How many support episodes it can hold open at once; null is no stated limit.</summary>
    public int? Capacity { get; private set; }

    /// <summary>The eligibility as JSON of its validated record.</summary>
    public string EligibilityJson { get; private set; } = "{}";
    public int Version { get; private set; }

    public ServiceEligibility Eligibility => JsonSerializer.Deserialize<ServiceEligibility>(EligibilityJson)!;

    public static Service Add(Act act, int number, string name, string summary, Id<Agency> provider, Id<Team> team,
        ServiceStage stage, int? capacity, ServiceEligibility eligibility) => new()
    {
        Id = Id<Service>.New(), Number = number, Name = name, Summary = summary, Provider = provider, Team = team,
        Stage = stage, Capacity = capacity, EligibilityJson = JsonSerializer.Serialize(eligibility),
    };

    public void Change(Act act, string name, string summary, Id<Agency> provider, Id<Team> team,
        int? capacity, ServiceEligibility eligibility) =>
        (Name, Summary, Provider, Team, Capacity, EligibilityJson) = (name, summary, provider, team, capacity, JsonSerializer.Serialize(eligibility));

    /// <summary>Moves to another stage. An ended service stays ended: what begins again is a new service.</summary>
    /// <returns>The record of the change.</returns>
    public StageChange MoveTo(Act act, ServiceStage stage, string reason)
    {
        if (Stage == ServiceStage.Ended)
            throw new RuleBroken("service-ended", "This service has ended for good. Add a new service if it begins again.");
        var change = StageChange.Of(act, this, stage, reason);
        Stage = stage;
        return change;
    }
}

internal sealed class ServiceMapping : IEntityTypeConfiguration<Service>
{
    public void Configure(EntityTypeBuilder<Service> service)
    {
        service.Ignore(s => s.Eligibility);
        service.Property(s => s.Name).HasMaxLength(Service.NameLimit);
        service.Property(s => s.Summary).HasMaxLength(Service.SummaryLimit);
        service.HasIndex(s => s.Number).IsUnique();
        service.HasIndex(s => s.Name).IsUnique();
    }
}
