using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Time;

namespace Lapwing.Demonstration;

/// <summary><c>lapwing generate --into PARTNERSHIP --referrals N --seed S --duplicates PERCENT</c>: made-up referrals of any number, for training and benchmarks.</summary>
internal static class GenerateVerb
{
    public static Command Command()
    {
        var into = new Option<string>("--into") { Description = "Address name of the partnership, such as barnet", Required = true, HelpName = "PARTNERSHIP" };
        var referrals = new Option<int>("--referrals") { Description = "How many referrals", Required = true, HelpName = "N" };
        var seed = new Option<ulong>("--seed") { Description = "The same seed makes the same people and lives (default 1)", DefaultValueFactory = _ => 1, HelpName = "S" };
        var quarters = new Option<int>("--quarters") { Description = "Over how many financial quarters up to now they arrive (default 8)", DefaultValueFactory = _ => 8, HelpName = "N" };
        var duplicates = new Option<int>("--duplicates") { Description = "So many per cent are of somebody referred before, written down anew with the usual errors (default 0)", HelpName = "PERCENT" };
        var truth = new Option<string?>("--truth") { Description = "A file that is told who is who: the id of each person referred, and the same number for the same person", HelpName = "FILE" };
        var command = new Command("generate", "Makes referrals of invented people, with assessments, decisions, support and outcomes.") { into, referrals, seed, quarters, duplicates, truth };
        duplicates.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 0 or > 90) result.AddError("--duplicates is from 0 to 90."); });
        referrals.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 15_000_000) result.AddError("--referrals is from 1 to 15,000,000."); });
        quarters.Validators.Add(result => { if (result.GetValueOrDefault<int>() is < 1 or > 60) result.AddError("--quarters is from 1 to 60."); });
        command.SetAction(async (parsed, ct) =>
        {
            await using var services = Verbs.Services(parsed);
            var time = services.GetRequiredService<TimeProvider>();
            var (count, watch, json) = (parsed.GetValue(referrals), Stopwatch.StartNew(), parsed.GetValue(Root.Json));
            var from = Quarter.Of(LondonTime.UtcNow(time)).Plus(1 - parsed.GetValue(quarters)).StartUtc;
            var said = 0;
            await using var told = parsed.GetValue(truth) is { } path ? new StreamWriter(path) : null;
            if (told is not null)
                await told.WriteLineAsync("person,identity");
            var generator = new Generator(services.GetRequiredService<Partnerships>(), time);
            await generator.RunAsync(parsed.GetValue(into)!, count, parsed.GetValue(seed), from, null, new Said(step =>
            {
                if (!json && step.Done * 20L / step.Of > said)
                    Console.WriteLine($"  {step.Done,9:N0} of {step.Of:N0} ({100L * step.Done / step.Of} %), {step.Done / watch.Elapsed.TotalSeconds:N0} a second");
                said = (int)(step.Done * 20L / step.Of);
            }), ct, duplicates: parsed.GetValue(duplicates) / 100d, truth: told);
            var seconds = watch.Elapsed.TotalSeconds;
            await Console.Out.WriteLineAsync(json
                ? JsonSerializer.Serialize(new { referrals = count, seconds = Math.Round(seconds, 2), perSecond = Math.Round(count / seconds) })
                : $"{count:N0} referrals in {seconds:N1} seconds: {count / seconds:N0} a second.");
            return Root.Done;
        });
        return command;
    }

    private sealed class Said(Action<(int Done, int Of)> say) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => say(value);
    }
}
