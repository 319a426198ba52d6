using Lapwing.Access;
using Lapwing.Time;
using Lapwing.Web;

namespace Lapwing.Jobs;

/// <summary>A job that comes back every night in every partnership.</summary>
/// <param name="At">The wall clock in London: outside the hour that a night of the clock change skips or has twice.</param>
public sealed record Nightly(string Kind, TimeOnly At)
{
    public static IReadOnlyList<Nightly> All { get; } = [new(nameof(CheckConflicts), new(2, 30)), new(nameof(ForgetSentForms), new(3, 30))];

    /// <summary>When it was last due. A night on which nothing ran is made up for once, as soon as something runs.</summary>
    public DateTime LastDue(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        return LondonTime.ToUtc(today, At) is var due && due <= now ? due : LondonTime.ToUtc(today.AddDays(-1), At);
    }
}
