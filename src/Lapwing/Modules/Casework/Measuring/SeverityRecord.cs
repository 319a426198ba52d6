using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>The kinds of abuse of the severity grid. Source: Drive's evaluation measures (physical, sexual, harassment and stalking, jealous and controlling), with economic abuse added by the Domestic Abuse Act 2021, s. 1(3)(d).</summary>
public enum GridAbuse { Physical, Sexual, HarassmentAndStalking, JealousAndControlling, Economic }

/// <summary>How severe it is at that point.</summary>
public enum SeverityLevel { None, Standard, Moderate, High }

/// <summary>How severe one kind of abuse is for one person at one point of support. A point is recorded once; a review is a new point.</summary>
public sealed class SeverityRecord : ICaseRecord
{
    private SeverityRecord() { }

    public Id<SeverityRecord> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<SupportEpisode> Episode { get; private set; }
    public GridAbuse Abuse { get; private set; }
    public SeverityLevel Level { get; private set; }
    public OutcomePoint Point { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    internal static SeverityRecord Grade(Act act, SupportEpisode episode, GridAbuse abuse, OutcomePoint point, SeverityLevel level) => new()
    {
        Id = Id<SeverityRecord>.New(), CaseFile = episode.CaseFile, Episode = episode.Id, Abuse = abuse, Level = level, Point = point, At = act.At, By = act.Who.Member,
    };

    public static string TitleOf(GridAbuse abuse) => abuse switch
    {
        GridAbuse.Physical => "Physical abuse",
        GridAbuse.Sexual => "Sexual abuse",
        GridAbuse.HarassmentAndStalking => "Harassment and stalking",
        GridAbuse.JealousAndControlling => "Jealous and controlling behaviour",
        _ => "Economic abuse",
    };

    public static string TitleOf(SeverityLevel level) => level switch
    {
        SeverityLevel.None => "None",
        SeverityLevel.Standard => "Standard",
        SeverityLevel.Moderate => "Moderate",
        _ => "High",
    };
}

internal sealed class SeverityMapping : IEntityTypeConfiguration<SeverityRecord>
{
    public void Configure(EntityTypeBuilder<SeverityRecord> severity)
    {
        severity.HasIndex(s => s.Episode);
        severity.HasIndex(s => new { s.CaseFile, s.At });
    }
}
