using System.Globalization;
using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Accounts.Shared;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>Sharing with another team, its receipt, and its end (threat cases 21 and 29).</summary>
public sealed class SharingTests(Desks desks) : IClassFixture<Desks>
{
    internal static Dictionary<string, string> Form(Team team, string basis = "Consent", string? reasons = null) => new()
    {
        ["Team"] = team.Id.ToString(), ["Depth"] = "Work", ["Purpose"] = "SupportTogether", ["Basis"] = basis, ["Reasons"] = reasons ?? "", ["Until.Day"] = "1", ["Until.Month"] = "8", ["Until.Year"] = "2023",
    };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_is_shared_for_a_purpose_on_a_basis_until_a_day_and_the_other_side_says_that_they_have_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, _) = await desk.OfferAsync();
        var (file, url) = (referral.CaseFile, AccessModel.Url("testing", referral.CaseFile));
        using var cas = await desk.AsAsync("cas");
        using var dee = await desk.AsAsync("dee");
        var form = await cas.GetAsync(ShareModel.Url("testing", file));
        Assert.Equal(["Choose how much they may know", "Choose the lawful basis", "Choose the team or the agency", "Choose what the file is shared for", "Enter the last day on which they may open the file"],
            (await cas.SubmitAsync(form, [])).Errors.Order());
        var without = await cas.SubmitAsync(form, Form(desk.Elsewhere, "VitalInterests"));
        Assert.Equal(["Without the person's agreement, write down why sharing is necessary and lawful"], without.Errors);
        var late = Form(desk.Elsewhere);
        late["Until.Year"] = "2024";
        Assert.Contains("The last day must be from today to", Assert.Single((await cas.SubmitAsync(form, late)).Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dee.GetAsync(FileModel.Url("testing", file))).Status);

        var page = await cas.SubmitAndFollowAsync(form, Form(desk.Elsewhere, "VitalInterests", "Made-up reasons of this test"));

        Assert.Contains("Made-up reasons of this test", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not yet", page.Text, StringComparison.Ordinal);
        var inbox = await dee.GetAsync(SharedModel.Url("testing"));
        Assert.Contains(file.ToString(), inbox.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dee.GetAsync(FileModel.Url("testing", file))).Status);
        await dee.SubmitAndFollowAsync(inbox, [], $"form.lapwing-received:has(input[value='{await SharingOfAsync(desk, file)}'])");
        page = await cas.GetAsync(url);
        Assert.Contains("by dee", page.Text, StringComparison.Ordinal);
        Assert.Contains("said dee", page.Text, StringComparison.Ordinal);

        Assert.Equal(["Choose why the sharing ends"], (await cas.SubmitAsync(page, [], "form.lapwing-recall")).Errors);
        page = await cas.SubmitAndFollowAsync(page, new() { ["Reason"] = "NoLongerNeeded" }, "form.lapwing-recall");
        Assert.Contains("it is no longer needed", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dee.GetAsync(FileModel.Url("testing", file))).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Consent_that_is_withdrawn_ends_every_read_at_that_moment_and_the_other_side_is_told(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var dee = await desk.AsAsync("dee");
        var random = new Random(29);
        for (var i = 0; i < 25; i++)
        {
            var (referral, _) = await desk.OfferAsync();
            var file = referral.CaseFile;
            await cas.SubmitAndFollowAsync(await cas.GetAsync(ShareModel.Url("testing", file)), Form(desk.Elsewhere));
            desk.App.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 120)));
            var open = await dee.GetAsync(WallModel.Url("testing", file));
            Assert.Equal(HttpStatusCode.OK, open.Status);
            var page = await cas.SubmitAndFollowAsync(await cas.GetAsync(AccessModel.Url("testing", file)), [], "form.lapwing-withdraw");
            Assert.Contains("the person withdrew their agreement", page.Text, StringComparison.Ordinal);
            // No time has passed: the next request is refused, and so is the form of the page that was open.
            Assert.Equal(HttpStatusCode.NotFound, (await dee.GetAsync(FileModel.Url("testing", file))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await dee.SubmitAsync(open, new() { ["Member"] = desk.Members["eve"].Id.ToString() })).Status);
            Assert.Contains("the person withdrew their agreement", (await dee.GetAsync(SharedModel.Url("testing"))).Text, StringComparison.Ordinal);
        }
        // The team that supports stays: only what consent had shared ended.
        Assert.Equal(0, await desk.LookAsync(db => db.Circles.CountAsync(c => c.Sharing == null && c.Team == desk.Outreach.Id && c.Until <= desk.App.Now)));
    }

    /// <summary>The same very often, below the pages: at the instant of the withdrawal, and for whatever else was shared on another basis not at all.</summary>
    [Theory, InlineData(EngineKind.Sqlite, 1_000), InlineData(EngineKind.Postgres, 250)]
    public async Task Many_withdrawals_at_any_instant_end_what_consent_had_shared_and_nothing_else(EngineKind engine, int withdrawals)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (app, random, files) = (desk.App, new Random(29), new List<FileKey>());
        await using (var all = await app.OpenAllAsync())
        {
            var act = app.Act();
            for (var i = 0; i < withdrawals; i++)
            {
                var opened = CaseFile.Open(act, all.Session.Keys, Side.Survivor, desk.Outreach.Id, act.At.AddDays(300));
                all.AddRange(opened.File, opened.StoredKey, opened.Circle);
                files.Add(opened.Key);
            }
            await all.SaveAsync(act);
        }
        await using (var cas = await app.AsAsync(desk.Members["cas"]))
        {
            var act = new Act(cas.Viewer, app.Now, "file.share", "test");
            for (var i = 0; i < withdrawals; i++)
                await Sharings.ShareAsync(cas, act, files[i], SharedWith.TheTeam(desk.Elsewhere.Id, i % 4 == 1 ? desk.Members["dee"].Id : null), Depth.Work, [], SharingPurpose.SupportTogether,
                    i % 4 == 0 ? ConsentBasis.VitalInterests : ConsentBasis.Consent, "Made-up reasons", act.At.AddDays(60));
            await cas.SaveAsync(act);
        }
        for (var i = 0; i < withdrawals; i++)
        {
            var file = files[i].File;
            app.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 60_000)));
            await using var cas = await app.AsAsync(desk.Members["cas"]);
            var act = new Act(cas.Viewer, app.Now, "sharing.withdraw", "test");
            Assert.Equal(i % 4 == 0 ? 0 : 1, await Sharings.WithdrawConsentAsync(cas, act, file));
            await cas.SaveAsync(act);
            await using var dee = await app.AsAsync(desk.Members["dee"]);
            // This one is closed at the same instant, and the next, which nobody has withdrawn yet, is open.
            var next = files[Math.Min(i + 1, withdrawals - 1)].File;
            var sees = await dee.CaseFiles.Where(f => f.Id == file || f.Id == next).Select(f => f.Id).ToListAsync();
            Assert.Equal((i % 4 == 0, next != file || i % 4 == 0), (sees.Contains(file), sees.Contains(next)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Shared_with_one_worker_it_is_closed_to_the_colleagues_and_located_only_it_opens_to_nobody(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var other = await desk.App.StaffAsync("Colleague Elsewhere", Job.CaseWorker, desk.Agency, desk.Elsewhere);
        var (referral, _) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var fields = Form(desk.Elsewhere);
        fields["Worker"] = desk.Members["dee"].Id.ToString();
        await cas.SubmitAndFollowAsync(await cas.GetAsync(ShareModel.Url("testing", referral.CaseFile)), fields);
        var (located, _) = await desk.OfferAsync();
        fields = Form(desk.Elsewhere);
        fields["Depth"] = "Locate";
        await cas.SubmitAndFollowAsync(await cas.GetAsync(ShareModel.Url("testing", located.CaseFile)), fields);

        using var dee = await desk.AsAsync("dee");
        Assert.Equal(HttpStatusCode.OK, (await dee.GetAsync(FileModel.Url("testing", referral.CaseFile))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dee.GetAsync(FileModel.Url("testing", located.CaseFile))).Status);
        Assert.Contains(located.CaseFile.ToString(), (await dee.GetAsync(SharedModel.Url("testing"))).Text, StringComparison.Ordinal);
        await using var db = await desk.App.AsAsync(other);
        Assert.False(await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Where_an_outcome_is_shared_the_other_side_sees_how_far_it_is_and_nothing_else(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, _) = await desk.OfferAsync(new() { Given = "Zqoutcome", Family = "Zqfamily", Account = "Zqaccount of a made-up neighbour" });
        var file = referral.CaseFile;
        using var cas = await desk.AsAsync("cas");
        using var dee = await desk.AsAsync("dee");
        var form = await cas.GetAsync(ShareModel.Url("testing", file));
        // What the receiver sees at each depth is said before it is chosen.
        foreach (var depth in new[] { Depth.Work, Depth.Outcome, Depth.Locate })
            Assert.Contains($"They see: {depth.Explain()}", WebUtility.HtmlDecode(form.Text), StringComparison.Ordinal);
        var fields = Form(desk.Elsewhere);
        fields["Depth"] = "Outcome";
        var page = await cas.SubmitAndFollowAsync(form, fields);
        Assert.Contains(Depth.Outcome.Explain(), page.Text, StringComparison.Ordinal);

        var inbox = await dee.GetAsync(SharedModel.Url("testing"));
        var item = inbox.Html.QuerySelectorAll(".lapwing-shared").Single(i => i.TextContent.Contains(file.ToString(), StringComparison.Ordinal));
        Assert.Contains("Passed to a service. A service has been asked and has not answered yet.", item.TextContent, StringComparison.Ordinal);
        Assert.Contains(Depth.Outcome.Explain(), item.TextContent, StringComparison.Ordinal);
        Assert.Null(item.QuerySelector("a"));
        Assert.DoesNotContain("Zq", inbox.Html.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(referral.Reference, inbox.Text, StringComparison.Ordinal);
        foreach (var url in new[] { FileModel.Url("testing", file), AccessModel.Url("testing", file), $"/testing/referrals/{referral.Id}" })
            Assert.Equal(HttpStatusCode.NotFound, (await dee.GetAsync(url)).Status);
        Assert.Empty(await Lapwing.Tests.Modules.People.Family.FileHands.FindAsync(dee, "Zqoutcome Zqfamily"));
        // Each look is in the file's own log, and follows what happens.
        Assert.Contains("Outcome read", (await cas.GetAsync(AccessModel.Url("testing", file))).Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AccessModel.Url("testing", file)), new() { ["Reason"] = "NoLongerNeeded" }, "form.lapwing-recall");
        item = (await dee.GetAsync(SharedModel.Url("testing"))).Html.QuerySelectorAll(".lapwing-shared").Single(i => i.TextContent.Contains(file.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Passed to a service", item.TextContent, StringComparison.Ordinal);
        Assert.Contains("it is no longer needed", item.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_whole_agency_is_every_team_that_it_has_on_that_day_and_is_let_out_again_as_a_whole(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var app = desk.App;
        var agency = Agency.Add(app.Act(), "Harbour Police", AgencyKind.Police);
        var teams = new[] { Team.Add(app.Act(), agency.Id, "Response", "020 7946 0011"), Team.Add(app.Act(), agency.Id, "Investigation", "020 7946 0012") };
        await using (var db = await app.OpenAllAsync())
        {
            db.Add(agency);
            db.AddRange(teams.Cast<object>());
            await db.SaveAsync(app.Act());
        }
        var officers = new[] { await app.JoinAsync($"response-{engine}@example.org", Job.CaseWorker, agency, teams[0]), await app.JoinAsync($"investigation-{engine}@example.org", Job.CaseWorker, agency, teams[1]) };
        var (referral, _) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var form = await cas.GetAsync(ShareModel.Url("testing", referral.CaseFile));
        var fields = Form(desk.Elsewhere);
        Assert.Equal(["Choose either a team or a whole agency"], (await cas.SubmitAsync(form, new(fields) { ["Agency"] = agency.Id.ToString() })).Errors);
        fields["Team"] = "";
        Assert.Equal(["Choose a worker of that team"], (await cas.SubmitAsync(form, new(fields) { ["Agency"] = agency.Id.ToString(), ["Worker"] = desk.Members["dee"].Id.ToString() })).Errors);

        var page = await cas.SubmitAndFollowAsync(form, new(fields) { ["Agency"] = agency.Id.ToString() });

        Assert.Contains("Harbour Police, all of its teams on that day", page.Text, StringComparison.Ordinal);
        foreach (var officer in officers)
            Assert.True(await SeesAsync(officer));
        using (var officer = await app.SignInAsync($"investigation-{engine}@example.org"))
            await officer.SubmitAndFollowAsync(await officer.GetAsync(SharedModel.Url("testing")), [], "form.lapwing-received");
        Assert.Contains($"said investigation-{engine}", (await cas.GetAsync(AccessModel.Url("testing", referral.CaseFile))).Text, StringComparison.OrdinalIgnoreCase);
        // A team that is founded later is not let in.
        var later = Team.Add(app.Act(), agency.Id, "Later", "020 7946 0013");
        await using (var db = await app.OpenAllAsync())
        {
            db.Add(later);
            await db.SaveAsync(app.Act());
        }
        Assert.False(await SeesAsync(await app.JoinAsync($"later-{engine}@example.org", Job.CaseWorker, agency, later)));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AccessModel.Url("testing", referral.CaseFile)), new() { ["Reason"] = "WrongTeam" }, "form.lapwing-recall");
        foreach (var officer in officers)
            Assert.False(await SeesAsync(officer));

        async Task<bool> SeesAsync(Member member)
        {
            await using var db = await app.AsAsync(member);
            return await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whoever_moves_team_or_leaves_succeeds_at_nothing_after_that_instant_open_pages_included(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (app, random) = (desk.App, new Random(21));
        var (referral, _) = await desk.OfferAsync();
        var url = FileModel.Url("testing", referral.CaseFile);
        using var eve = await desk.AsAsync("eve");
        for (var i = 0; i < 50; i++)
        {
            var open = await eve.GetAsync(WallModel.Url("testing", referral.CaseFile));
            Assert.Equal(HttpStatusCode.OK, open.Status);
            app.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 100_000)));
            await using (var db = await app.OpenAllAsync())
            {
                var act = app.Act("test.move");
                if (i % 2 == 0)
                    (await db.TeamMemberships.SingleAsync(t => t.Member == desk.Members["eve"].Id && t.Until == null)).Leave(act);
                else
                    (await db.Members.SingleAsync(m => m.Id == desk.Members["eve"].Id)).Leave(act);
                await db.SaveAsync(act);
            }
            Assert.Equal(HttpStatusCode.NotFound, (await eve.GetAsync(url)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await eve.SubmitAsync(open, new() { ["Member"] = desk.Members["cas"].Id.ToString() })).Status);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(HttpStatusCode.NotFound, (await eve.GetAsync(AccessModel.Url("testing", referral.CaseFile))).Status);
            await using (var db = await app.OpenAllAsync())
            {
                var act = app.Act("test.back");
                if (i % 2 == 0)
                    db.TeamMemberships.Add(TeamMembership.Join(act, desk.Members["eve"].Id, desk.Outreach.Id));
                else
                    db.Entry(await db.Members.SingleAsync(m => m.Id == desk.Members["eve"].Id)).Property(m => m.Until).CurrentValue = null;
                await db.SaveAsync(act);
            }
        }
        Assert.Equal(0, await desk.LookAsync(db => db.Walls.CountAsync()));
    }

    /// <summary>The same very often, asked of the door itself: the member that a request is given at that instant.</summary>
    [Theory, InlineData(EngineKind.Sqlite, 1_000), InlineData(EngineKind.Postgres, 250)]
    public async Task Many_moves_are_seen_by_the_door_at_the_instant_at_which_they_are_made(EngineKind engine, int moves)
    {
        await using var desk = await Desk.StartAsync(engine);
        var (app, random, eve) = (desk.App, new Random(21), desk.Members["eve"]);
        var (referral, _) = await desk.OfferAsync();
        await using var all = await app.OpenAllAsync();
        for (var i = 0; i < moves; i++)
        {
            Assert.True(await SeesAsync());
            app.Clock.Advance(TimeSpan.FromMilliseconds(random.Next(1, 100_000)));
            var act = app.Act("test.move");
            var member = await all.Members.SingleAsync(m => m.Id == eve.Id);
            if (i % 10 == 0)
                member.Leave(act);
            else
                (await all.TeamMemberships.SingleAsync(t => t.Member == eve.Id && t.Until == null)).Leave(act);
            if (i % 10 != 0 && i % 2 == 0)
                all.TeamMemberships.Add(TeamMembership.Join(act, eve.Id, desk.Elsewhere.Id));
            await all.SaveAsync(act);
            Assert.False(await SeesAsync());
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.False(await SeesAsync());
            act = app.Act("test.back");
            if (i % 10 == 0)
                all.Entry(member).Property(m => m.Until).CurrentValue = null;
            else
                all.TeamMemberships.Add(TeamMembership.Join(act, eve.Id, desk.Outreach.Id));
            foreach (var elsewhere in await all.TeamMemberships.Where(t => t.Member == eve.Id && t.Team == desk.Elsewhere.Id && t.Until == null).ToListAsync())
                elsewhere.Leave(act);
            await all.SaveAsync(act);
            all.ChangeTracker.Clear();
        }

        async Task<bool> SeesAsync()
        {
            if (await app.Partnerships.AtTheDoorAsync("testing", eve.Account, app.Now, default) is not { } at)
                return false;
            await using var db = await app.Partnerships.OpenAsync("testing", new(at.Member, at.Name, at.Agency, at.Jobs, at.Teams, app.Now, "test"));
            return await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile);
        }
    }

    private static async Task<string> SharingOfAsync(Desk desk, Id<CaseFile> file) => (await desk.LookAsync(db => db.Sharings.Where(s => s.CaseFile == file).Select(s => s.Id).SingleAsync())).ToString();
}
