using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>The whole quarterly figures, eight quarters and disclosure control included: 5 s from scratch at a million referrals;
/// beside it the same aggregations in plain SQL on the same database.</summary>
internal static class Figures
{
    private const double ScratchAim = 5, QuarterAim = .5;

    public static async Task MeasureAsync(Site site, Report report)
    {
        var quarter = Quarter.Of(Site.Viewer.Now).Previous;
        // The first count of a process also compiles; it is not the one that is looked at.
        await MakeAsync(site, quarter.Previous);
        var (scratch, processor) = await TimeAsync(() => MakeAsync(site, quarter));
        report.Add(Of(site, "eight quarters from scratch, protected", scratch, ScratchAim, processor));
        var (records, recordsProcessor) = await TimeAsync(() => GatherAsync(site, quarter));
        report.Add(Of(site, "the records behind every cell, for a freeze", records, ScratchAim, recordsProcessor));
        var (counting, countingProcessor) = await TimeAsync(() => CountAsync(site, quarter));
        report.Add(Of(site, "one more quarter in the same pass", counting / QuarterFigures.TrendLength, QuarterAim, countingProcessor / QuarterFigures.TrendLength));
        var (plain, plainProcessor, statements) = await PlainSql.TakeAsync(site, quarter.Last(QuarterFigures.TrendLength));
        report.Add(new("figures", $"counting alone, beside {statements} statements of plain SQL", site.Engine, $"{counting:N2} s", $"{plain:N2} s", counting / plain,
            $"{countingProcessor:N2} s and {plainProcessor:N2} s processor of this process"));
    }

    private static Result Of(Site site, string what, double seconds, double aim, double processor) =>
        new("figures", what, site.Engine, $"{seconds:N2} s", $"{aim:N1} s", seconds / aim, $"{processor:N2} s processor of this process");

    private static async Task MakeAsync(Site site, Quarter quarter)
    {
        await using var db = await site.OpenAllAsync();
        var policy = (await DisclosurePolicies.ReadAsync(db, default)).For("board");
        await QuarterFigures.MakeAsync(db, quarter, policy, Site.Viewer.Now, [], default);
    }

    private static async Task CountAsync(Site site, Quarter quarter)
    {
        await using var db = await site.OpenAllAsync();
        await Counting.CountAsync(db, await Catalogue.ReadAsync(db, default), quarter.Last(QuarterFigures.TrendLength), Site.Viewer.Now, default);
    }

    private static async Task GatherAsync(Site site, Quarter quarter)
    {
        await using var db = await site.OpenAllAsync();
        await CellRecords.GatherAsync(db, await Catalogue.ReadAsync(db, default), quarter, Site.Viewer.Now, default);
    }

    public static async Task<(double Seconds, double Processor)> TimeAsync(Func<Task> act)
    {
        using var process = Process.GetCurrentProcess();
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        await act();
        process.Refresh();
        return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }
}
