using Lapwing.Access;
using Lapwing.Demonstration;
using Lapwing.Modules.Boards;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Boards;

/// <summary>A partnership with five quarters of made-up referrals, two programme leads and a guardian.</summary>
public sealed class PaperPlace : IAsyncDisposable
{
    /// <summary>The last quarter that has ended when the clock of the tests begins.</summary>
    public static readonly Quarter Quarter = new(2022, 4);

    public TestApp App { get; private init; } = null!;
    public TestData Data { get; private init; } = null!;
    public TestBrowser Writer { get; private init; } = null!;
    public TestBrowser Colleague { get; private init; } = null!;

    public static async Task<PaperPlace> ArrangeAsync(EngineKind engine, int referrals = 300)
    {
        var app = await TestApp.StartAsync(engine);
        var data = await TestData.ArrangeAsync(app);
        await app.JoinAsync("writer@testing.example", Job.ProgrammeLead, data.Council);
        await app.JoinAsync("colleague@testing.example", Job.ProgrammeLead, data.Council);
        await app.JoinAsync("worker@testing.example", Job.FrontDoor, data.Council, data.FrontDoor);
        await new Generator(app.Partnerships, app.Clock).RunAsync("testing", referrals, 7, Quarter.YearBefore.StartUtc, Quarter.EndUtc, null, default);
        return new()
        {
            App = app, Data = data, Writer = await app.SignInAsync("writer@testing.example"), Colleague = await app.SignInAsync("colleague@testing.example"),
        };
    }

    /// <summary>Makes a paper from the standard template and returns its address.</summary>
    public async Task<string> MakeAsync(string audience = "board", Quarter? quarter = null)
    {
        var page = await Writer.GetAsync("/testing/papers/new");
        var made = await Writer.SubmitAsync(page, new() { ["Quarter"] = (quarter ?? Quarter).Code, ["Audience"] = audience, ["From"] = PaperTemplate.Standard });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, made.Status);
        return made.Location!;
    }

    public async Task FreezeAsync(string paper)
    {
        var frozen = await Writer.SubmitAsync(await Writer.GetAsync(paper + "/freeze"), []);
        Assert.True(frozen.Status == System.Net.HttpStatusCode.Redirect, string.Join(" ", frozen.Errors));
    }

    /// <summary>The first section's address.</summary>
    public async Task<string> SectionAsync(string paper) =>
        (await Writer.GetAsync(paper)).Html.QuerySelectorAll("main ol a")[0].GetAttribute("href")!;

    public async Task<Paper> StoredAsync(string paper)
    {
        await using var db = await App.OpenAllAsync();
        return (await OpenPaper.FindAsync(db, paper.Split('/')[^1], default))!.Paper;
    }

    public async ValueTask DisposeAsync()
    {
        Writer.Dispose();
        Colleague.Dispose();
        await App.DisposeAsync();
    }
}
