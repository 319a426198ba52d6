using System.CommandLine;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Boards.Export;
using Lapwing.Settings;
using Lapwing.Time;

namespace Lapwing.Modules.Boards;

/// <summary><c>lapwing paper PARTNERSHIP QUARTER --format html|docx|pdf --out FILE [--audience board|public]</c></summary>
public static class PaperCommand
{
    public static Command Make()
    {
        var partnership = new Argument<string>("PARTNERSHIP") { Description = "Address name, such as barnet" };
        var quarter = new Argument<string>("QUARTER") { Description = "Such as 2023-24-Q1" };
        var format = new Option<string>("--format") { Description = "html, docx or pdf", Required = true, HelpName = "FORMAT" };
        var to = new Option<FileInfo>("--out") { Description = "File to write; one that is there is replaced", Required = true, HelpName = "FILE" };
        var audience = new Option<string>("--audience") { Description = "board or public", DefaultValueFactory = _ => "board" };
        var command = new Command("paper", "Writes the newest paper of a quarter to a file; when there is none yet, a draft from the programme's template that is not kept.")
            { partnership, quarter, format, to, audience };
        command.SetAction(async (parsed, ct) =>
        {
            if (!Quarter.TryParse(parsed.GetValue(quarter), out var wanted))
                throw new RuleBroken("quarter", $"\"{parsed.GetValue(quarter)}\" is not a quarter. Write it like 2023-24-Q1.");
            var kind = PaperFormat.Find(parsed.GetValue(format)) ?? throw new RuleBroken("format", $"\"{parsed.GetValue(format)}\" is not a format. Choose html, docx or pdf.");
            var installation = Root.Installation(parsed);
            await using var services = Verbs.Services(installation);
            var open = await WriteAsync(services, installation, parsed.GetValue(partnership)!, wanted, parsed.GetValue(audience)!, kind, parsed.GetValue(to)!, ct);
            await Console.Out.WriteLineAsync(parsed.GetValue(Root.Json)
                ? JsonSerializer.Serialize(new { title = open.Title, quarter = open.Quarter, audience = open.Audience, state = open.State.ToString(), edition = open.Edition, file = parsed.GetValue(to)!.FullName })
                : $"{open.Title}, {wanted.Title}, for the {open.Audience}: {open.State.ToString().ToLowerInvariant()}, version {open.Edition}. Written to {parsed.GetValue(to)!.FullName}");
            return Root.Done;
        });
        return command;
    }

    private static async Task<Paper> WriteAsync(ServiceProvider services, Installation installation, string address, Quarter quarter, string audience, PaperFormat format, FileInfo to, CancellationToken ct)
    {
        var partnerships = services.GetRequiredService<Partnerships>();
        var partnership = await partnerships.FindAsync(address, ct) ?? throw new RuleBroken("partnership", $"There is no partnership called \"{address}\".");
        var viewer = Viewer.System("command line", LondonTime.UtcNow(services.GetRequiredService<TimeProvider>()));
        await using var db = await partnerships.OpenAsync(address, viewer, ct);
        var act = new Act(viewer, viewer.Now, "paper.export", "taking a copy of a quarterly paper on the command line");
        var stored = await OpenPaper.NewestAsync(db, quarter, audience, ct);
        var open = stored ?? await DraftAsync(db, act, address, quarter, audience, ct);
        var document = (await services.GetRequiredService<Typesetter>().SetAsync(db, partnership, open.Paper, open.Sections, ct)).Document;
        var file = await format.WriteAsync(document, installation, ct);
        if (stored is not null)
        {
            db.Add(PaperReading.Of(act, stored.Paper, $"As {format.Name}"));
            await db.SaveAsync(act, ct);
        }
        await File.WriteAllBytesAsync(to.FullName, file, ct);
        return open.Paper;
    }

    private static async Task<OpenPaper> DraftAsync(PartnershipDb db, Act act, string address, Quarter quarter, string audience, CancellationToken ct)
    {
        var template = PaperTemplate.For(address)[0];
        var marking = (await PaperSettings.ReadAsync(db, ct)).ForAudience(audience, template.Marking);
        return OpenPaper.Make(act, Paper.Draft(act, quarter, audience, 1, template.Title, marking), template.SectionsFor(audience).Select(s => (s.Heading, s.Body)), template.Name).Open;
    }
}
