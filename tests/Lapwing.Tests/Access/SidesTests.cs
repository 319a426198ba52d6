using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 20 and national perpetrator standard 1: nobody is on both sides, and the worker of one learns nothing of the other.</summary>
public sealed class SidesTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_worker_of_the_person_causing_harm_reads_not_one_word_of_where_the_survivor_is(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        await app.JoinAsync("per@example.org", Job.CaseWorker | Job.TeamManager, desk.Agency, desk.Elsewhere);
        using var per = await app.SignInAsync("per@example.org");
        // Every page to which the number of a file alone leads, and every page of the partnership that needs none.
        var pages = Matrix.Entrance.All(app.Services).Where(e => e.Method == "GET" && e.Route.StartsWith("/{partnership}", StringComparison.Ordinal) && e.Parameters.All(p => p is "partnership" or "file")).ToList();
        Assert.True(pages.Count > 60, $"{pages.Count} pages");
        for (var i = 0; i < 12; i++)
        {
            var (received, harm) = await desk.FamilyAsync(new() { GivenName = $"Zqsurvivor{i}", FamilyName = "Canaryfield", BornOn = new(1990, 1, 1 + i) }, phone: $"020 7946 05{10 + i}", address: $"{i} Zqcanary Street");
            var file = received.File.File.Id;
            await app.GiveAsync(file, desk.Outreach);
            await app.GiveAsync(harm.Id, desk.Elsewhere);
            var everywhere = pages.SelectMany(page => new[] { harm.Id, file }.Select(of => page.UrlWith(new Dictionary<string, string> { ["partnership"] = "testing", ["file"] = of.ToString() })));
            foreach (var url in (i == 0 ? everywhere.Distinct() : []).Concat([FileModel.Url("testing", harm.Id), AccessModel.Url("testing", harm.Id), ShareModel.Url("testing", harm.Id), FileModel.Url("testing", file), AccessModel.Url("testing", file),
                $"/testing/referrals/{received.Referral.Id}", "/testing/support", "/testing/support?show=team", "/testing", "/testing/shared"]))
            {
                var text = (await per.GetAsync(url)).Text;
                foreach (var token in new[] { "Zqsurvivor", "Canaryfield", "Zqcanary", received.Referral.Reference, "020 7946 05" })
                    Assert.DoesNotContain(token, text, StringComparison.OrdinalIgnoreCase);
            }
            Assert.Equal(HttpStatusCode.OK, (await per.GetAsync(FileModel.Url("testing", harm.Id))).Status);
            var search = await per.GetAsync("/testing/search");
            foreach (var (field, value) in new[] { ("Name", $"Zqsurvivor{i}"), ("Phone", $"020 7946 05{10 + i}"), ("Reference", received.Referral.Reference) })
                Assert.Empty((await per.SubmitAsync(search, new() { [field] = value })).Html.QuerySelectorAll("main a[href*='/files/'], main a[href*='/referrals/']"));
            // Not in an emergency either.
            var emergency = await per.GetAsync("/testing/emergency");
            var refused = await per.SubmitAsync(emergency, new() { ["CaseNumber"] = file.ToString(), ["Reason"] = "DangerToLife", ["Sentence"] = "Made-up words that are long enough" });
            Assert.Contains("There is no file", refused.Errors.Single(), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Both_sides_are_refused_where_they_would_be_given_and_the_words_say_why(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var (received, harm) = await desk.FamilyAsync();
        var file = received.File.File.Id;
        await app.GiveAsync(file, desk.Outreach);
        await app.GiveAsync(harm.Id, desk.Elsewhere);

        // A circle, by sharing.
        using var cas = await desk.AsAsync("cas");
        var shared = await cas.SubmitAsync(await cas.GetAsync(ShareModel.Url("testing", file)), SharingTests.Form(desk.Elsewhere));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shared.Status);
        Assert.Contains("already works on the other side of this family", shared.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("national standard 1", shared.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("both-sides", (await Assert.ThrowsAsync<RuleBroken>(() => app.GiveAsync(file, desk.Elsewhere))).Code);
        Assert.Equal("both-sides", (await Assert.ThrowsAsync<RuleBroken>(() => app.GiveAsync(harm.Id, desk.Outreach))).Code);

        // A team.
        using var ada = await desk.AsAsync("ada");
        var page = await ada.GetAsync($"/testing/members/{desk.Members["eve"].Id}");
        var joined = await ada.SubmitAsync(page, new() { ["Input.Teams"] = $"{desk.Outreach.Id}|{desk.Elsewhere.Id}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joined.Status);
        Assert.Contains("opposite sides of the same family", joined.Errors.Single(), StringComparison.Ordinal);
        // Leaving the one for the other is no conflict.
        Assert.Equal(HttpStatusCode.Redirect, (await ada.SubmitAsync(page, new() { ["Input.Teams"] = desk.Elsewhere.Id.ToString() })).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_would_be_on_both_through_two_teams_sees_only_the_side_they_were_first_on_and_is_given_no_work_on_the_other(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var both = await app.StaffAsync("Bothsides Twoteams", Job.CaseWorker | Job.TeamManager, desk.Agency, desk.Outreach, desk.Elsewhere);
        foreach (var survivorFirst in new[] { true, false })
        {
            var (received, harm) = await desk.FamilyAsync();
            var (first, second) = survivorFirst ? (received.File.File.Id, harm.Id) : (harm.Id, received.File.File.Id);
            await app.GiveAsync(first, survivorFirst ? desk.Outreach : desk.Elsewhere);
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.GiveAsync(second, survivorFirst ? desk.Elsewhere : desk.Outreach);
            await using var db = await app.AsAsync(both);
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == first));
            Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == second));
            await using var all = await app.OpenAllAsync();
            Assert.Equal("both-sides", (await Assert.ThrowsAsync<RuleBroken>(() => Sides.RefuseAsync(all, second, [both.Id]))).Code);
            Assert.Equal("both-sides", (await Assert.ThrowsAsync<RuleBroken>(() => Restrictions.NarrowAsync(all, app.Act(), second, [both.Id]))).Code);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_front_door_triages_both_sides_until_a_service_accepts_and_then_stays_on_one(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        foreach (var keeps in new[] { false, true })
        {
            if (keeps)
            {
                await using var settings = await app.OpenAllAsync();
                settings.Settings.Add(StoredSettings.Keep(app.Act(), AccessSettings.Concern, new AccessSettings { FrontDoorKeepsBothSides = true }));
                await settings.SaveAsync(app.Act());
            }
            var (received, harm) = await desk.FamilyAsync();
            Id<Lapwing.Modules.Casework.SupportEpisode> episode;
            await using (var db = await app.OpenAllAsync())
            {
                var act = app.Act("referral.offer");
                var referral = await db.Referrals.SingleAsync(r => r.Id == received.Referral.Id);
                var offered = referral.OfferTo(act, await db.Services.SingleAsync(s => s.Id == desk.OutreachService.Id), 10);
                db.Add(offered);
                episode = offered.Id;
                await Circles.GiveAsync(db, act, referral.CaseFile, desk.Outreach.Id, Depth.Work, "test", act.At.AddDays(90));
                await db.SaveAsync(act);
            }
            Assert.Equal((true, true), await SeesAsync());
            using var cas = await desk.AsAsync("cas");

            await cas.SubmitAndFollowAsync(await cas.GetAsync(EpisodeModel.Url("testing", episode)), [], "form.lapwing-accept");

            app.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal((true, keeps), await SeesAsync());

            async Task<(bool, bool)> SeesAsync()
            {
                await using var db = await app.AsAsync(desk.Members["ann"]);
                return (await db.CaseFiles.AnyAsync(f => f.Id == received.File.File.Id), await db.CaseFiles.AnyAsync(f => f.Id == harm.Id));
            }
        }
    }
}
