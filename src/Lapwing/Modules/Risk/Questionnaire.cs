using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Lapwing.Modules.Risk;

/// <summary>
/// A version of a risk questionnaire, loaded from a data pack (JSON). The wording of the DASH checklists is licensed and must not be changed or reproduced
/// without permission, so none is part of the program: a partnership loads the pack it is licensed for, and the one that ships is a demonstration in our own words.
/// A version never changes after it was used; corrections are a new version.
/// </summary>
public sealed partial record Questionnaire
{
    /// <summary>The most questions of a pack.</summary>
    public const int MostItems = 100;

    /// <summary>The longest question, heading or title, in characters.</summary>
    public const int TextLength = 500;

    /// <summary>The longest help or acknowledgement, in characters.</summary>
    public const int HelpLength = 2_000;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The code of the pack, the same for all its versions.</summary>
    public required string Code { get; init; }

    /// <summary>1 and up.</summary>
    public required int Version { get; init; }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Who is to be acknowledged wherever the questions are shown.</summary>
    public required string Acknowledgement { get; init; }

    /// <summary>The youngest age, in years, for which it was made.</summary>
    public int MinimumAge { get; init; } = DomesticAbuseAct.MinimumAge;

    /// <summary>The oldest age, in years, for which it was made; null where there is none.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>The questions in the order in which they are asked.</summary>
    public required IReadOnlyList<QuestionnaireItem> Items { get; init; }

    /// <summary>The demonstration pack: 24 questions in our own words with two branches, for training and tests.</summary>
    public static Questionnaire Demonstration { get; } = Load("demonstration-questionnaire.json");

    /// <summary>The highest score that can be reached.</summary>
    [JsonIgnore]
    public int HighestScore => Items.Count(i => i.Scores);

    /// <summary>The headings in order, each with its questions.</summary>
    [JsonIgnore]
    public IEnumerable<IGrouping<string, QuestionnaireItem>> Sections => Items.GroupBy(i => i.Section, StringComparer.Ordinal);

    /// <summary>Whether it was made for an age; an unknown age is not refused.</summary>
    public bool IsFor(int? age) => age is null || (age >= MinimumAge && age <= (MaximumAge ?? int.MaxValue));

    /// <summary>Reads a pack.</summary>
    /// <exception cref="FormatException">The text is not a pack; the message lists everything that is wrong, a line each.</exception>
    public static Questionnaire Parse(string json)
    {
        Questionnaire pack;
        try
        {
            pack = JsonSerializer.Deserialize<Questionnaire>(json, Format) ?? throw new JsonException("The file holds nothing.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The file cannot be read as a questionnaire: {wrong.Message}", wrong);
        }
        var problems = pack.Problems().ToList();
        return problems.Count == 0 ? pack : throw new FormatException(string.Join('\n', problems));
    }

    /// <summary>Everything that is wrong with the pack, in plain sentences; empty when it can be used.</summary>
    public IEnumerable<string> Problems()
    {
        foreach (var problem in Head())
        {
            yield return problem;
        }
        if (Items is not { Count: > 0 and <= MostItems })
        {
            yield return $"A pack has from 1 to {MostItems} questions; this one has {Items?.Count ?? 0}.";
            yield break;
        }
        for (var i = 0; i < Items.Count; i++)
        {
            if (Items[i] is not { } item)
            {
                yield return $"Question {i + 1} is empty.";
                continue;
            }
            var name = $"Question {i + 1} ({item.Code})";
            if (!CodeForm().IsMatch(item.Code ?? string.Empty))
            {
                yield return $"{name}: the code must be small letters, digits and dashes, at most 40, beginning with a letter.";
            }
            else if (Items.Take(i).Any(earlier => earlier?.Code == item.Code))
            {
                yield return $"{name}: the code is used twice.";
            }
            if (string.IsNullOrWhiteSpace(item.Text) || item.Text.Length > TextLength)
            {
                yield return $"{name}: the text must have from 1 to {TextLength} characters.";
            }
            if (string.IsNullOrWhiteSpace(item.Section) || item.Section.Length > TextLength)
            {
                yield return $"{name}: the section must have from 1 to {TextLength} characters.";
            }
            if (item.Help?.Length > HelpLength)
            {
                yield return $"{name}: the help must have at most {HelpLength} characters.";
            }
            if (item.Flag == RiskFlag.SeparationControlAndViolence)
            {
                yield return $"{name}: this flag is worked out from the three parts of the cluster; mark the question with its part instead.";
            }
        }
        if (!Items.Any(i => i?.Scores == true))
        {
            yield return "At least one question must score.";
        }
        if (Items.Select(i => i?.Cluster).OfType<ClusterPart>().Distinct().Count() is 1 or 2)
        {
            yield return "The cluster needs all three parts (separation, coercive control, physical or sexual violence) or none.";
        }
        foreach (var problem in BranchProblems())
        {
            yield return problem;
        }
    }

    private IEnumerable<string> Head()
    {
        if (!CodeForm().IsMatch(Code ?? string.Empty))
        {
            yield return "The pack's code must be small letters, digits and dashes, at most 40, beginning with a letter.";
        }
        if (Version < 1)
        {
            yield return "The version must be 1 or more.";
        }
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > TextLength)
        {
            yield return $"The title must have from 1 to {TextLength} characters.";
        }
        if (string.IsNullOrWhiteSpace(Acknowledgement) || Acknowledgement.Length > HelpLength)
        {
            yield return $"The acknowledgement must have from 1 to {HelpLength} characters: say whose wording it is and under which licence.";
        }
        if (MinimumAge is < 0 or > 120 || MaximumAge < MinimumAge)
        {
            yield return "The ages must be in years, and the oldest not below the youngest.";
        }
    }

    /// <summary>The code and version, never more: answers may be near.</summary>
    public override string ToString() => $"{Code} {Version}";

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex CodeForm();

    private static Questionnaire Load(string file)
    {
        using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream(typeof(Questionnaire), "Data." + file)
            ?? throw new InvalidOperationException($"The questionnaire {file} is missing from the program.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
