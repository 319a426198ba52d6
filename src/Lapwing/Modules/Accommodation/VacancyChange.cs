using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>That the vacancies of a unit became more or fewer, or were said to be the same: when, and who said so.</summary>
public sealed class VacancyChange
{
    private VacancyChange() { }

    public Id<VacancyChange> Id { get; private set; }
    public Id<SafeUnit> Unit { get; private set; }
    public DateTime At { get; private set; }
    public Guid By { get; private set; }
    public int Difference { get; private set; }

    internal static VacancyChange Of(Act act, Id<SafeUnit> unit, int difference) =>
        new() { Id = Id<VacancyChange>.New(), Unit = unit, At = act.At, By = act.Who.Member.Value, Difference = difference };
}

internal sealed class VacancyChangeMapping : IEntityTypeConfiguration<VacancyChange>
{
    public void Configure(EntityTypeBuilder<VacancyChange> change) => change.HasIndex(c => new { c.Unit, c.At });
}
