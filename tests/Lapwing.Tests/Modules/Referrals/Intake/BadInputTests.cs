using System.Net;
using Lapwing.Jobs;
using Lapwing.Modules.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Referrals.Intake;

/// <summary>What people really type, press twice and leave lying about: nothing is lost, and every message stands at its field.</summary>
public sealed class BadInputTests(IntakeWorlds worlds) : IClassFixture<IntakeWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_referral_without_a_safe_way_to_make_contact_is_refused_at_its_field(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        page = await IntakeWorld.WalkAsync(browser, page, until: "safe-contact");
        var refused = await browser.SubmitAsync(page, []);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Choose at least one safe way to make contact, or that contact must go through you", Assert.Single(refused.Errors));
        Assert.Equal("#Ways", refused.Html.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.NotNull(refused.Html.QuerySelector("#Ways-error"));
        Assert.StartsWith("Error: ", refused.Html.Title, StringComparison.Ordinal);

        // Nobody gets past it by address either.
        var check = await browser.GetAsync(page.Address.Replace("safe-contact", "check", StringComparison.Ordinal));
        Assert.EndsWith("/safe-contact", check.Location, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Impossible_dates_are_refused_and_stay_as_typed(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        page = await IntakeWorld.WalkAsync(browser, page, until: "age");
        foreach (var (day, month, year, message) in new[]
        {
            ("31", "2", "1990", "Date of birth must be a real date"), ("1", "", "1990", "Date of birth must include a month"),
            ("1", "1", "2090", "Date of birth must be in the past"), ("1", "1", "1700", "Date of birth must be within the last 120 years"),
        })
        {
            var refused = await browser.SubmitAsync(page, new() { ["BornOn.Day"] = day, ["BornOn.Month"] = month, ["BornOn.Year"] = year });
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal(message, Assert.Single(refused.Errors));
            Assert.Equal(day, refused.Html.QuerySelector("input[name='BornOn.Day']")!.GetAttribute("value"));
            Assert.Equal(year, refused.Html.QuerySelector("input[name='BornOn.Year']")!.GetAttribute("value"));
        }
        Assert.Equal("Age must be a whole number from 0 to 120, like 34", Assert.Single((await browser.SubmitAsync(page, new() { ["Years"] = "thirty" })).Errors));
        Assert.Equal("Somebody under 16 is referred as a child. Change who you are referring, or correct the age",
            Assert.Single((await browser.SubmitAsync(page, new() { ["Years"] = "15" })).Errors));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Names_in_any_script_and_an_emoji_come_back_as_they_were_written(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        foreach (var (given, family) in new[] { ("نادية", "الحسيني"), ("Zoë 🦋", "Ní Bhraonáin"), ("王", "小明"), ("<script>", "O'Neil & \"co\"") })
        {
            var (browser, page) = await world.BeginAsAgencyAsync();
            var check = await IntakeWorld.WalkAsync(browser, page, new() { ["name"] = new() { ["IsNamed"] = "true", ["GivenName"] = given, ["FamilyName"] = family } });
            Assert.Contains(check.Html.QuerySelectorAll(".govuk-summary-list__value"), value => value.TextContent.Trim() == $"{given} {family}");
            var reference = IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(browser, check));
            await using var db = await world.OpenAsFrontDoorAsync();
            var referral = await db.Referrals.SingleAsync(r => r.Reference == reference, Ct);
            Assert.Equal($"{given} {family}", (await db.People.SingleAsync(p => p.Id == referral.Subject, Ct)).DisplayName(await db.KeyOfAsync(referral.CaseFile, Ct)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Ten_thousand_characters_are_taken_and_one_more_is_refused_with_the_text_kept(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        page = await IntakeWorld.WalkAsync(browser, page, until: "account");
        var text = string.Concat(Enumerable.Repeat("What happened was this.\r\n", 400)); // 24 characters a line as the counter counts
        var most = text[..^2] + new string('x', Referral.TextLimit - (400 * 24 - 1));
        Assert.Equal(Referral.TextLimit, most.Replace("\r\n", "\n", StringComparison.Ordinal).Length);

        var refused = await browser.SubmitAsync(page, new() { ["Words"] = most + "y" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("What happened must be 10,000 characters or fewer. It has 10,001", Assert.Single(refused.Errors));
        Assert.Equal((most + "y").Replace("\r\n", "\n", StringComparison.Ordinal), refused.Html.QuerySelector("textarea")!.TextContent.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n'));

        var taken = await browser.SubmitAndFollowAsync(page, new() { ["Words"] = most });
        var reference = IntakeWorld.ReferenceOn(await IntakeWorld.SendAsync(browser, await IntakeWorld.WalkAsync(browser, taken)));
        await using var db = await world.OpenAsFrontDoorAsync();
        var referral = await db.Referrals.SingleAsync(r => r.Reference == reference, Ct);
        Assert.Equal(most.Replace("\r\n", "\n", StringComparison.Ordinal), (await db.KeyOfAsync(referral.CaseFile, Ct)).Reveal(referral.Account!));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Sending_twice_at_once_makes_one_referral(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        var check = await IntakeWorld.WalkAsync(browser, page);
        await using var db = await world.OpenAsFrontDoorAsync();
        var before = await db.Referrals.CountAsync(Ct);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.SubmitAsync(check, [])));
        Assert.All(answers, answer => Assert.EndsWith("/sent", answer.Location, StringComparison.Ordinal));
        Assert.Equal(before + 1, await db.Referrals.CountAsync(Ct));
        var first = IntakeWorld.ReferenceOn(await browser.GetAsync(answers[0].Location!));
        Assert.Equal(first, IntakeWorld.ReferenceOn(await browser.SubmitAndFollowAsync(check, [])));
        Assert.Equal(before + 1, await db.Referrals.CountAsync(Ct));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_changed_answer_that_needs_another_is_asked_for_it_before_sending(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        var (browser, page) = await world.BeginAsAgencyAsync();
        var check = await IntakeWorld.WalkAsync(browser, page);
        var ways = await browser.GetAsync(check.Html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(h => h.EndsWith("/safe-contact", StringComparison.Ordinal)));
        var next = await browser.SubmitAndFollowAsync(ways, new() { ["Ways"] = "ring|email" });
        Assert.Equal("telephone-and-email", IntakeWorld.StepOf(next));
        Assert.Equal("Enter an e-mail address, because e-mail is safe", Assert.Single(next.Errors));
        Assert.Equal("check", IntakeWorld.StepOf(await browser.SubmitAndFollowAsync(next, new() { ["Email"] = "someone@example.org" })));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_was_typed_when_the_session_ended_is_offered_again_after_signing_in(EngineKind engine)
    {
        var world = await worlds.OnAsync(engine);
        using var browser = await world.App.SignInAsync(IntakeWorld.Referrer);
        var page = await browser.SubmitAndFollowAsync(await browser.GetAsync("/testing/refer"), []);
        page = await IntakeWorld.WalkAsync(browser, page, until: "name");
        world.App.Clock.Advance(TimeSpan.FromMinutes(31));

        var signIn = await browser.SubmitAsync(page, new() { ["IsNamed"] = "true", ["GivenName"] = "Wilhelmina", ["FamilyName"] = "Ashdown" });
        Assert.Contains("What you typed is safe", signIn.Text, StringComparison.Ordinal);
        var offered = await browser.SubmitAsync(signIn, new() { ["Email"] = IntakeWorld.Referrer, ["Password"] = TestApp.Password });
        Assert.Equal(HttpStatusCode.OK, offered.Status);
        var next = await browser.SubmitAndFollowAsync(offered, []);
        Assert.Equal("age", IntakeWorld.StepOf(next));
        Assert.Contains("Wilhelmina", (await browser.GetAsync(page.Address)).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_draft_that_nobody_touches_is_deleted(EngineKind engine)
    {
        await using var app = (await IntakeWorld.StartAsync(engine)) is var world ? world.App : null!;
        var (browser, page) = await world.BeginAsSurvivorAsync();
        var runner = ActivatorUtilities.CreateInstance<JobRunner>(app.Services);
        app.Clock.Advance(TimeSpan.FromDays(6));
        page = await IntakeWorld.WalkAsync(browser, page, until: "name"); // touched: it is kept for seven days from now
        app.Clock.Advance(TimeSpan.FromDays(2));
        while (await runner.RunNextAsync("testing", Ct)) { }
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.Address)).Status);
        app.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page.Address)).Status);
        while (await runner.RunNextAsync("testing", Ct)) { }
        await using var db = await app.OpenAllAsync();
        Assert.False(await db.IntakeDrafts.AnyAsync(Ct));
    }

    [Fact]
    public async Task No_name_number_or_address_stands_in_a_database_file_and_what_was_acknowledged_survives_a_power_cut()
    {
        var world = await worlds.OnAsync(EngineKind.Sqlite);
        string[] planted = ["Philomena", "Quillfeather", "900123", "Planted Lane", "whisperwind"];
        var (browser, page) = await world.BeginAsAgencyAsync();
        var sent = await IntakeWorld.SendAsync(browser, await IntakeWorld.WalkAsync(browser, page, new()
        {
            ["name"] = new() { ["IsNamed"] = "true", ["GivenName"] = "Philomena", ["FamilyName"] = "Quillfeather" },
            ["telephone-and-email"] = new() { ["Telephone"] = "07700900123" },
            ["address"] = new() { ["Address"] = "1 Planted Lane" },
            ["account"] = new() { ["Words"] = "The word is whisperwind." },
        }));
        var reference = IntakeWorld.ReferenceOn(sent);

        // The files as they lie there, write-ahead log included: what a power cut would leave.
        var copy = System.IO.Directory.CreateTempSubdirectory("lapwing-cut-").FullName;
        foreach (var file in System.IO.Directory.EnumerateFiles(world.App.Installation.DataFolder))
        {
            await using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await from.CopyToAsync(bytes, Ct);
            foreach (var name in planted)
                foreach (var encoding in new[] { System.Text.Encoding.UTF8, System.Text.Encoding.Unicode })
                    Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(encoding.GetBytes(name)) < 0, $"{name} stands in {Path.GetFileName(file)}");
            if (!file.EndsWith("-shm", StringComparison.Ordinal))
                await File.WriteAllBytesAsync(Path.Combine(copy, Path.GetFileName(file)), bytes.ToArray(), Ct);
        }
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(copy, "testing.db")};Pooling=False"))
        {
            await connection.OpenAsync(Ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM referrals WHERE reference = $reference";
            command.Parameters.AddWithValue("$reference", reference);
            Assert.Equal(1L, await command.ExecuteScalarAsync(Ct));
        }
        System.IO.Directory.Delete(copy, recursive: true);
    }
}
