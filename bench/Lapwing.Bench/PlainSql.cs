using System.Data.Common;
using Lapwing.Facts;
using Lapwing.Modules.Figures;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>What somebody would write who knows SQL and the facts: one statement for each number and each breakdown, grouped by quarter.</summary>
internal static class PlainSql
{
    public static async Task<(double Seconds, double Processor, int Statements)> TakeAsync(Site site, IReadOnlyList<Quarter> quarters)
    {
        await using var db = await site.OpenAllAsync();
        await db.Database.OpenConnectionAsync();
        var statements = Statements(quarters).ToList();
        var (seconds, processor) = await Figures.TimeAsync(async () =>
        {
            foreach (var statement in statements)
                await RunAsync(db.Database.GetDbConnection(), statement);
        });
        return (seconds, processor, statements.Count);
    }

    private static IEnumerable<string> Statements(IReadOnlyList<Quarter> quarters)
    {
        var (from, to) = (quarters[0].Start.DayNumber, quarters[^1].End.DayNumber);
        var quarter = "CASE " + string.Join(' ', quarters.Select((q, i) => $"WHEN happened_on <= {q.End.DayNumber} THEN {i}")) + " END";
        string Of(string number, string condition, string? by = null) =>
            $"SELECT {quarter} AS q{(by is null ? "" : $", {by} AS c")}, {number} FROM facts WHERE happened_on >= {from} AND happened_on <= {to} AND {condition} GROUP BY 1{(by is null ? "" : ", 2")}";
        const string Sum = "sum(sign)";
        // Place and width of each code, as FactCodes packs them.
        var fields = new Dictionary<string, (int At, int Bits)>
        {
            ["source"] = (0, 5), ["who"] = (5, 2), ["risk"] = (7, 3), ["age"] = (14, 4), ["gender"] = (18, 3), ["reason"] = (32, 5), ["service"] = (37, 8), ["children"] = (51, 4), ["repeat"] = (55, 1),
            ["ethnicity"] = (21, 5), ["disability"] = (26, 3), ["orientation"] = (29, 3),
        };
        string Field(string name) => $"((codes >> {fields[name].At}) & {(1 << fields[name].Bits) - 1})";
        string Kind(params FactKind[] kinds) => $"kind IN ({string.Join(',', kinds.Select(k => (int)k))})";

        foreach (var kind in Enum.GetValues<FactKind>())
            yield return Of(Sum, Kind(kind));
        foreach (var by in (string[])["source", "who", "risk", "age", "gender"])
            yield return Of(Sum, Kind(FactKind.ReferralReceived), Field(by));
        foreach (var by in (string[])["ethnicity", "disability", "orientation"])
            yield return Of(Sum, Kind(FactKind.ReferralReceived), $"CASE WHEN {Field(by)} > 0 THEN 1 ELSE 0 END");
        yield return Of(Sum, $"{Kind(FactKind.ReferralReceived)} AND {Field("repeat")} = 1");
        yield return Of($"sum(sign * {Field("children")})", Kind(FactKind.ReferralReceived), Field("risk"));
        foreach (var kind in (FactKind[])[FactKind.ReferralReceived, FactKind.EpisodeOpened])
            yield return Of("count(DISTINCT person)", Kind(kind));
        yield return Of(Sum, Kind(FactKind.ReferralDeclined), Field("reason"));
        yield return Of(Sum, Kind(FactKind.RiskAssessed), Field("risk"));
        foreach (var kind in (FactKind[])[FactKind.ReferralAccepted, FactKind.EpisodeOpened, FactKind.EpisodeEnded])
            yield return Of(Sum, Kind(kind), Field("service"));
        yield return Of(Sum, Kind(FactKind.EpisodeEnded), Field("reason"));
        foreach (var (begins, ends) in ((FactKind, FactKind)[])[(FactKind.EpisodeOpened, FactKind.EpisodeEnded), (FactKind.WaitingStarted, FactKind.WaitingEnded)])
            foreach (var by in (string?[])[null, Field("service")])
                yield return $"SELECT {quarter} AS q{(by is null ? "" : $", {by}")}, sum(CASE WHEN kind = {(int)begins} THEN sign ELSE -sign END) FROM facts WHERE happened_on <= {to} AND {Kind(begins, ends)} GROUP BY 1{(by is null ? "" : ", 2")}";
        foreach (var kind in (FactKind[])[FactKind.ReferralTriaged, FactKind.FirstSafeContact])
        {
            yield return Of(Sum, $"{Kind(kind)} AND value <= 480");
            // The median: neither engine has one in common, so the durations are counted and the middle is taken outside.
            yield return $"SELECT {quarter} AS q, value, sum(sign) FROM facts WHERE happened_on >= {from} AND happened_on <= {to} AND {Kind(kind)} GROUP BY 1, 2 ORDER BY 1, 2";
        }
    }

    private static async Task RunAsync(DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            reader.GetValue(0);
    }
}
