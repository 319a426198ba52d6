namespace Lapwing.Modules.Casework;

/// <summary>One area of one episode at its start and at its end.</summary>
public sealed record OutcomeChange(string Area, int? Start, int? End)
{
    /// <summary>Only a matched pair has a change: a missing start or end says nothing about it.</summary>
    public int? Change => Start is { } start && End is { } end ? end - start : null;

    public string ChangeTitle => Change switch
    {
        null => "No pair to compare",
        0 => "No change",
        > 0 and var up => $"Better by {up}",
        var down => $"Worse by {-down}",
    };

    public static IReadOnlyList<OutcomeChange> Of(IEnumerable<OutcomeRecord> outcomes)
    {
        var order = OutcomeArea.All.Select((area, place) => (area.Code, place)).ToDictionary(a => a.Code, a => a.place);
        return [.. outcomes.GroupBy(o => o.Area).OrderBy(g => order.GetValueOrDefault(g.Key, int.MaxValue))
            .Select(g => new OutcomeChange(g.Key, At(g, OutcomePoint.Start), At(g, OutcomePoint.End)))];

        static int? At(IEnumerable<OutcomeRecord> area, OutcomePoint point) => area.Where(o => o.Point == point).OrderBy(o => o.At).FirstOrDefault()?.Score;
    }
}
