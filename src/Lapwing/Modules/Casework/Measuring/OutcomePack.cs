using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>
/// A version of the outcomes that are measured, loaded from a data pack (JSON): its areas, what is asked in each, and what the scores 1 to 5 are called.
/// Many outcome tools are licensed, so a partnership loads its own; the one that ships is in our own words. A version never changes after it was used.
/// </summary>
public sealed partial record OutcomePack
{
    public const int MostAreas = 30, TextLength = 300;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Title { get; init; }
    public string Acknowledgement { get; init; } = "";
    public required IReadOnlyList<OutcomeArea> Areas { get; init; }

    /// <summary>What the scores from 1 to 5 are called, in this order.</summary>
    public required IReadOnlyList<string> Scores { get; init; }

    /// <summary>The pack that ships: safety, health and wellbeing, housing, money, children, confidence.</summary>
    public static OutcomePack Shipped { get; } = new()
    {
        Code = "lapwing-outcomes", Version = 1, Title = "Lapwing outcomes", Areas = OutcomeArea.All,
        Scores = [.. Enumerable.Range(OutcomeRecord.Lowest, OutcomeRecord.Highest).Select(OutcomeArea.ScoreTitle)],
    };

    public string TitleOf(string area) => Areas.FirstOrDefault(a => a.Code == area)?.Title ?? OutcomeArea.TitleOf(area);

    /// <exception cref="FormatException">The text is not a pack; the message lists everything that is wrong, a line each.</exception>
    public static OutcomePack Parse(string json)
    {
        OutcomePack pack;
        try
        {
            pack = JsonSerializer.Deserialize<OutcomePack>(json, Format) ?? throw new JsonException("The file holds nothing.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The file cannot be read as outcomes: {wrong.Message}", wrong);
        }
        var problems = pack.Problems().ToList();
        return problems.Count == 0 ? pack : throw new FormatException(string.Join('\n', problems));
    }

    private IEnumerable<string> Problems()
    {
        if (Code is null || !Word().IsMatch(Code))
            yield return "The code must be small letters, digits and hyphens, at most 40";
        if (Version < 1)
            yield return "The version must be 1 or more";
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > TextLength)
            yield return $"The title must be 1 to {TextLength} characters";
        if (Scores is not { Count: OutcomeRecord.Highest } || Scores.Any(s => string.IsNullOrWhiteSpace(s) || s.Length > TextLength))
            yield return $"There must be {OutcomeRecord.Highest} names of scores, from the worst to the best";
        if (Areas is not { Count: > 0 and <= MostAreas })
        {
            yield return $"There must be 1 to {MostAreas} areas";
            yield break;
        }
        foreach (var (area, n) in Areas.Select((area, n) => (area, n + 1)))
            if (area?.Code is null || !Word().IsMatch(area.Code) || string.IsNullOrWhiteSpace(area.Title) || area.Title.Length > TextLength || string.IsNullOrWhiteSpace(area.Question) || area.Question.Length > TextLength)
                yield return $"Area {n} needs a code of small letters, digits and hyphens, a title and a question";
        if (Areas.Where(a => a?.Code is not null).GroupBy(a => a.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            yield return $"The area {twice.Key} is there twice";
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
