using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Directory;

/// <summary>That a service moved from one stage to another, and why: the record of a launch, a pause or an end.</summary>
public sealed class StageChange
{
    private StageChange() { }

    public const int ReasonLimit = 1_000;

    public Id<StageChange> Id { get; private set; }
    public Id<Service> Service { get; private set; }
    public ServiceStage From { get; private set; }
    public ServiceStage To { get; private set; }
    public string Reason { get; private set; } = "";
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }

    internal static StageChange Of(Act act, Service service, ServiceStage to, string reason) => new()
    {
        Id = Id<StageChange>.New(), Service = service.Id, From = service.Stage, To = to, Reason = reason, At = act.At, By = act.Who.Member,
    };
}

internal sealed class StageChangeMapping : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> change)
    {
        change.Property(c => c.Reason).HasMaxLength(StageChange.ReasonLimit);
        change.HasIndex(c => new { c.Service, c.At });
    }
}
