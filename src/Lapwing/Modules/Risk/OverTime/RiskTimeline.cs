using Lapwing.Access;
using Lapwing.Design.Charts;
using Lapwing.Time;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>One line of how the risk went: a day, what it was, and who said so.</summary>
public sealed record RiskLine(DateOnly On, DateTime At, string Title, string? Words, RiskLevel? Level = null, string? Url = null);

/// <summary>How the risk of one file went over time, in words and as a trend. Received levels stand beside ours and are never turned into ours.</summary>
public static class RiskTimeline
{
    /// <summary>As many points as a line can show side by side.</summary>
    public const int MostPoints = 12;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<RiskLine> Of(RiskState state, string partnership)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Assessed(state, partnership).Concat(Others(state, partnership)).OrderByDescending(l => l.On).ThenByDescending(l => l.At)];
    }

    /// <summary>Levels over time, each with who stated it; null when there are fewer than two.</summary>
    public static Chart? Levels(RiskState state)
    {
        var points = state.Assessments.Select(a => (At: a.At, On: LondonTime.DateOf(a.At), Who: "ours", a.Level))
            .Concat(state.Received.Where(r => r.Level != RiskLevel.NotAssessed).Select(r => (At: r.ReceivedAt, r.On, Who: r.Instrument, r.Level)))
            .Where(p => p.Level != RiskLevel.NotAssessed).OrderBy(p => p.On).ThenBy(p => p.At).TakeLast(MostPoints).ToList();
        return points.Count < 2 ? null : new()
        {
            Title = "Levels as stated, ours and received", Kind = ChartKind.Line, CategoryName = "When, and whose",
            Categories = [.. points.Select(p => $"{Spoken.Day(p.On)}, {p.Who}")],
            Series = [new("Level", [.. points.Select(p => new ChartCell($"{(int)p.Level} {p.Level.Title().ToLowerInvariant()}", (int)p.Level))])],
            Note = "1 is standard, 2 is medium, 3 is high. A received level is as its agency stated it.",
        };
    }

    /// <summary>Our scores over time; only scores of the same questionnaire can be compared, so those of the latest are drawn.</summary>
    public static Chart? Scores(RiskState state)
    {
        var same = state.Assessments.Where(a => state.Latest is { } latest && a.Pack == latest.Pack && a.Level != RiskLevel.NotAssessed).OrderBy(a => a.At).TakeLast(MostPoints).ToList();
        return same.Count < 2 ? null : new()
        {
            Title = "Our scores", Kind = ChartKind.Line, CategoryName = "Assessed on", Categories = [.. same.Select(a => Spoken.Day(a.At))],
            Series = [new("Score", [.. same.Select(a => new ChartCell(a.Score.ToString(System.Globalization.CultureInfo.InvariantCulture), a.Score))])],
            Note = "Assessments with the same questionnaire. A score is a snapshot; a fall is no reason to do less.",
        };
    }

    private static IEnumerable<RiskLine> Assessed(RiskState state, string partnership) => state.Assessments.Select(a => new RiskLine(LondonTime.DateOf(a.At), a.At,
        $"Assessed by us: {a.Level.Title().ToLowerInvariant()}, score {a.Score}", (a.IsRaised ? "Raised by professional judgement. " : "") + (a.IsSuperseded ? "Superseded by a later assessment." : ""),
        a.Level, $"/{partnership}/assessments/{a.Id}"));

    private static IEnumerable<RiskLine> Others(RiskState state, string partnership)
    {
        var (key, people) = (state.People.Key, state.People);
        foreach (var r in state.Received)
            yield return new(r.On, r.ReceivedAt, $"Received: {r.Instrument}, {r.LevelTitle.ToLowerInvariant()}{(r.Score is { } score ? $", score {score} on its own scale" : "")}",
                $"{key.RevealIfAny(r.AssessedBy)}\n{key.RevealIfAny(r.Words)}\n{(r.RaisedTo is { } raised ? $"Our level was raised to {raised.Title().ToLowerInvariant()}: {key.RevealIfAny(r.RaiseReasons)}" : "")}".Trim(), r.Level);
        foreach (var i in state.Incidents)
            yield return new(i.On, i.RecordedAt, $"Incident{(i.IsApproximate ? " (about this day)" : "")}: {i.Kinds.Title().ToLowerInvariant()}",
                i.TakenBackAt is not null ? "Taken back: it was recorded by mistake." : $"{people.NameOf(i.DoneBy)} to {people.NameOf(i.DoneTo)}. Reported by: {i.Source.Title().ToLowerInvariant()}.",
                null, IncidentModel.Url(partnership, state.People.File.Id, i.Id));
        foreach (var m in state.Considerations)
            yield return new(m.On, m.At, m.IsMade ? "Referred to MARAC" : "MARAC considered, no referral made", key.RevealIfAny(m.Reasons));
        foreach (var c in state.Changes)
            yield return new(c.On, c.RecordedAt, c.Kind.Title(), key.RevealIfAny(c.Note));
        foreach (var e in state.Elsewhere)
            yield return new(e.On, e.RecordedAt, e.Reason, null);
    }
}
