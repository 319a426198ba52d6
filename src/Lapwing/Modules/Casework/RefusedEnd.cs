using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework;

/// <summary>That an end was asked for and refused: what the worker wrote then, and why the manager said no. Nobody's words are lost because somebody else decided otherwise.</summary>
public sealed class RefusedEnd : ICaseRecord
{
    private RefusedEnd() { }

    public const int WhyLimit = 10_000;

    public Id<RefusedEnd> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<SupportEpisode> Episode { get; private set; }
    public DateTime AskedAt { get; private set; }
    public Id<Member> AskedBy { get; private set; }
    public EndReason Reason { get; private set; }
    public NotMeasured? NotMeasured { get; private set; }

    /// <summary>What was written when the end was asked for.</summary>
    public Protected? Note { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public Protected Why { get; private set; } = null!;
    public int Version { get; private set; }

    internal static RefusedEnd Of(Act act, FileKey key, SupportEpisode episode, string why) => new()
    {
        Id = Id<RefusedEnd>.New(), CaseFile = episode.CaseFile, Episode = episode.Id, AskedAt = episode.EndAskedAt!.Value, AskedBy = episode.EndAskedBy!.Value,
        Reason = episode.EndReason!.Value, NotMeasured = episode.NotMeasured, Note = episode.Note, At = act.At, By = act.Who.Member, Why = key.Seal(why.Trim()),
    };
}

internal sealed class RefusedEndMapping : IEntityTypeConfiguration<RefusedEnd>
{
    public void Configure(EntityTypeBuilder<RefusedEnd> refused) => refused.HasIndex(r => r.CaseFile);
}
