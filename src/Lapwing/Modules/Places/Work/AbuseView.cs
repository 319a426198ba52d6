using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework.Measuring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places.Work;

public enum WorkPoint { Start, End }

/// <summary>Who sees it so. The number is part of the coded fact.</summary>
public enum SeenBy { CaseManager = 1, VictimsWorker = 2 }

/// <summary>
/// How severe one kind of abuse is at the start or the end of the work, as the professional or the victim's worker sees it (domain facts b4: physical, sexual, harassment and
/// stalking, jealous and controlling). Each view stands in the file of its own side; the two meet only in figures.
/// </summary>
public sealed class AbuseView : ICaseRecord
{
    private AbuseView() { }

    public Id<AbuseView> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<PlaceTurn> Turn { get; private set; }
    public WorkPoint Point { get; private set; }
    public SeenBy SeenBy { get; private set; }
    public GridAbuse Abuse { get; private set; }
    public SeverityLevel Level { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    /// <summary>The kinds that are compared.</summary>
    public static IReadOnlyList<GridAbuse> Kinds { get; } = [GridAbuse.Physical, GridAbuse.Sexual, GridAbuse.HarassmentAndStalking, GridAbuse.JealousAndControlling];

    /// <summary>Records one side's view. What was seen at that point stays as it was; the end is compared with the start, kind by kind, for the figures.</summary>
    /// <param name="before">This side's views so far.</param>
    /// <exception cref="RuleBroken">The place has not started or ended, it is not this person's to say, or it was said before.</exception>
    public static IReadOnlyList<AbuseView> See(Act act, FileKey key, PlaceTurn turn, WorkPoint point, SeenBy by, IReadOnlyDictionary<GridAbuse, SeverityLevel> levels, IReadOnlyList<AbuseView> before, FactCodes codes, Guid person)
    {
        if (act.Who.Member != (by == SeenBy.CaseManager ? turn.CaseManager : turn.LinkedWorker))
            throw new RuleBroken("view-who", by == SeenBy.CaseManager ? "The case manager says how it is seen on this side." : "The linked worker says how it is seen on this side.");
        if (turn.State is not (TurnState.Started or TurnState.Ended))
            throw new RuleBroken("view-early", "The place has not started.");
        if (point == WorkPoint.End && turn.State != TurnState.Ended)
            throw new RuleBroken("view-not-ended", "The place has not ended. How it is at the end is said then.");
        if (before.Any(view => view.Point == point && levels.ContainsKey(view.Abuse)))
            throw new RuleBroken("view-again", "This was recorded before, and it stays as it was seen then.");
        foreach (var (abuse, level) in levels)
            if (point == WorkPoint.End && before.FirstOrDefault(view => view.Point == WorkPoint.Start && view.Abuse == abuse) is { } start && start.Level > SeverityLevel.None)
                act.Record(Fact.Of(FactKind.AbuseCompared, Time.LondonTime.DateOf(act.At), act.At, turn.Request.Value, person, key.File,
                    codes with { Who = (int)by, Area = turn.Area, Reason = CodeOf(abuse, level.CompareTo(start.Level)) }));
        return [.. levels.Select(seen => new AbuseView
        {
            Id = Id<AbuseView>.New(), CaseFile = key.File, Turn = turn.Id, Point = point, SeenBy = by, Abuse = seen.Key, Level = seen.Value, At = act.At, By = act.Who.Member,
        })];
    }

    /// <summary>Kind by kind: less, the same, more.</summary>
    public static int CodeOf(GridAbuse abuse, int change) => 1 + (int)abuse * 3 + (change < 0 ? 0 : change == 0 ? 1 : 2);

    public static GridAbuse AbuseOf(int code) => (GridAbuse)((code - 1) / 3);

    public static bool IsLess(int code) => (code - 1) % 3 == 0;
}

internal sealed class AbuseViewMapping : IEntityTypeConfiguration<AbuseView>
{
    public void Configure(EntityTypeBuilder<AbuseView> view)
    {
        view.HasIndex(v => new { v.Turn, v.SeenBy, v.Point, v.Abuse }).IsUnique();
        view.HasIndex(v => v.CaseFile);
    }
}
