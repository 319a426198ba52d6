using System.Net;
using Lapwing.Data;
using Lapwing.Demonstration;
using Lapwing.Modules.Figures;
using Lapwing.Time;

[assembly: AssemblyFixture(typeof(Lapwing.Tests.Modules.Figures.Boroughs))]

namespace Lapwing.Tests.Modules.Figures;

/// <summary>The demonstration's Barnet with generated activity of two years and a quarter, on one engine. The clock stands in the last of its quarters.</summary>
public sealed class Borough : IAsyncDisposable
{
    public const string Address = "barnet";

    /// <summary>Half an hour after the end of a working day in British summer time.</summary>
    public static readonly DateTimeOffset Then = new(2023, 8, 15, 16, 30, 0, TimeSpan.Zero);

    /// <summary>The last whole quarter.</summary>
    public static readonly Quarter Last = new(2023, 1);

    public required TestApp App { get; init; }

    public static async Task<Borough> StartAsync(EngineKind engine, int referrals)
    {
        var ct = TestContext.Current.CancellationToken;
        var app = await TestApp.StartAsync(engine, ct: ct);
        app.Clock.SetUtcNow(Then);
        await DemonstrationDirectory.CreateAsync(app.Services, new Silent(), ct);
        var borough = new Borough { App = app };
        await borough.GenerateAsync(referrals, seed: 11, new Quarter(2021, 2).StartUtc);
        await DemonstrationGroups.AddAsync(app.Partnerships, app.Clock, Address, Last.Next.Last(QuarterFigures.TrendLength + 1), isToday: false, ct);
        await DemonstrationAccommodation.AddAsync(app.Partnerships, Address, new Quarter(2021, 2).StartUtc, app.Now, app.Now, ct);
        return borough;
    }

    /// <summary>More referrals from then to now.</summary>
    public Task GenerateAsync(int referrals, ulong seed, DateTime from) =>
        new Generator(App.Partnerships, App.Clock).RunAsync(Address, referrals, seed, from, null, null, TestContext.Current.CancellationToken);

    public Task<PartnershipDb> OpenAsync() => App.OpenAllAsync(Address);

    /// <summary>Eight quarters, the one that is not over yet included.</summary>
    public async Task<Counting> CountAsync(PartnershipDb db, DateTime? knownAt = null) =>
        await Counting.CountAsync(db, await Catalogue.ReadAsync(db, default), Last.Next.Last(QuarterFigures.TrendLength), knownAt ?? App.Now, TestContext.Current.CancellationToken);

    /// <summary>Signs in as one of the demonstration's roles.</summary>
    public async Task<TestBrowser> AsAsync(string role)
    {
        var browser = App.Browser();
        var answer = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), new() { ["Email"] = $"{role}@{Address}.example", ["Password"] = DemonstrationDirectory.Password });
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value) { }
    }
}

/// <summary>One borough for each engine and all test classes, started when the first test asks for it: for tests that only look.</summary>
public sealed class Boroughs : IAsyncLifetime
{
    private readonly Dictionary<EngineKind, Borough> boroughs = [];
    private readonly SemaphoreSlim one = new(1);

    public async Task<Borough> OnAsync(EngineKind engine)
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return boroughs.TryGetValue(engine, out var borough) ? borough : boroughs[engine] = await Borough.StartAsync(engine, referrals: 700);
        }
        finally
        {
            one.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var borough in boroughs.Values)
            await borough.DisposeAsync();
        one.Dispose();
    }
}
