namespace Lapwing.Access;

/// <summary>One member's opening of one file on one day.</summary>
/// <param name="HadNeed">The member worked on the file around that day: wrote in it, or gives the support.</param>
/// <param name="SharesName">Somebody in the file has the member's family name.</param>
public readonly record struct Look(Guid Member, Guid File, DateOnly Day, bool HadNeed, bool SharesName);

/// <summary>Why somebody's looks stand out.</summary>
public enum UnusualReason { SameFamilyName, SameFileAgain, FarMoreThanOthers }

/// <summary>What stands out of one member's looks. <paramref name="File"/> where it is about one.</summary>
public sealed record Unusual(Guid Member, UnusualReason Reason, Guid? File, int Times, DateOnly Last);

/// <summary>Which looks a guardian should ask about. Each rule is a question and no accusation; covering for a colleague is need enough, so that a single look
/// without an evident need is never reported. Addresses are sealed, so that nobody can look for their own street. Source: threat case 23
/// (same family name, own former partner, more than three standard deviations).</summary>
public static class UnusualRules
{
    /// <summary>Days on which a file of one's own family name is opened without need, until it is asked about.</summary>
    public const int NameDays = 2;

    /// <summary>Days on which the same file is opened without ever a need.</summary>
    public const int SameFileDays = 3;

    /// <summary>Days on which somebody opens far more files than others, in the whole period.</summary>
    public const int BusyDays = 3;

    /// <summary>How many standard deviations above what is usual are far more.</summary>
    public const double Deviations = 3;

    /// <summary>With fewer members there is nothing to compare with.</summary>
    private const int FewestToCompare = 8;

    public static IReadOnlyList<Unusual> Of(IReadOnlyCollection<Look> looks)
    {
        var found = new List<Unusual>();
        foreach (var of in looks.GroupBy(look => (look.Member, look.File)))
        {
            if (of.Any(look => look.HadNeed))
                continue;
            var days = of.Select(look => look.Day).Distinct().ToList();
            if (days.Count >= NameDays && of.Any(look => look.SharesName))
                found.Add(new(of.Key.Member, UnusualReason.SameFamilyName, of.Key.File, days.Count, days.Max()));
            else if (days.Count >= SameFileDays)
                found.Add(new(of.Key.Member, UnusualReason.SameFileAgain, of.Key.File, days.Count, days.Max()));
        }
        found.AddRange(Busy(looks));
        return [.. found.OrderBy(unusual => unusual.Reason).ThenByDescending(unusual => unusual.Times).ThenBy(unusual => unusual.Member)];
    }

    /// <summary>Files on a day, against the days of all members together: the middle and the spread are those that a few great numbers do not move.</summary>
    private static IEnumerable<Unusual> Busy(IReadOnlyCollection<Look> looks)
    {
        var days = looks.GroupBy(look => (look.Member, look.Day)).Select(day => (day.Key.Member, day.Key.Day, Files: day.Select(look => look.File).Distinct().Count())).ToList();
        if (days.Select(day => day.Member).Distinct().Count() < FewestToCompare)
            return [];
        var middle = Median(days.Select(day => (double)day.Files));
        var spread = Math.Max(1.4826 * Median(days.Select(day => Math.Abs(day.Files - middle))), Math.Sqrt(Math.Max(1, middle)));
        return days.Where(day => day.Files > middle + Deviations * spread).GroupBy(day => day.Member).Where(of => of.Count() >= BusyDays)
            .Select(of => new Unusual(of.Key, UnusualReason.FarMoreThanOthers, null, of.Count(), of.Max(day => day.Day)));
    }

    private static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>How the reasons are said.</summary>
public static class UnusualWords
{
    public static string Title(this UnusualReason reason) => reason switch
    {
        UnusualReason.SameFamilyName => "Opened a file in which somebody has the same family name",
        UnusualReason.SameFileAgain => "Opened the same file again and again without work in it",
        UnusualReason.FarMoreThanOthers => "Opened far more files than others do in a day",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
