using System.CommandLine;
using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.CommandLine;

/// <summary><c>lapwing audit verify PARTNERSHIP</c></summary>
public static class AuditCommand
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true };

    public static Command Make()
    {
        var partnership = new Argument<string>("PARTNERSHIP") { Description = "Address name, such as barnet" };
        var verify = new Command("verify", "Reads the whole audit trail and says whether it is what was written. Exit code 5 when it is not.") { partnership };
        verify.SetAction(async (parsed, ct) =>
        {
            await using var services = Verbs.Services(parsed);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
            var viewer = NeedToKnow.Unrestricted(Viewer.System("audit verification", now), UnrestrictedReason.AuditVerification);
            await using var db = await services.GetRequiredService<Partnerships>().OpenAsync(parsed.GetValue(partnership)!, viewer, ct);
            var verdict = await Evidence.VerifyAsync(db, services.GetRequiredService<Checkpoints>().WitnessOf(db), ct);
            await Console.Out.WriteLineAsync(parsed.GetValue(Root.Json)
                ? JsonSerializer.Serialize(new
                {
                    sound = verdict.Sound, entries = verdict.EntriesRead, rows = verdict.RowsRead, checkpoints = verdict.CheckpointsRead,
                    faults = verdict.Faults.Select(f => new { kind = f.Kind.ToString(), f.Lane, f.Seq, f.Text }),
                    rowFaults = verdict.Rows.Select(r => r.Text), cautions = verdict.Cautions,
                }, Pretty)
                : verdict.Text);
            return verdict.Sound ? Root.Done : Root.Found;
        });
        return new Command("audit", "The audit trail.") { verify };
    }
}
