using Lapwing.Time;

namespace Lapwing.Modules.Groups;

/// <summary>Everything by which the criteria of a group decide, gathered beforehand, so that deciding is a pure function. Null is "nobody knows yet".</summary>
/// <param name="On">The day for which it is asked: today, or the first session of a group.</param>
/// <param name="AgeOn">The age on that day.</param>
/// <param name="SafeSince">Since when they live in safety from the person causing harm.</param>
/// <param name="HighRiskOn">When the file's latest assessment of risk was made, if it says high.</param>
/// <param name="Keyworker">Who goes on supporting the family.</param>
/// <param name="AssessedOn">When the pre-group assessment was made.</param>
/// <param name="IsSuitable">What it decided.</param>
public sealed record GroupFacts(GroupFor Who, DateOnly On, int? AgeOn, bool? IsImpacted, DateOnly? SafeSince, bool? LivesApart, bool? IsAtRisk, DateOnly? HighRiskOn, bool? SchoolAgrees,
    string? Keyworker, DateOnly? AssessedOn, bool? IsSuitable);

/// <summary>Whether a criterion is met.</summary>
public enum Fits { Met, NotMet, NotKnown }

/// <summary>What one criterion says of one person, in words that a practitioner can read to them.</summary>
public sealed record Judged(string Code, string Title, Fits Fits, string Words, string Source)
{
    public bool IsMet => Fits == Fits.Met;
}

/// <summary>How a partnership has set one criterion of one programme.</summary>
/// <param name="Number">Where the criterion has one, such as months of safety.</param>
/// <param name="Source">Where the partnership takes it from; the shipped source when nothing is said.</param>
public sealed record CriterionSetting(string Code, bool IsOn, int? Number = null, string? Source = null);

/// <summary>A criterion of the table: code, condition and the reason that a practitioner reads.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsFor">Who is asked.</param>
/// <param name="Number">The usual number, where it has one.</param>
/// <param name="NumberTitle">What the number is.</param>
/// <param name="Judge">The condition with its words.</param>
public sealed record GroupCriterion(string Code, string Title, string Source, Func<GroupFor, bool> IsFor, int? Number, string? NumberTitle, Func<GroupFacts, AgeBounds, int, (Fits, string)> Judge);

/// <summary>The ages that a programme takes; null is no bound.</summary>
public readonly record struct AgeBounds(int? From, int? To)
{
    public string Words => (From, To) switch
    {
        ({ } from, { } to) => $"{from} to {to}",
        ({ } from, null) => $"{from} and over",
        (null, { } to) => $"up to {to}",
        _ => "any age",
    };

    public bool Contains(int age) => !(age < From) && !(age > To);
}

/// <summary>
/// Who can come to a group. Source: CODA as Bromley runs it (domain facts b5): affected by the abuse, six months away from it, school permission, not living with the
/// person causing harm nor at current risk, a keyworker, a waiting list, absence told to the school; the pre-group assessment and the age bands are AVA's.
/// </summary>
public static class GroupCriteria
{
    private const string Bromley = "CODA criteria, Bromley", Ava = "AVA, CODA programme: pre-group assessment, ages 4 to 21";

    /// <summary>The youngest and oldest of school age; the same as in the routing table (Education Act 1996, s.8).</summary>
    public const int SchoolFrom = 5, SchoolTo = 16;

    public const string SchoolAge = "school-age";

