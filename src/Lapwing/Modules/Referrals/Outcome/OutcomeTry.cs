using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Outcome;

/// <summary>One try to see an outcome. Tries are counted in the database, so that a restart or a second server gives nobody a fresh count.</summary>
public sealed class OutcomeTry
{
    private OutcomeTry() { }

    /// <summary>Tries for one reference in one hour; a code has 29^8 values.</summary>
    public const int MostInAnHour = 10;
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public Id<OutcomeTry> Id { get; private set; }

    /// <summary>Keyed hash of the reference that was tried, whether it exists or not.</summary>
    public long ReferenceKey { get; private set; }
    public DateTime At { get; private set; }

    public static OutcomeTry Record(Act act, long referenceKey) => new() { Id = Id<OutcomeTry>.New(), ReferenceKey = referenceKey, At = act.At };
}

internal sealed class OutcomeTryMapping : IEntityTypeConfiguration<OutcomeTry>
{
    public void Configure(EntityTypeBuilder<OutcomeTry> outcomeTry)
    {
        outcomeTry.HasIndex(t => new { t.ReferenceKey, t.At });
        outcomeTry.HasIndex(t => t.At);
    }
}
