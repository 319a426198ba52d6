using System.CommandLine;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary><c>lapwing figures PARTNERSHIP QUARTER [--audience board|public]</c></summary>
public static class FiguresCommand
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    public static Command Make()
    {
        var partnership = new Argument<string>("PARTNERSHIP") { Description = "Address name, such as barnet" };
        var quarter = new Argument<string>("QUARTER") { Description = "Such as 2023-24-Q1" };
        var audience = new Option<string>("--audience") { Description = "board or public", DefaultValueFactory = _ => "board", HelpName = "AUDIENCE" };
        quarter.Validators.Add(result =>
        {
            if (!Quarter.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError($"\"{result.GetValueOrDefault<string>()}\" is not a quarter. Write it like 2023-24-Q1.");
        });
        var command = new Command("figures", "Prints the figures of a quarter as an audience may see them.") { partnership, quarter, audience };
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Verbs.Services(parsed);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var figures = await services.GetRequiredService<FiguresDoor>().QuarterAsync(parsed.GetValue(partnership)!, Viewer.System("command line", now),
                Quarter.Parse(parsed.GetValue(quarter)!), parsed.GetValue(audience)!, ct);
            await Console.Out.WriteLineAsync(parsed.GetValue(Root.Json) ? AsJson(figures) : AsText(figures));
            return Root.Done;
        });
        return command;
    }

    private static string AsJson(QuarterFigures figures) => JsonSerializer.Serialize(new
    {
        quarter = figures.Quarter.Code,
        audience = figures.Shown.Policy.Audience,
        knownAt = figures.Counting.KnownAt,
        figures = figures.Shown.Figures.Select(f => new { code = f.Code, title = f.Title, unit = UnitOf(figures, f), shown = f.Display, status = f.Status.ToString() }),
        tables = figures.Shown.Tables.Select(t => new
        {
            code = t.Code, title = t.Title, unit = t.Unit, notes = t.Notes,
            rows = t.Rows().Select(r => new { category = r.Heading.Title, shown = r.Cells[0].Display, status = r.Cells[0].Status.ToString() }),
        }),
    }, Pretty);

    private static string AsText(QuarterFigures figures)
    {
        var width = figures.Shown.Figures.Max(f => f.Title.Length);
        return string.Join(Environment.NewLine,
        [
            $"{figures.Quarter.Title}, {figures.Quarter.Months}, for the {figures.Shown.Policy.Audience} ({figures.Shown.Policy.Name.ToLowerInvariant()})",
            $"Known by {Spoken.Moment(figures.Counting.KnownAt)}", "",
            .. figures.Shown.Figures.Select(f => $"{f.Title.PadRight(width)} {f.Display,14}  {(f.Unit == "%" ? "" : UnitOf(figures, f))}".TrimEnd()),
            .. figures.Shown.Tables.SelectMany(TextOf),
        ]);
    }

    private static IEnumerable<string> TextOf(DisclosedTable table)
    {
        var width = table.Rows().Max(row => row.Heading.Title.Length);
        return ["", $"{table.Title} ({table.Unit})", .. table.Rows().Select(row => $"  {row.Heading.Title.PadRight(width)} {row.Cells[0].Display,14}"), .. table.Notes.Select(note => $"  {note}")];
    }

    /// <summary>A count has the unit of its measure.</summary>
    private static string UnitOf(QuarterFigures figures, DisclosedFigure figure) =>
        figure.Unit.Length > 0 ? figure.Unit : figures.Counting.Slots.FirstOrDefault(slot => slot.Measure.Code == figure.Code)?.Measure.Unit ?? "";
}
