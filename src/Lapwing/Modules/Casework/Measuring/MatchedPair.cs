using Lapwing.Modules.Casework;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>One thing that was measured at several points of one support: intake, the last review, exit. Change is counted only where both ends of it were measured.</summary>
/// <param name="Start">At intake.</param>
/// <param name="Review">At the last review.</param>
/// <param name="End">At exit.</param>
public sealed record MatchedPair(string Title, int? Start, int? Review, int? End)
{
    /// <summary>From intake to exit; a missing end says nothing, and a review does not stand in for it.</summary>
    public int? Change => Start is { } start && End is { } end ? end - start : null;

    /// <summary>From intake to the last review, while support goes on.</summary>
    public int? SoFar => Start is { } start && Review is { } review ? review - start : null;

    public static IReadOnlyList<MatchedPair> Of(IEnumerable<OutcomeRecord> outcomes, OutcomePack pack) =>
        Of(outcomes.Select(o => (o.Area, o.Point, o.At, o.Score)), pack.Areas.Select(a => a.Code), pack.TitleOf);

    public static IReadOnlyList<MatchedPair> Of(IEnumerable<SeverityRecord> grades) =>
        Of(grades.Select(g => (g.Abuse, g.Point, g.At, (int)g.Level)), Enum.GetValues<GridAbuse>(), SeverityRecord.TitleOf);

    private static IReadOnlyList<MatchedPair> Of<T>(IEnumerable<(T Of, OutcomePoint Point, DateTime At, int Score)> measured, IEnumerable<T> order, Func<T, string> title) where T : notnull
    {
        var places = order.Select((of, place) => (of, place)).ToDictionary(o => o.of, o => o.place);
        return [.. measured.GroupBy(m => m.Of).OrderBy(g => places.GetValueOrDefault(g.Key, int.MaxValue)).Select(g => new MatchedPair(title(g.Key),
            At(g, OutcomePoint.Start), g.Where(m => m.Point == OutcomePoint.Review).OrderByDescending(m => m.At).Select(m => (int?)m.Score).FirstOrDefault(), At(g, OutcomePoint.End)))];

        static int? At(IEnumerable<(T Of, OutcomePoint Point, DateTime At, int Score)> of, OutcomePoint point) =>
            of.Where(m => m.Point == point).OrderBy(m => m.At).Select(m => (int?)m.Score).FirstOrDefault();
    }
}
