using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>The product on a loopback port with an empty partnership, and a real Chromium in front of it.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("lapwing-browser-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("LAPWING_CHROMIUM")
            ?? throw new InvalidOperationException("The journeys need a Chromium: run ./test, or set LAPWING_CHROMIUM to its path.");
        app = WebHost.Build(new Installation
        {
            DataFolder = Path.Combine(folder, "data"), KeyFile = Path.Combine(folder, "keys.json"), WitnessFolder = Path.Combine(folder, "witness"),
            Urls = "http://127.0.0.1:0", RunsJobs = false,
        });
        await Opening.MigrateAsync(app.Services, TextWriter.Null, default);
        await app.Services.GetRequiredService<Partnerships>().FoundAsync("testing", "Testing", isDemonstration: true);
        await app.StartAsync();
        Address = app.Urls.Single();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Headless = true, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
