using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.Roles;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk.Roles;

public sealed class RolePagesTests
{
    private static async Task<Desk> StartAsync(EngineKind engine)
    {
        var desk = await Desk.StartAsync(engine);
        await desk.App.JoinAsync("mia@example.org", Job.TeamManager, desk.Agency, desk.FrontDoor);
        return desk;
    }

    private static async Task<TestPage> SayAsync(TestBrowser browser, Id<CaseFile> file, bool isHarmed, string? other = null) => await browser.SubmitAndFollowAsync(
        await browser.GetAsync(SayModel.Url("testing", file)), new()
        {
            ["IsHarmed"] = isHarmed ? "true" : "false", ["Other"] = other ?? FilePeople.New, ["NewName"] = other is null ? "Otto Madeup" : "", ["Source"] = isHarmed ? "ThePersonHarmed" : "TheOtherParty",
        });

    private static Dictionary<string, string> Screened(string whom) => ScreeningPack.Shipped.Items.ToDictionary(i => $"Answers[{i.Code}].Whom",
        i => i.Means == ScreeningMeaning.Harming ? whom == "ThisPerson" ? "TheOther" : "ThisPerson" : whom);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Both_directions_stand_until_a_manager_who_did_not_screen_decides_and_it_can_be_reversed(EngineKind engine)
    {
        await using var desk = await StartAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Contra" });
        var file = referral.CaseFile;
        using var ann = await desk.AsAsync("ann");
        using var max = await desk.AsAsync("mia");
        var first = await SayAsync(ann, file, isHarmed: true);
        Assert.Contains("Said to be harmed (not assessed)", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleAlerts.Unresolved, first.Text, StringComparison.Ordinal);
        var other = (await desk.LookAsync(db => db.RoleAssertions.SingleAsync(a => a.CaseFile == file))).Harmer;

        var both = await SayAsync(ann, file, isHarmed: false, other.ToString());

        Assert.Equal(2, both.Html.QuerySelectorAll("form.lapwing-withdraw").Length);
        Assert.Contains(Role.Unresolved.Title(), both.Text, StringComparison.Ordinal);
        Assert.Contains(RoleAlerts.Unresolved, (await ann.GetAsync($"/testing/files/{file}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("erpetrator", both.Text, StringComparison.OrdinalIgnoreCase);

        // A manager cannot decide without a screening, nor on their own.
        var decide = DecideModel.Url("testing", file);
        Assert.Contains("Nobody has screened yet. A worker screens before a manager decides.", (await max.SubmitAsync(await max.GetAsync(decide), [], "form.lapwing-decide")).Errors);
        var half = await ann.SubmitAsync(await ann.GetAsync(ScreenModel.Url("testing", file)), new() { ["Answers[fear-now].Whom"] = "ThisPerson", ["Answers[fear-now].Note"] = "A made-up look" });
        Assert.Equal(ScreeningPack.Shipped.Items.Count - 1, half.Errors.Count);
        Assert.Contains("A made-up look", half.Text, StringComparison.Ordinal);
        var screened = await ann.SubmitAndFollowAsync(half, Screened("ThisPerson"));
        Assert.Contains("17 answers point to Contra Madeup as the one who is harmed, 0 to Otto Madeup.", screened.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ann.GetAsync(decide)).Status);
        await max.SubmitAndFollowAsync(await max.GetAsync(ScreenModel.Url("testing", file)), Screened("TheOther"));
        var (mine, anotherTab) = (await max.GetAsync(decide), await max.GetAsync(decide));
        var ids = await desk.LookAsync(db => db.RoleScreenings.Where(s => s.CaseFile == file).Select(s => new { s.Id, s.By }).ToListAsync());
        var (anns, maxs) = (ids.Single(s => s.By == desk.Members["ann"].Id).Id.ToString(), ids.Single(s => s.By != desk.Members["ann"].Id).Id.ToString());
        var evidence = new Dictionary<string, string> { ["Screening"] = maxs, ["Outcome"] = "SubjectHarmed", ["Evidence"] = "Made-up injuries of defence and an earlier made-up order" };
        var own = await max.SubmitAsync(mine, evidence, "form.lapwing-decide");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("Whoever did the screening does not decide. Ask another manager.", own.Errors);
        Assert.Contains("Made-up injuries of defence", own.Text, StringComparison.Ordinal);

        var decided = await max.SubmitAndFollowAsync(mine, new(evidence) { ["Screening"] = anns }, "form.lapwing-decide");

        Assert.Contains("Primary victim (assessed)", decided.Text, StringComparison.Ordinal);
        Assert.Contains("Primary perpetrator (assessed)", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RoleAlerts.Unresolved, decided.Text, StringComparison.Ordinal);
        Assert.Contains("holds already. Reverse it first", (await max.SubmitAsync(anotherTab, new(evidence) { ["Screening"] = anns }, "form.lapwing-decide")).Errors.Single(), StringComparison.Ordinal);

        var reverse = await max.GetAsync(decide);
        Assert.Contains("Write why the decision is reversed, in a sentence or more", (await max.SubmitAsync(reverse, [], "form.lapwing-reverse")).Errors);
        var reversed = await max.SubmitAndFollowAsync(reverse, new() { ["Reason"] = "A made-up witness has spoken since" }, "form.lapwing-reverse");
        Assert.DoesNotContain("erpetrator", reversed.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(RoleAlerts.Unresolved, reversed.Text, StringComparison.Ordinal);
        Assert.Contains("A made-up witness has spoken since", reversed.Html.QuerySelector("#reversed")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.Facts.Where(f => f.Kind == FactKind.RolesAssessed).SumAsync(f => f.Sign)));

        var withdrawn = await ann.SubmitAndFollowAsync(await ann.GetAsync(RolesModel.Url("testing", file)), new() { ["Reason"] = "Said to be untrue" }, "form.lapwing-withdraw");
        Assert.Contains("Withdrawn on 6 June 2023: Said to be untrue", withdrawn.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(withdrawn.Html.QuerySelectorAll(".govuk-summary-list__value"), v => v.TextContent.Contains(Role.Unresolved.Title(), StringComparison.Ordinal));
    }

    /// <summary>The file of the other side, in the circle of the outreach team alone.</summary>
    private static async Task<Id<CaseFile>> OtherSideAsync(Desk desk, Referral referral)
    {
        await using var db = await desk.App.OpenAllAsync();
        var act = desk.App.Act();
        var matter = await db.CaseFiles.Where(f => f.Id == referral.CaseFile).Select(f => f.Matter).SingleAsync();
        var opened = CaseFile.Open(act, db.Session.Keys, Side.PersonCausingHarm, desk.Outreach.Id, act.At.AddYears(1), matter);
        db.AddRange(opened.File, opened.StoredKey, opened.Circle, Person.Record(opened.Key, "Zqotto", "Zqother", null, 40, new()));
        await db.SaveAsync(act);
        return opened.File.Id;
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Actions_on_two_sides_that_conflict_are_said_on_both_with_whom_to_ask_and_nothing_of_the_other_side(EngineKind engine)
    {
        await using var desk = await StartAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Zqvictim" });
        var theirs = await OtherSideAsync(desk, referral);
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        async Task<TestPage> Act(TestBrowser browser, Id<CaseFile> file, string kind, string planned, string note) => await browser.SubmitAsync(
            await browser.GetAsync(ActionModel.Url("testing", file)), new() { ["Kind"] = kind, ["IsPlanned"] = planned, ["Note"] = note });

        Assert.Equal(HttpStatusCode.Redirect, (await Act(ann, referral.CaseFile, "RefugeOrMove", "true", "zqrefuge")).Status);
        Assert.DoesNotContain("conflicts with", (await ann.GetAsync(RolesModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Act(cas, theirs, "AddressShared", "false", "zqaddress")).Status);

        var (mine, other) = (await ann.GetAsync($"/testing/files/{referral.CaseFile}"), await cas.GetAsync(RolesModel.Url("testing", theirs)));
        foreach (var page in new[] { mine, other })
            Assert.Contains("conflicts with one on another side of this matter. Before anybody goes on, ask the front door on 020 7946 0001.", page.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "zqaddress", "Zqotto", "An address was or will be shared", "AddressShared" })
            Assert.DoesNotContain(word, mine.Text + (await ann.GetAsync(RolesModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);
        foreach (var word in new[] { "zqrefuge", "Zqvictim", "Refuge, or a move to be safe", "RefugeOrMove" })
            Assert.DoesNotContain(word, other.Text, StringComparison.Ordinal);

        // The other side ends its action: both are at peace.
        await cas.SubmitAndFollowAsync(other, [], "form.lapwing-end");
        Assert.DoesNotContain("conflicts with", (await ann.GetAsync($"/testing/files/{referral.CaseFile}")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_counter_allegation_on_the_other_side_makes_it_unresolved_here_and_forbids_mediation(EngineKind engine)
    {
        await using var desk = await StartAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Zqvictim" });
        var theirs = await OtherSideAsync(desk, referral);
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        var form = await ann.GetAsync(ActionModel.Url("testing", referral.CaseFile));
        await SayAsync(cas, theirs, isHarmed: true);

        var page = await ann.GetAsync(RolesModel.Url("testing", referral.CaseFile));
        Assert.Contains(RoleAlerts.Unresolved, page.Text, StringComparison.Ordinal);
        Assert.Contains("What it says is not shown here: ask the front door on 020 7946 0001.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zqotto", page.Text, StringComparison.Ordinal);
        var refused = await ann.SubmitAsync(form, new() { ["Kind"] = "Mediation", ["IsPlanned"] = "true", ["Note"] = "A made-up plan" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Mediation is not arranged while it is unresolved who harms whom.", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("A made-up plan", refused.Text, StringComparison.Ordinal);
        // What another agency has done already is recorded, and said above every page.
        await ann.SubmitAndFollowAsync(form, new() { ["Kind"] = "Mediation", ["IsPlanned"] = "false" });
        Assert.Contains("Not while that is unresolved: mediation.", (await ann.GetAsync($"/testing/files/{referral.CaseFile}")).Text, StringComparison.Ordinal);

        // A wall: behind it the other side does not even count.
        await using (var db = await desk.App.OpenAllAsync())
        {
            db.Add(Wall.Raise(desk.App.Act(), theirs, desk.Members["ann"].Id, "test"));
            await db.SaveAsync(desk.App.Act());
        }
        Assert.DoesNotContain(RoleAlerts.Unresolved, (await ann.GetAsync(RolesModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);
        using var ben = await desk.AsAsync("ben");
        Assert.Contains(RoleAlerts.Unresolved, (await ben.GetAsync(RolesModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);
    }
}
