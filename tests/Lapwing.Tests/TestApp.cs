using Lapwing.Access;
using Lapwing.CommandLine;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Lapwing.Tests;

/// <summary>Which engine a test runs on. Every test of the product runs on both.</summary>
public enum EngineKind { Sqlite, Postgres }

/// <summary>The whole product in this process, on a database of its own, with a clock that the test moves.</summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    /// <summary>The files of the pages are watched by looking at them: each of many applications would otherwise take one of the few watches that a user has.</summary>
    static TestApp() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private readonly Mould.Copy copy;
    private readonly WebApplication app;

    private TestApp(Mould.Copy copy, Installation installation, WebApplication app, FakeTimeProvider clock) =>
        (this.copy, Installation, this.app, Clock) = (copy, installation, app, clock);

    /// <summary>Everything that this installation keeps on a disk: data, keys, the witness.</summary>
    public string Folder => copy.Folder;

    public Installation Installation { get; }
    public FakeTimeProvider Clock { get; }
    public IServiceProvider Services => app.Services;
    public Partnerships Partnerships => Services.GetRequiredService<Partnerships>();

    /// <summary>Starts an empty installation with one partnership, <c>testing</c>, on the given engine.
    /// The clock stands at Tuesday 6 June 2023, 10:00 London.</summary>
    public static async Task<TestApp> StartAsync(EngineKind engine, Outbound? outbound = null, Action<WebApplicationBuilder>? configure = null, CancellationToken ct = default)
    {
        var copy = await Mould.CopyAsync(engine, "testing", "Testing");
        var installation = copy.Installation with { Outbound = outbound ?? new() };
        var clock = new FakeTimeProvider(Mould.Start);
        var app = WebHost.Build(installation, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            // A password that is dear to guess is dear to check: a third of a short test.
            builder.Services.Configure<PasswordHasherOptions>(hashes => hashes.IterationCount = 1);
            configure?.Invoke(builder);
        });
        await app.StartAsync(ct);
        return new(copy, installation, app, clock);
    }

    /// <summary>A browser without a session: keeps cookies, does not follow redirects.</summary>
    public TestBrowser Browser() => new(app.GetTestServer().CreateClient(), app.GetTestServer());

    /// <summary>Bare requests, for a test that makes thousands of them.</summary>
    public HttpClient Client() => app.GetTestServer().CreateClient();

    public DateTime Now => Storage.Whole(Clock.GetUtcNow().UtcDateTime);

    /// <summary>A database that sees every file, for arranging and for looking at what was stored.</summary>
    public Task<PartnershipDb> OpenAllAsync(string partnership = "testing") =>
        Partnerships.OpenAsync(partnership, NeedToKnow.Unrestricted(Viewer.System("test", Now), UnrestrictedReason.Generation));

    public Act Act(string code = "test.arrange") => new(NeedToKnow.Unrestricted(Viewer.System("test", Now), UnrestrictedReason.Generation), Now, code, "arranging a test");

    /// <summary>Makes an account that is a member nowhere; the address signs in with <see cref="Password"/>.</summary>
    public async Task<Account> AccountAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, FullName = email };
        var made = await accounts.CreateAsync(account, Password);
        Assert.True(made.Succeeded, string.Join("; ", made.Errors.Select(e => e.Description)));
        return account;
    }

    /// <summary>Makes an account and its membership.</summary>
    public async Task<Member> JoinAsync(string email, Job jobs, Agency agency, params Team[] teams)
    {
        var account = await AccountAsync(email);
        await using var db = await OpenAllAsync();
        var act = Act();
        var member = Member.Join(act, account.Id, email.Split('@')[0], agency.Id, jobs);
        db.Members.Add(member);
        foreach (var team in teams)
            db.TeamMemberships.Add(TeamMembership.Join(act, member.Id, team.Id));
        await db.SaveAsync(act);
        return member;
    }

    public async Task<TestBrowser> SignInAsync(string email)
    {
        var browser = Browser();
        var page = await browser.GetAsync("/sign-in");
        var answer = await browser.SubmitAsync(page, new() { ["Email"] = email, ["Password"] = Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await copy.RemoveAsync();
    }
}
