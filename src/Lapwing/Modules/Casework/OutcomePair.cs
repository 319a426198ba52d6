namespace Lapwing.Modules.Casework;

/// <summary>How an outcome changed between the start and a later point.</summary>
public enum OutcomeDirection { Worse = 1, Same = 2, Better = 3 }

/// <summary>One area of one support, measured at the start and again: the only thing of which a change is counted. A missing end says nothing about it.</summary>
public sealed record OutcomePair(OutcomeRecord Start, OutcomeRecord Later)
{
    /// <summary>Reviews are coded behind exits: 1 to 3 at the end, 4 to 6 at a review.</summary>
    private const int Directions = 3;

    public OutcomeDirection Direction => Later.Score > Start.Score ? OutcomeDirection.Better : Later.Score < Start.Score ? OutcomeDirection.Worse : OutcomeDirection.Same;

    /// <summary>As the fact carries it.</summary>
    public int Code => (int)Direction + (Later.Point == OutcomePoint.Review ? Directions : 0);

    public static bool IsAtEnd(int code) => code is >= 1 and <= Directions;

    public static bool IsAtReview(int code) => code is > Directions and <= 2 * Directions;

    public static OutcomeDirection DirectionOf(int code) => (OutcomeDirection)((code - 1) % Directions + 1);

    /// <summary>The pairs that these new measurements complete: with the start that is known, or, where the start is written down last, with whatever came later.</summary>
    public static IEnumerable<OutcomePair> Completed(IReadOnlyList<OutcomeRecord> made, IReadOnlyList<OutcomeRecord> before)
    {
        foreach (var record in made)
            if (record.Point == OutcomePoint.Start)
                foreach (var later in before.Where(o => o.Area == record.Area && o.Point != OutcomePoint.Start))
                    yield return new(record, later);
            else if (before.Where(o => o.Area == record.Area && o.Point == OutcomePoint.Start).OrderBy(o => o.At).FirstOrDefault() is { } start)
                yield return new(start, record);
    }
}
