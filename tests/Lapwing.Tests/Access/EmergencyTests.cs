using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact.Pages;
using Lapwing.Modules.Accounts.Emergency;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Referrals.Emergency;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 22: entering in an emergency is possible, short, written down, told, judged, and stops.</summary>
public sealed class EmergencyTests
{
    private static Dictionary<string, string> Form(string number, string reason = "DangerToLife") => new() { ["CaseNumber"] = number, ["Reason"] = reason, ["Sentence"] = "A made-up caller says that she is followed" };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_use_is_in_the_trail_before_its_team_and_before_the_guardian_and_the_fourth_in_a_day_is_refused(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (app, random) = (desk.App, new Random(22));
        var entering = await app.JoinAsync("out@example.org", Job.CaseWorker, desk.Agency, desk.Elsewhere);
        var reasons = Enum.GetNames<EmergencyReason>();
        var used = 0;
        for (var day = 0; day < 3; day++)
        {
            for (var i = 0; i < 4; i++)
            {
                // Sessions end sooner than the test's hours pass.
                using var outsider = await app.SignInAsync("out@example.org");
                using var ann = await desk.AsAsync("ann");
                using var gus = await desk.AsAsync("gus");
                var referral = await desk.ReceiveAsync();
                var answer = await outsider.SubmitAsync(await outsider.GetAsync(EnterModel.Url("testing")), Form(random.Next(2) == 0 ? referral.CaseFile.ToString() : referral.Reference, reasons[random.Next(reasons.Length)]));
                if (i == 3)
                {
                    Assert.Contains("You have entered 3 files in an emergency within 24 hours", answer.Errors.Single(), StringComparison.Ordinal);
                    Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(FileModel.Url("testing", referral.CaseFile))).Status);
                    continue;
                }
                used++;
                Assert.Equal(FileModel.Url("testing", referral.CaseFile), answer.Location);
                var file = await outsider.GetAsync(answer.Location!);
                Assert.Contains("You are in this file in an emergency", file.Text, StringComparison.Ordinal);
                Assert.NotNull(file.Html.QuerySelector(".lapwing-unprintable"));
                Assert.Contains(await desk.LookAsync(db => db.AuditEntries.Where(e => e.CaseFile == referral.CaseFile.Value).Select(e => e.Action).ToListAsync()), action => action == "emergency.enter");
                Assert.Contains(AccessModel.Url("testing", referral.CaseFile), (await ann.GetAsync(LookedModel.Url("testing"))).Text, StringComparison.Ordinal);
                Assert.Contains(referral.CaseFile.ToString(), (await gus.GetAsync(ReviewsModel.Url("testing"))).Text, StringComparison.Ordinal);
                Assert.Contains("Emergency", (await ann.GetAsync(AccessModel.Url("testing", referral.CaseFile))).Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
                app.Clock.Advance(TimeSpan.FromMinutes(60));
                await using var db = await app.AsAsync(entering);
                Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile));
            }
            app.Clock.Advance(TimeSpan.FromHours(25));
        }
        using var guardian = await desk.AsAsync("gus");
        Assert.Equal(used, await desk.LookAsync(db => db.EmergencyUses.CountAsync()));
        Assert.Contains($"{used} entries in an emergency to judge", (await guardian.GetAsync("/testing")).Text, StringComparison.Ordinal);
        var reviews = await guardian.GetAsync(ReviewsModel.Url("testing"));
        Assert.Contains("Overdue", reviews.Text, StringComparison.Ordinal);
        await guardian.SubmitAndFollowAsync(reviews, new() { ["Judgement"] = "Right" }, "form.lapwing-judge");
        Assert.Contains($"{used - 1} entries in an emergency to judge", (await guardian.GetAsync("/testing")).Text, StringComparison.Ordinal);
    }

    /// <summary>The same very often, below the pages: members, files and instants at random, with walls and restrictions between some of them.</summary>
    [Theory, InlineData(EngineKind.Sqlite, 600), InlineData(EngineKind.Postgres, 200)]
    public async Task Of_many_tries_each_that_may_enter_is_in_the_trail_and_with_those_who_must_know_and_no_other_opens_anything(EngineKind engine, int tries)
    {
        const int members = 12, files = 12;
        await using var desk = await Desk.StartAsync(engine);
        var (app, random, reasons) = (desk.App, new Random(2), Enum.GetValues<EmergencyReason>());
        var (staff, opened, walled) = (new List<Member>(), new List<Id<CaseFile>>(), new HashSet<(int Member, int File)>());
        for (var i = 0; i < members; i++)
            staff.Add(await app.StaffAsync($"Out{i} Ofhours{i}", Job.CaseWorker, desk.Agency, desk.Elsewhere));
        for (var i = 0; i < files; i++)
            opened.Add((await desk.ReceiveAsync()).CaseFile);
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            foreach (var (member, file) in Enumerable.Range(0, members * files / 8).Select(_ => (random.Next(members), random.Next(files))).Where(walled.Add))
                db.Walls.Add(Wall.Raise(act, opened[file], staff[member].Id, WallReason.Named));
            db.NamedMembers.Add(NamedMember.Name(act, opened[0], desk.Members["ann"].Id));
            await db.SaveAsync(act);
        }
        var (used, wrong, next) = (new List<(int Member, int File, DateTime At)>(), new List<string>(), 0);
        for (var i = 0; i < tries; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 40)));
            var (member, file) = (random.Next(members), random.Next(files));
            await using var db = await app.AsAsync(staff[member]);
            await using var all = await app.OpenAllAsync();
            var expected = used.Count(u => u.Member == member && u.At > app.Now.AddHours(-24)) >= 3 ? "limit" : walled.Contains((member, file)) || file == 0 ? "nothing" : "entered";
            string did;
            var act = new Act(db.Viewer, app.Now, ReadLog.EnterInEmergency, "entering in an emergency");
            try
            {
                did = await Emergencies.EnterAsync(db, all, act, opened[file], reasons[random.Next(reasons.Length)], $"Made-up words {i}", default) ? "entered" : "nothing";
                await db.SaveAsync(act);
            }
            catch (RuleBroken refused) when (refused.Code == "emergency-limit")
            {
                did = "limit";
            }
            if (did != expected)
                wrong.Add($"{i}: {did}, not {expected}");
            if (did == "entered")
                used.Add((member, file, app.Now));
            var inside = used.Any(u => u.Member == member && u.File == file && u.At > app.Now.AddMinutes(-60));
            await using var after = await app.AsAsync(staff[member]);
            if (await after.CaseFiles.AnyAsync(f => f.Id == opened[file]) != inside)
                wrong.Add($"{i}: {(inside ? "closed" : "open")}");
            if (did != "entered")
                continue;
            await using var owner = await app.AsAsync(desk.Members["ann"]);
            await using var guardian = await app.AsAsync(desk.Members["gus"]);
            if (!(await Emergencies.OfMyFilesAsync(owner, default)).Any(line => line.File == opened[file] && line.At == app.Now) || !(await Emergencies.ForGuardianAsync(guardian, default)).Any(line => line.At == app.Now)
                || await Emergencies.CountToJudgeAsync(guardian, default) != ++next)
                wrong.Add($"{i}: somebody was not told");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count}: {string.Join("; ", wrong.Take(10))}");
        Assert.Equal(used.Count, await desk.LookAsync(db => db.AuditEntries.CountAsync(e => e.Action == ReadLog.EnterInEmergency && e.CaseFile != null)));
        Assert.True(used.Count > tries / 5 && tries - used.Count > tries / 5, $"{used.Count} of {tries} entered: the tries prove nothing.");
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task It_reads_and_adds_opens_no_seal_without_a_second_person_and_goes_through_no_wall_and_no_restriction(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var outsider = await app.JoinAsync("out@example.org", Job.CaseWorker, desk.Agency, desk.Elsewhere);
        await app.JoinAsync("mia@example.org", Job.TeamManager, desk.Agency, desk.Elsewhere);
        using var browser = await app.SignInAsync("out@example.org");
        var (referral, episode) = await desk.OfferAsync(new() { Address = "9 Madeup Mews" });
        var file = referral.CaseFile;
        var (walled, restricted) = (await desk.ReceiveAsync(), await desk.ReceiveAsync());
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            await Lapwing.Access.Walls.RaiseAsync(db, act, walled.CaseFile, outsider.Id, WallReason.Named);
            db.NamedMembers.Add(NamedMember.Name(act, restricted.CaseFile, desk.Members["ann"].Id));
            await db.SaveAsync(act);
        }
        var form = await browser.GetAsync(EnterModel.Url("testing"));
        var nothing = await browser.SubmitAsync(form, Form(Id<CaseFile>.New().ToString()));
        foreach (var number in new[] { walled.CaseFile.ToString(), walled.Reference, restricted.CaseFile.ToString(), restricted.Reference })
            Assert.Equal((HttpStatusCode.BadRequest, nothing.Errors.Single()), ((await browser.SubmitAsync(form, Form(number))).Status, (await browser.SubmitAsync(form, Form(number))).Errors.Single()));
        Assert.Equal(0, await desk.LookAsync(db => db.EmergencyUses.CountAsync()));

        await browser.SubmitAndFollowAsync(form, Form(file.ToString()));
        Assert.DoesNotContain("9 Madeup Mews", (await browser.GetAsync(FileModel.Url("testing", file))).Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(await browser.GetAsync(AddressesModel.Url("testing", file)), new() { ["Purpose"] = "safety-plan" }, "form.lapwing-whereabouts");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "There is no address that your team may open."), (refused.Status, refused.Errors.Single()));
        // What is there is not changed, and nobody is let in; something can be added.
        var taken = await browser.SubmitAsync(await browser.GetAsync(ShareModel.Url("testing", file)), SharingTests.Form(desk.Safeguarding));
        Assert.Contains("In an emergency you may read and add", taken.Errors.Single(), StringComparison.Ordinal);
        await using (var db = await app.AsAsync(outsider))
        {
            (await db.SupportEpisodes.SingleAsync(e => e.Id == episode)).Accept(new(db.Viewer, app.Now, "test", "test"));
            Assert.Equal("emergency-add-only", (await Assert.ThrowsAsync<RuleBroken>(() => db.SaveAsync(new(db.Viewer, app.Now, "test", "test")))).Code);
        }
        await using (var db = await app.AsAsync(outsider))
        {
            var act = new Act(db.Viewer, app.Now, "test", "test");
            db.ContactEntries.Add(Lapwing.Modules.Casework.ContactEntry.Log(act, await db.KeyOfAsync(file), null, Lapwing.Modules.People.ContactChannel.Telephone, Lapwing.Modules.Casework.ContactResult.Made, act.At, "Made-up words"));
            await db.SaveAsync(act);
        }

        await browser.SubmitAndFollowAsync(await browser.GetAsync(AccessModel.Url("testing", file)), [], "form.lapwing-ask-address");
        using var mia = await app.SignInAsync("mia@example.org");
        Assert.Contains("1 colleague who waits for your yes to an address", (await mia.GetAsync("/testing")).Text, StringComparison.Ordinal);
        var reviews = await mia.GetAsync(ReviewsModel.Url("testing"));
        Assert.Empty(reviews.Html.QuerySelectorAll("form.lapwing-judge"));
        await mia.SubmitAndFollowAsync(reviews, [], "form.lapwing-allow");
        var shown = await browser.GetAsync(AddressesModel.Url("testing", file));
        var opened = await browser.SubmitAsync(shown, new() { ["Purpose"] = "safety-plan" }, "form.lapwing-whereabouts");
        Assert.Contains("9 Madeup Mews", opened.Text, StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await app.SignInAsync("out@example.org");
        Assert.Equal(HttpStatusCode.NotFound, (await later.PostAsync(await later.GetAsync(EnterModel.Url("testing")), AddressesModel.Url("testing", file) + "?handler=Open")).Status);
    }
}
