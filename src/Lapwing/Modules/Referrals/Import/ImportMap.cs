using System.Text.Json;
using System.Text.Json.Serialization;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>How the columns of a file become the fields of a referral: JSON that an agency keeps and uses again (docs/import.md).</summary>
internal sealed record ImportMap
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Dates as they are written where a column says nothing else: ISO, then British.</summary>
    public static readonly IReadOnlyList<string> UsualDates =
    [
        "yyyy-MM-dd", "d/M/yyyy", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss", "d MMM yyyy", "d MMMM yyyy",
    ];

    public string Name { get; init; } = "";

    /// <summary>The sheet of a workbook; the first when it is not named.</summary>
    public string? Sheet { get; init; }
    public IReadOnlyList<ColumnMap> Columns { get; init; } = [];

    /// <summary>The same value for every row, by field.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>The value where the row has none, by field.</summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();

    /// <summary>Headings are the names of the fields.</summary>
    public static ImportMap Canonical { get; } = new()
    {
        Name = "Canonical", Columns = [.. ImportFields.All.Select(field => new ColumnMap { Column = field.Name, Field = field.Name, Optional = !field.IsRequired })],
    };

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <exception cref="RuleBroken">It is no mapping; the sentences say everything that is wrong.</exception>
    public static ImportMap Parse(string json)
    {
        ImportMap map;
        try
        {
            map = JsonSerializer.Deserialize<ImportMap>(json, Format) ?? throw new JsonException("It is empty.");
        }
        catch (JsonException wrong)
        {
            throw new RuleBroken("mapping", $"The mapping cannot be read: {wrong.Message}");
        }
        var problems = map.Problems().ToList();
        return problems.Count == 0 ? map : throw new RuleBroken("mapping", "The mapping cannot be used. " + string.Join(" ", problems));
    }

    private IEnumerable<string> Problems()
    {
        if (Columns is null || Constants is null || Defaults is null || Columns.Any(column => column is null))
        {
            yield return "columns, constants and defaults cannot be null.";
            yield break;
        }
        if (Columns.Count == 0)
            yield return "It has no columns.";
        foreach (var name in Columns.Select(column => column.Field).Concat(Constants.Keys).Concat(Defaults.Keys).Where(name => ImportFields.Find(name ?? "") is null).Distinct())
            yield return $"There is no field called \"{name}\". The fields are: {string.Join(", ", ImportFields.All.Select(field => field.Name))}.";
        foreach (var column in Columns.Where(column => string.IsNullOrWhiteSpace(column.Column)))
            yield return $"A column for {column.Field} has no heading.";
        foreach (var twice in Columns.GroupBy(column => Words.Bare(column.Field ?? "")).Where(group => group.Count() > 1 && ImportFields.Find(group.Key) is { TakesSeveral: false }))
            yield return $"Only one column can be for {twice.First().Field}.";
        foreach (var field in ImportFields.All.Where(field => field.IsRequired && !Has(field)))
            yield return $"Nothing is for {field.Name}, which every referral must have: name its column, or state it in constants.";
        foreach (var field in ImportFields.All.Where(field => Columns.Any(c => ImportFields.Find(c.Field ?? "") == field) && Constants.Keys.Any(k => ImportFields.Find(k) == field)))
            yield return $"{field.Name} is both a column and a constant.";
    }

    private bool Has(ImportField field) => Columns.Select(column => column.Field).Concat(Constants.Keys).Any(name => ImportFields.Find(name ?? "") == field);
}

/// <summary>One column of a file.</summary>
internal sealed record ColumnMap
{
    /// <summary>Its heading; case, spaces around it and a byte-order mark do not matter.</summary>
    public string Column { get; init; } = "";

    /// <summary>The field that it is for.</summary>
    public string Field { get; init; } = "";

    /// <summary>What its values mean in our words. An empty meaning says nothing. Case, accents and spaces do not matter.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>What a value means that is not in <see cref="Values"/>. Without it, such a value is read as it stands.</summary>
    public string? Otherwise { get; init; }

    /// <summary>How its dates are written, such as dd.MM.yyyy.</summary>
    public IReadOnlyList<string>? Dates { get; init; }

    /// <summary>The file may lack it.</summary>
    public bool Optional { get; init; }
}
