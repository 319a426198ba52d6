using System.Diagnostics;
using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>The whole product in this process on one engine: real pages behind a real server on the loopback, and one partnership of the wanted size.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string Partnership = "barking-and-dagenham";
    private const ulong Seed = 11;

    private readonly WebApplication app;

    private Site(Options options, Installation installation, WebApplication app) => (Options, Installation, this.app) = (options, installation, app);

    public Options Options { get; }
    public Installation Installation { get; }
    public Uri Origin => new(app.Urls.First());
    public Partnerships Partnerships => Services.GetRequiredService<Partnerships>();
    public IServiceProvider Services => app.Services;
    public string Engine => Installation.UsesPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>Opens the installation, makes what is missing of the wanted number, and serves.</summary>
    public static async Task<Site> StartAsync(Options options, string? postgres, Action<WebApplication, Site> also)
    {
        var folder = Path.Combine(options.Folder, postgres is null ? "sqlite" : "postgres");
        var installation = new Installation
        {
            DataFolder = Path.Combine(folder, "data"), KeyFile = Path.Combine(folder, "key"), WitnessFolder = folder, Postgres = postgres,
            Urls = "http://127.0.0.1:0", RunsJobs = false,
        };
        await Opening.PrepareAsync(installation, demonstration: true, Console.Out, default);
        var app = WebHost.Build(installation);
        var site = new Site(options, installation, app);
        await site.FillAsync(options.Referrals);
        also(app, site);
        await app.StartAsync();
        return site;
    }

    /// <summary>A database that sees every file, to choose what is looked at.</summary>
    public Task<PartnershipDb> OpenAllAsync() => Partnerships.OpenAsync(Partnership, Viewer);

    public static Viewer Viewer => NeedToKnow.Unrestricted(Access.Viewer.System("bench", Storage.Whole(TimeProvider.System.GetUtcNow().UtcDateTime)), UnrestrictedReason.Generation);

    private async Task FillAsync(int wanted)
    {
        await using var db = await OpenAllAsync();
        var there = await db.Referrals.CountAsync();
        if (there >= wanted)
            return;
        Console.WriteLine($"Making {wanted - there:N0} referrals on {Engine} …");
        var (watch, from) = (Stopwatch.StartNew(), Time.Quarter.Of(Viewer.Now).Plus(-7).StartUtc);
        await new Generator(Partnerships, TimeProvider.System).RunAsync(Partnership, wanted - there, Seed, from, null, null, default);
        Console.WriteLine($"  {(wanted - there) / watch.Elapsed.TotalSeconds:N0} a second");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
