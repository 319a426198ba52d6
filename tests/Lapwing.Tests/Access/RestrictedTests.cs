using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Accounts.Walls;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Access;

/// <summary>A restricted file is there for those it names and for nobody else, by any key.</summary>
public sealed class RestrictedTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Outside_the_named_few_a_restricted_person_is_found_by_no_key_not_by_a_manager_of_the_team_either(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var mo = await app.StaffAsync("Mo Manager", Job.TeamManager | Job.FrontDoor, desk.Agency, desk.FrontDoor);
        var referral = await desk.ReceiveAsync(new() { Given = "Zqsecretia", Family = "Zqhidden", Phone = "020 7946 0444" });
        var later = await desk.ReceiveAsync(new() { Given = "Zqsecretia", Family = "Zqhidden" });
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var before = await CountAsync(ben);
        var form = await ann.GetAsync(RestrictModel.Url("testing", referral.CaseFile));
        Assert.Equal(["Choose at least one person"], (await ann.SubmitAsync(form, [])).Errors);

        await ann.SubmitAndFollowAsync(form, new() { ["Members"] = desk.Members["ann"].Id.ToString() });

        Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync(FileModel.Url("testing", referral.CaseFile))).Status);
        Assert.Contains("This file is restricted", (await ann.GetAsync(FileModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);
        var (not, there) = (await ben.GetAsync(FileModel.Url("testing", referral.CaseFile)), await ben.GetAsync(FileModel.Url("testing", Id<CaseFile>.New())));
        Assert.Equal((HttpStatusCode.NotFound, there.MainHtml()), (not.Status, not.MainHtml()));
        Assert.Equal(before - 1, await CountAsync(ben));
        foreach (var member in new[] { desk.Members["ben"], mo })
        {
            await using var db = await app.AsAsync(member);
            var finder = new Finder(db);
            foreach (var wanted in new[] { new Wanted("Zqsecretia Zqhidden", null, null, null), new Wanted("Zqsekretia", null, null, null), new Wanted(null, new(1990, 4, 12), null, null), new Wanted("Zqhidden", new(1990, 12, 4), null, null),
                new Wanted(null, null, "020 7946 0444", null), new Wanted(null, null, null, referral.Reference) })
                Assert.DoesNotContain((await finder.FindAsync(wanted, default)).Hits, hit => hit.File == referral.CaseFile);
            Assert.False(await db.SearchKeys.AnyAsync(k => k.CaseFile == referral.CaseFile));
        }
        // A later referral of the same person says what it says of every file that one may not know.
        Assert.Contains("Known to this partnership: ask the guardian of this partnership.", (await ben.GetAsync(ReferralModel.Url("testing", later.Id))).Text, StringComparison.Ordinal);
        // Nobody writes into it, and figures go on counting it.
        await using (var db = await app.AsAsync(desk.Members["ben"]))
        {
            db.Walls.Add(Wall.Raise(new(db.Viewer, app.Now, "test", "test"), referral.CaseFile, Id<Member>.New(), "test"));
            Assert.Equal("not-yours", (await Assert.ThrowsAsync<RuleBroken>(() => db.SaveAsync(new(db.Viewer, app.Now, "test", "test")))).Code);
        }
        Assert.Equal(2, await desk.LookAsync(db => db.Referrals.CountAsync()));

        // When all who were named have left, the guardian names somebody, and sees no more than a number.
        await using (var db = await app.OpenAllAsync())
        {
            (await db.Members.SingleAsync(m => m.Id == desk.Members["ann"].Id)).Leave(app.Act());
            await db.SaveAsync(app.Act());
        }
        using var gus = await desk.AsAsync("gus");
        var list = await gus.GetAsync(RestrictedModel.Url("testing"));
        Assert.DoesNotContain("Zqsecretia", list.Text, StringComparison.Ordinal);
        await gus.SubmitAndFollowAsync(list, new() { ["Member"] = mo.Id.ToString() });
        await using (var db = await app.AsAsync(mo))
            Assert.True(await db.CaseFiles.AnyAsync(f => f.Id == referral.CaseFile));

        static async Task<int> CountAsync(TestBrowser browser) => (await browser.GetAsync("/testing/worklist")).Html.QuerySelectorAll("main tbody tr").Length;
    }
}
