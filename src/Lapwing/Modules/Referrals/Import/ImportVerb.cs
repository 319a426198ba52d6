using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;

namespace Lapwing.Modules.Referrals.Import;

/// <summary><c>lapwing import referrals FILE… --into PARTNERSHIP</c>.</summary>
internal static class ImportVerb
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "CSV files or Excel workbooks (.xlsx)", Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = "Address name of the partnership, such as barnet", Required = true, HelpName = "PARTNERSHIP" };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "How the columns become fields (JSON; see docs/import.md). Without it the headings are the fields' names", HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read and count everything, store nothing" };
        var rejects = new Option<FileInfo?>("--rejects") { Description = "Write the rejected rows with their reasons to this CSV file. It holds personal data in the clear", HelpName = "FILE" };
        var referrals = new Command("referrals", "Takes referrals from files. Rows that were taken before are recognised; a run that was stopped goes on where it was.")
            { files, into, mapping, dryRun, rejects };
        referrals.SetAction((parsed, ct) => RunAsync(parsed, parsed.GetValue(files)!, parsed.GetValue(into)!, parsed.GetValue(mapping), parsed.GetValue(dryRun), parsed.GetValue(rejects), ct));
        return new Command("import", "Takes what an agency already has.") { referrals };
    }

    private static async Task<int> RunAsync(ParseResult parsed, FileInfo[] files, string into, FileInfo? mapping, bool dryRun, FileInfo? rejects, CancellationToken ct)
    {
        if (files.Append(mapping).OfType<FileInfo>().FirstOrDefault(file => !file.Exists) is { } absent)
        {
            await Console.Error.WriteLineAsync($"There is no file {absent}.");
            return Root.WrongUse;
        }
        await using var services = Verbs.Services(parsed);
        var map = mapping is null ? ImportMap.Canonical : ImportMap.Parse(await File.ReadAllTextAsync(mapping.FullName, ct));
        var json = parsed.GetValue(Root.Json);
        var import = new ReferralImport(services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        var outcomes = await FilesImport.RunAsync(import, into, files, map, dryRun, rejects, json ? TextWriter.Null : Console.Out, ct);
        await (json ? SayJsonAsync(outcomes, dryRun) : SayAsync(outcomes, dryRun));
        return outcomes.Any(outcome => outcome.Refusal is not null) ? Root.Refused : Root.Done;
    }

    private static async Task SayAsync(IReadOnlyList<FileOutcome> outcomes, bool dryRun)
    {
        foreach (var outcome in outcomes)
        {
            await Console.Out.WriteLineAsync($"\n{outcome.Name}: {outcome.Refusal ?? outcome.Kind}");
            if (outcome.Refusal is null)
                await Console.Out.WriteLineAsync(Counts(outcome.Count, dryRun) + (outcome.Seconds > 1 ? $"\n  {outcome.Count.Rows / outcome.Seconds:N0} rows a second" : ""));
            if (outcome.Unused.Count > 0)
                await Console.Out.WriteLineAsync($"  Columns that nothing was taken from: {string.Join(", ", outcome.Unused)}");
        }
        if (outcomes.Count > 1)
            await Console.Out.WriteLineAsync("\nAll files" + "\n" + Counts(outcomes.Aggregate(default(ImportCount), (sum, o) => sum + o.Count), dryRun));
        if (dryRun)
            await Console.Out.WriteLineAsync("\nThis was a dry run: nothing was stored.");
    }

    private static string Counts(ImportCount count, bool dryRun) => $"""
          {count.Rows,9:N0} rows in
          {count.Received,9:N0} {(dryRun ? "would be received" : "received")}
          {count.Rejected,9:N0} rejected
          {count.Duplicate,9:N0} received before
        """;

    private static async Task SayJsonAsync(IReadOnlyList<FileOutcome> outcomes, bool dryRun)
    {
        var total = outcomes.Aggregate(default(ImportCount), (sum, o) => sum + o.Count);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
        {
            dryRun, rows = total.Rows, received = total.Received, rejected = total.Rejected, duplicate = total.Duplicate,
            files = outcomes.Select(o => new
            {
                file = o.Name, kind = o.Kind, refusal = o.Refusal, rows = o.Count.Rows, received = o.Count.Received, rejected = o.Count.Rejected,
                duplicate = o.Count.Duplicate, unusedColumns = o.Unused, seconds = Math.Round(o.Seconds, 2),
            }),
        }, Format));
    }
}
