using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>One status that the receiver said, for the file's page and timeline. Each number is kept once.</summary>
public sealed class HandoverNews : ICaseRecord
{
    private HandoverNews() { }

    public Id<HandoverNews> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Handover> Handover { get; private set; }
    public int Number { get; private set; }
    public HandoverStatus Status { get; private set; }

    /// <summary>When it came about there.</summary>
    public DateTime At { get; private set; }
    public DateTime HeardAt { get; private set; }
    public int Version { get; private set; }

    internal static HandoverNews Of(Act act, Handover handover, int number, HandoverStatus status, DateTime at) => new()
    {
        Id = Id<HandoverNews>.New(), CaseFile = handover.CaseFile, Handover = handover.Id, Number = number, Status = status, At = at, HeardAt = act.At,
    };
}

internal sealed class HandoverNewsMapping : IEntityTypeConfiguration<HandoverNews>
{
    public void Configure(EntityTypeBuilder<HandoverNews> news)
    {
        news.HasIndex(n => new { n.Handover, n.Number }).IsUnique();
        news.HasIndex(n => new { n.CaseFile, n.At });
    }
}
