using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Accounts;

public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A partnership with one agency, its front door and the given members; none of it is a demonstration when <paramref name="real"/>.</summary>
    internal static async Task<TestApp> StartAsync(EngineKind engine, params (string Email, Job Jobs)[] members)
    {
        var app = await TestApp.StartAsync(engine, ct: Ct);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
        var team = Team.Add(act, agency.Id, "Front door", "020 7946 0001", isFrontDoor: true);
        db.AddRange(agency, team, Team.Add(act, agency.Id, "Beacon team", "020 7946 0002"));
        await db.SaveAsync(act, Ct);
        foreach (var (email, jobs) in members)
            await app.JoinAsync(email, jobs, agency, team);
        return app;
    }

    private static async Task<TestPage> TryAsync(TestBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), new() { ["Email"] = email, ["Password"] = password });

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_unknown_address_and_a_wrong_password_are_told_in_the_same_words_and_both_slow_down(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.CaseWorker));
        using var known = app.Browser();
        using var unknown = app.Browser();
        for (var i = 0; i < SignInAttempts.FreeForAccount; i++)
        {
            var one = await TryAsync(known, "ada@harbour.example", "not the password");
            var other = await TryAsync(unknown, "nobody@harbour.example", "not the password");
            Assert.Equal(HttpStatusCode.BadRequest, one.Status);
            Assert.Equal(one.Status, other.Status);
            Assert.Equal(one.Errors, other.Errors);
        }
        var refused = await TryAsync(known, "ada@harbour.example", TestApp.Password);
        Assert.Contains("Too many attempts", Assert.Single(refused.Errors));
        Assert.Equal(refused.Errors, (await TryAsync(unknown, "nobody@harbour.example", TestApp.Password)).Errors);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(known, "ada@harbour.example", TestApp.Password)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task At_most_ten_guesses_an_hour_are_evaluated_and_a_known_browser_still_gets_in(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.CaseWorker));
        using var owner = await app.SignInAsync("ada@harbour.example");
        using var guesser = app.Browser();
        var evaluated = 0;
        for (var i = 0; i < 55; i++)
        {
            var answer = await TryAsync(guesser, "ada@harbour.example", "guess number " + i);
            evaluated += answer.Errors.Any(error => error.StartsWith("Too many", StringComparison.Ordinal)) ? 0 : 1;
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.InRange(evaluated, SignInAttempts.FreeForAccount, SignInAttempts.LimitForAccount);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(owner, "ada@harbour.example", TestApp.Password)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_session_ends_after_thirty_idle_minutes_and_at_sign_out(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.CaseWorker));
        using var browser = await app.SignInAsync("ada@harbour.example");
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/testing")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var start = await browser.GetAsync("/testing");
        Assert.Equal(HttpStatusCode.OK, start.Status);
        var out_ = await browser.SubmitAsync(start, [], "header form");
        Assert.Contains("storage", out_.Response.Headers.GetValues("Clear-Site-Data").Single());
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/testing")).Location);

        using var idle = await app.SignInAsync("ada@harbour.example");
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.StartsWith("/sign-in", (await idle.GetAsync("/testing")).Location);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_was_typed_when_the_session_ended_is_sent_after_signing_in(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.Administrator), ("eve@harbour.example", Job.Administrator));
        using var browser = await app.SignInAsync("ada@harbour.example");
        var page = await browser.GetAsync("/account/password");
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        var signIn = await browser.SubmitAsync(page, new() { ["Current"] = TestApp.Password, ["New"] = "otter lantern gravel" });
        Assert.Equal("Sign in", signIn.Heading);
        var kept = await browser.SubmitAsync(signIn, new() { ["Email"] = "ada@harbour.example", ["Password"] = TestApp.Password });
        Assert.Equal("What you typed was kept", kept.Heading);
        var sent = await browser.SubmitAsync(kept, []);
        Assert.Equal("/account", sent.Location);
        using var again = app.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(again, "ada@harbour.example", "otter lantern gravel")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_one_person_typed_is_not_offered_to_another(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.Administrator), ("eve@harbour.example", Job.Administrator));
        using var browser = await app.SignInAsync("ada@harbour.example");
        var page = await browser.GetAsync("/account/password");
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        var signIn = await browser.SubmitAsync(page, new() { ["Current"] = TestApp.Password, ["New"] = "otter lantern gravel" });
        var other = await browser.SubmitAsync(signIn, new() { ["Email"] = "eve@harbour.example", ["Password"] = TestApp.Password });
        Assert.Equal("/", other.Location);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task In_a_real_partnership_a_case_job_needs_the_second_step_and_a_code_works_once(EngineKind engine)
    {
        await using var app = await StartAsync(engine, ("ada@harbour.example", Job.CaseWorker));
        await app.Partnerships.FoundAsync("real", "Real", isDemonstration: false, Ct);
        await using (var db = await app.OpenAllAsync("real"))
        {
            var act = app.Act();
            var agency = Agency.Add(act, "Harbour Council", AgencyKind.Council);
            await using var scope = app.Services.CreateAsyncScope();
            var account = await scope.ServiceProvider.GetRequiredService<HouseDb>().Users.SingleAsync(a => a.Email == "ada@harbour.example", Ct);
            db.AddRange(agency, Member.Join(act, account.Id, "Ada", agency.Id, Job.CaseWorker));
            await db.SaveAsync(act, Ct);
        }
        using var browser = await app.SignInAsync("ada@harbour.example");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/testing")).Status); // the twin: a demonstration asks for no second step
        var refused = await browser.GetAsync("/real");
        Assert.StartsWith("/account/authenticator", refused.Location);

        var enrol = await browser.GetAsync(refused.Location!);
        var secret = Base32(enrol.Html.QuerySelector("code")!.TextContent);
        string CodeNow() => AuthenticatorCode.Of(secret, AuthenticatorCode.StepOf(app.Clock.GetUtcNow()));
        var wrong = await browser.SubmitAsync(enrol, new() { ["Code"] = "000000", ["Password"] = TestApp.Password });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var done = await browser.SubmitAsync(wrong, new() { ["Code"] = CodeNow(), ["Password"] = TestApp.Password });
        Assert.Equal("Keep your recovery codes", done.Heading);
        var recovery = done.Html.QuerySelectorAll("#recovery-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(RecoveryCodes.Count, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/real")).Status);

        async Task<TestPage> CodeAsync(string code)
        {
            using var another = app.Browser();
            var step = await TryAsync(another, "ada@harbour.example", TestApp.Password);
            Assert.Equal("Enter your code", step.Heading);
            return await another.SubmitAsync(step, new() { ["Code"] = code });
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(CodeNow())).Status); // spent at enrolment
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(CodeNow())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(CodeNow())).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(recovery[0])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(recovery[0])).Status);

        await using var look = app.Services.CreateAsyncScope();
        var house = look.ServiceProvider.GetRequiredService<HouseDb>();
        Assert.DoesNotContain(Convert.ToBase64String(secret), (await house.Users.SingleAsync(Ct)).AuthenticatorSecret);
        Assert.All(await house.DataProtectionKeys.ToListAsync(Ct), key => Assert.DoesNotContain("masterKey", key.Xml));
    }

    private static byte[] Base32(string typed)
    {
        var bits = string.Concat(typed.Replace(" ", "").Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