    public static IReadOnlyList<GroupCriterion> All { get; } =
    [
        new("age", "Within the ages of the group", Ava, who => who == GroupFor.Children, null, null, (f, ages, _) =>
            f.AgeOn is not { } age ? (Fits.NotKnown, "Nobody has said how old they are.")
            : ages.Contains(age) ? (Fits.Met, $"They are {age}; the group is for {ages.Words}.")
            : (Fits.NotMet, $"They are {age} on {Spoken.Day(f.On)}; the group is for {ages.Words}.")),
        new(SchoolAge, "School age", "Phoenix: the therapeutic tier is for school-age children; Education Act 1996, s.8", who => who == GroupFor.Children, null, null, (f, _, _) =>
            f.AgeOn is not { } age ? (Fits.NotKnown, "Nobody has said how old they are.")
            : age is >= SchoolFrom and <= SchoolTo ? (Fits.Met, $"They are {age}, which is school age.")
            : (Fits.NotMet, $"They are {age}; this tier is for children of school age, {SchoolFrom} to {SchoolTo}.")),
        new("impacted", "Affected by the abuse", Bromley, who => who == GroupFor.Children, null, null, (f, _, _) =>
            Answer(f.IsImpacted, "The abuse has had an effect on them.", "The abuse has had no effect that anybody knows of.", "Nobody has said whether the abuse affects them.")),
        new("safe-time", "Enough time in safety", Bromley, _ => true, 6, "Months of safety", (f, _, months) =>
            f.SafeSince is not { } since ? (Fits.NotKnown, "Nobody has said since when they are safe.")
            : since.AddMonths(months) <= f.On ? (Fits.Met, $"Safe since {Spoken.Day(since)}, which is {Months(months)} or more.")
            : (Fits.NotMet, $"Safe since {Spoken.Day(since)}. {Months(months)} of safety are needed, which is from {Spoken.Day(since.AddMonths(months))}.")),
        new("apart", "Not living with the person causing harm", Bromley, _ => true, null, null, (f, _, _) =>
            Answer(f.LivesApart, "They do not live with the person causing harm.", "They live with the person causing harm.", "Nobody has said whether they live with the person causing harm.")),
        new("no-risk", "No current risk", Bromley, _ => true, null, null, (f, _, _) =>
            f.HighRiskOn is { } high ? (Fits.NotMet, $"The assessment of {Spoken.Day(high)} says high risk. Assess again when that has changed.")
            : Answer(f.IsAtRisk is { } risk ? !risk : null, "They are at no current risk from the person causing harm.", "They are at current risk from the person causing harm.", "Nobody has said whether they are at current risk.")),
        new("school", "The school agrees", Bromley, who => who == GroupFor.Children, null, null, (f, _, _) =>
            Answer(f.SchoolAgrees, "The school agrees to the absence.", "The school does not agree to the absence.", "Nobody has asked the school.")),
        new("keyworker", "A keyworker is named", Bromley, _ => true, null, null, (f, _, _) =>
            f.Keyworker is { } name ? (Fits.Met, $"{name} goes on supporting them.") : (Fits.NotMet, "No keyworker is named who goes on supporting them.")),
        new("assessed", "Pre-group assessment", Ava, _ => true, null, null, (f, _, _) =>
            f.AssessedOn is not { } on ? (Fits.NotMet, "The pre-group assessment has not been made.")
            : f.IsSuitable == true ? (Fits.Met, $"Assessed on {Spoken.Day(on)}: ready for the group.")
            : (Fits.NotMet, $"Assessed on {Spoken.Day(on)}: not ready for the group yet.")),
    ];

    /// <summary>What a new programme begins with: all of CODA's criteria, and school age only where the tier demands it.</summary>
    public static IReadOnlyList<CriterionSetting> Usual(GroupTier tier) =>
        [.. All.Select(c => new CriterionSetting(c.Code, c.Code == SchoolAge ? tier == GroupTier.Therapeutic : tier is GroupTier.None or GroupTier.Therapeutic || c.Code is "age" or "impacted" or "keyworker", c.Number))];

    /// <summary>Every criterion that is switched on and asked of this person, with what it says.</summary>
    public static IReadOnlyList<Judged> Judge(IReadOnlyList<CriterionSetting> settings, AgeBounds ages, GroupFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var judged = new List<Judged>();
        foreach (var criterion in All.Where(c => c.IsFor(facts.Who)))
        {
            if (settings.FirstOrDefault(s => s.Code == criterion.Code) is not { IsOn: true } setting)
                continue;
            var (fits, words) = criterion.Judge(facts, ages, setting.Number ?? criterion.Number ?? 0);
            judged.Add(new(criterion.Code, criterion.Title, fits, words, string.IsNullOrWhiteSpace(setting.Source) ? criterion.Source : setting.Source));
        }
        return judged;
    }

    private static (Fits, string) Answer(bool? answer, string yes, string no, string unknown) =>
        answer switch { true => (Fits.Met, yes), false => (Fits.NotMet, no), _ => (Fits.NotKnown, unknown) };

    private static string Months(int months) => months == 1 ? "1 month" : $"{months} months";
}
