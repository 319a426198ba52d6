using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Reads the rows of one file by one mapping: the headings are matched once, then every row becomes a draft or a rejection.</summary>
internal sealed class RowReader
{
    private readonly (int At, string Heading, ColumnMap Map, ImportField Field, ImportContext Context, Dictionary<string, string>? Values)[] columns;
    private readonly (ImportField Field, string Value)[] constants, defaults;
    private readonly ImportContext context;
    private readonly DateTime now;
    private readonly int width;

    /// <param name="areas">The partnership's areas by name and code.</param>
    /// <exception cref="RuleBroken">A column that the mapping names is missing, or stands there twice.</exception>
    public RowReader(ImportMap map, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> areas, DateTime now)
    {
        (this.now, width, context) = (now, headings.Count, new(ImportMap.UsualDates, areas));
        var places = headings.Select((heading, at) => (Name: Plain(heading), at)).Where(h => h.Name.Length > 0).ToLookup(h => h.Name, h => h.at);
        var missing = map.Columns.Where(c => !c.Optional && !places.Contains(Plain(c.Column))).Select(c => c.Column).ToList();
        if (missing.Count > 0)
            throw new RuleBroken("missing-columns", $"The file lacks {(missing.Count == 1 ? "the column" : "the columns")} {string.Join(", ", missing.Select(m => $"\"{m}\""))}. "
                + $"It has: {string.Join(", ", headings.Where(h => !string.IsNullOrWhiteSpace(h)).Select(h => $"\"{Show(h)}\""))}.");
        var used = map.Columns.Where(c => places.Contains(Plain(c.Column))).ToList();
        if (used.Select(c => Plain(c.Column)).FirstOrDefault(name => places[name].Count() > 1) is { } twice)
            throw new RuleBroken("double-column", $"The file has two columns called \"{twice}\", and the mapping does not say which is meant. Rename one.");
        columns = [.. used.Select(c => (places[Plain(c.Column)].First(), c.Column, c, ImportFields.Find(c.Field)!,
            c.Dates is { Count: > 0 } dates ? context with { DateFormats = [.. dates] } : context,
            c.Values?.DistinctBy(v => Words.Bare(v.Key)).ToDictionary(v => Words.Bare(v.Key), v => v.Value)))];
        constants = [.. map.Constants.Select(c => (ImportFields.Find(c.Key)!, c.Value))];
        defaults = [.. map.Defaults.Select(d => (ImportFields.Find(d.Key)!, d.Value))];
        var taken = columns.Select(c => c.At).ToHashSet();
        Unused = [.. headings.Select((heading, at) => (heading, at)).Where(h => !taken.Contains(h.at)).Select(h => string.IsNullOrWhiteSpace(h.heading) ? $"(column {h.at + 1}, without a heading)" : Show(h.heading))];
    }

    /// <summary>Columns of the file that nothing was taken from.</summary>
    public IReadOnlyList<string> Unused { get; }

    public (ImportDraft? Draft, Rejection? Rejection) Read(ImportRow row)
    {
        if (row.Fault is { } fault)
            return (null, new(row.Line, "", "", fault));
        if (BadText(row) is { } bad)
            return (null, bad);
        if (row.Cells.Skip(width).Any(cell => cell.Length > 0))
            return (null, new(row.Line, "", "", $"The row has {row.Cells.Length} cells but there are {width} columns: a separator or a quotation mark is wrong in it."));
        if (row.Cells.Length < width && columns.Any(c => c.At >= row.Cells.Length && !c.Map.Optional))
            return (null, new(row.Line, "", "", $"The row has {row.Cells.Length} cells but there are {width} columns: it is cut short, or a quotation mark is wrong in it."));
        return Fill(row);
    }

    private (ImportDraft? Draft, Rejection? Rejection) Fill(ImportRow row)
    {
        var draft = new ImportDraft();
        var problems = new List<(string Column, string Value, string Problem)>();
        var filled = new HashSet<ImportField>();
        foreach (var (field, value) in constants)
            Take(field, "(constant)", value, value, context);
        foreach (var (at, heading, map, field, its, values) in columns)
        {
            var cell = at < row.Cells.Length ? row.Cells[at].Trim() : "";
            var meant = values is null || cell.Length == 0 ? cell
                : values.TryGetValue(Words.Bare(cell), out var mapped) ? mapped : map.Otherwise ?? cell;
            if (meant.Length > 0)
                Take(field, heading, cell, meant, its);
        }
        foreach (var (field, value) in defaults.Where(d => !filled.Contains(d.Field)))
            Take(field, "(default)", value, value, context);
        draft.Settle();
        if (problems.Count == 0)
            problems.AddRange(draft.Problems(now).Select(p => (columns.FirstOrDefault(c => c.Field.Name == p.Field).Heading ?? p.Field, Shown(p.Field, row), p.Problem)));
        return problems.Count == 0 ? (draft, null)
            : (null, new(row.Line, problems[0].Column, problems[0].Value, string.Join(" ", problems.Select((p, i) => i == 0 ? p.Problem : $"Also {p.Column}: {p.Problem}"))));

        void Take(ImportField field, string column, string cell, string meant, ImportContext its)
        {
            filled.Add(field);
            if (field.Read(draft, meant, its) is { } problem)
                problems.Add((column, cell, problem));
        }
    }

    private string Shown(string field, ImportRow row) =>
        columns.FirstOrDefault(c => c.Field.Name == field) is { Field: not null } column && column.At < row.Cells.Length ? row.Cells[column.At].Trim() : "";

    /// <summary>Text that no database keeps and no screen shows: zero characters, half characters, and the mark of what could not be decoded.</summary>
    private Rejection? BadText(ImportRow row)
    {
        foreach (var (at, heading, _, _, _, _) in columns)
        {
            if (at >= row.Cells.Length)
                continue;
            var cell = row.Cells[at];
            if (cell.Contains('\0', StringComparison.Ordinal))
                return new(row.Line, heading, Visible(cell), "The cell holds a zero character (NUL). Remove it.");
            if (cell.Contains('\uFFFD', StringComparison.Ordinal))
                return new(row.Line, heading, cell, "A character in the cell could not be read: the file is in another encoding, or was damaged. Save it as UTF-8 and type the word again.");
            for (var i = 0; i < cell.Length; i++)
            {
                if (char.IsHighSurrogate(cell[i]) && i + 1 < cell.Length && char.IsLowSurrogate(cell[i + 1]))
                    i++;
                else if (char.IsSurrogate(cell[i]))
                    return new(row.Line, heading, Visible(cell), "The cell holds half of a character (a lone surrogate). Type the word again.");
            }
        }
        return null;
    }

    private static string Visible(string cell) => string.Concat(cell.Select(c => c == '\0' || char.IsSurrogate(c) ? '\uFFFD' : c));

    /// <summary>A heading as it is compared: without mark, spaces around it, and case.</summary>
    private static string Plain(string heading) => heading.Trim('\uFEFF', ' ', '\t', '\u00A0', '"').ToLowerInvariant();

    /// <summary>A heading is not about a person, but a file without headings has a person there: show only its beginning.</summary>
    private static string Show(string heading) => heading.Trim('\uFEFF', ' ') is { Length: > 60 } text ? text[..60] + "…" : heading.Trim('\uFEFF', ' ');
}
