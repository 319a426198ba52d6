using System.Globalization;
using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Accounts.Shared;
using Lapwing.Modules.Directory;
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
        Assert.Equal(["Choose how much they may know", "Choose the lawful basis", "Choose the team", "Choose what the file is shared for", "Enter the last day on which they may open the file"],
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

    private static async Task<string> SharingOfAsync(Desk desk, Id<CaseFile> file) => (await desk.LookAsync(db => db.Sharings.Where(s => s.CaseFile == file).Select(s => s.Id).SingleAsync())).ToString();
}
