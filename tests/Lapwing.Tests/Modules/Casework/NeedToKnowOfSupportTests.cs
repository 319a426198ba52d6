using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Accounts.Files;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact.Pages;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework;

public sealed class NeedToKnowOfSupportTests(Desks desks) : IClassFixture<Desks>
{
    private static readonly string[] Pages = ["", "/decline", "/worker", "/outcomes", "/end", "/about"];

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Another_teams_support_and_one_that_is_not_there_are_the_same_page(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, id) = await desk.OfferAsync();
        using var dee = await desk.AsAsync("dee");
        using var cas = await desk.AsAsync("cas");
        var pages = Pages
            .Select(page => (Yours: EpisodeModel.Url("testing", id) + page, NotThere: EpisodeModel.Url("testing", Id<SupportEpisode>.New()) + page))
            .Append((FileModel.Url("testing", referral.CaseFile), FileModel.Url("testing", Id<CaseFile>.New())));
        foreach (var (yours, missing) in pages)
        {
            var (notYours, notThere) = (await dee.GetAsync(yours), await dee.GetAsync(missing));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (notYours.Status, notThere.Status));
            Assert.Equal(notThere.Html.QuerySelector("main")!.InnerHtml, notYours.Html.QuerySelector("main")!.InnerHtml);
            // The twin: the same address is a page for somebody in the circle.
            Assert.Equal(HttpStatusCode.OK, (await cas.GetAsync(yours)).Status);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_front_door_reads_and_does_not_answer_for_the_service(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (_, id) = await desk.OfferAsync();
        using var ann = await desk.AsAsync("ann");
        Assert.Null((await ann.GetAsync(EpisodeModel.Url("testing", id))).Html.QuerySelector("form.lapwing-accept"));
        var form = await ann.GetAsync(NotTakeModel.Url("testing", id));

        var refused = await ann.SubmitAsync(form, new() { ["Reason"] = "SurvivorDeclined" });

        Assert.Equal(["Only the team of Kingfisher Outreach can do this."], refused.Errors);
        Assert.Equal(EpisodeStatus.Offered, (await desk.EpisodeAsync(id)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_workers_at_once_and_the_second_sees_what_the_first_did_and_keeps_what_was_typed(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (_, id) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var evesForm = await eve.GetAsync(NotTakeModel.Url("testing", id));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(EpisodeModel.Url("testing", id)), [], "form.lapwing-accept");

        var second = await eve.SubmitAsync(evesForm, new() { ["Reason"] = "NotEligible", ["Note"] = "Eve typed made-up words" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("A colleague changed this support", second.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("waiting for a worker", second.Text, StringComparison.Ordinal);
        Assert.Contains("Eve typed made-up words", second.Text, StringComparison.Ordinal);
        Assert.Equal(EpisodeStatus.Waiting, (await desk.EpisodeAsync(id)).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nobody_behind_a_wall_is_given_the_work(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, id) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        await cas.SubmitAndFollowAsync(await cas.GetAsync(EpisodeModel.Url("testing", id)), [], "form.lapwing-accept");
        Assert.Contains(desk.Members["eve"].Id.ToString(), (await cas.GetAsync(WorkerModel.Url("testing", id))).Text, StringComparison.Ordinal);
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            db.Walls.Add(Wall.Raise(act, referral.CaseFile, desk.Members["eve"].Id, "test"));
            await db.SaveAsync(act);
        }

        var refused = await cas.SubmitAsync(await cas.GetAsync(WorkerModel.Url("testing", id)), new() { ["Worker"] = desk.Members["eve"].Id.ToString() });

        Assert.Equal(["Choose a worker of your team"], refused.Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_address_is_opened_by_its_list_alone_and_each_opening_is_in_the_log_that_the_guardian_reads_too(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (without, _) = await desk.OfferAsync(new() { Address = "3 Madeup Mews" });
        var (with, _) = await desk.OfferAsync(new() { Address = "4 Madeup Mews" }, sendAddress: true);
        using var cas = await desk.AsAsync("cas");
        Assert.DoesNotContain("Your team may open it", (await cas.GetAsync(FileModel.Url("testing", without.CaseFile))).Text, StringComparison.Ordinal);
        var refused = await cas.SubmitAsync(await cas.GetAsync(AddressesModel.Url("testing", without.CaseFile)), new() { ["Purpose"] = "housing" }, "form.lapwing-whereabouts");
        Assert.Equal(["There is no address that your team may open."], refused.Errors);
        var file = await cas.GetAsync(FileModel.Url("testing", with.CaseFile));
        Assert.DoesNotContain("4 Madeup Mews", file.Text, StringComparison.Ordinal);

        Assert.Contains("Your team may open it", file.Text, StringComparison.Ordinal);
        var form = await cas.GetAsync(AddressesModel.Url("testing", with.CaseFile));
        Assert.Equal(["Say why you open it"], (await cas.SubmitAsync(form, [], "form.lapwing-whereabouts")).Errors);

        var opened = await cas.SubmitAsync(form, new() { ["Purpose"] = "safety-plan" }, "form.lapwing-whereabouts");

        Assert.Contains("4 Madeup Mews", opened.Text, StringComparison.Ordinal);
        Assert.Equal($"300; url=/testing/files/{with.CaseFile}/contact", opened.Response.Headers.GetValues("Refresh").Single());
        Assert.Contains("To make or check a safety plan", (await cas.GetAsync(AccessModel.Url("testing", with.CaseFile))).Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Opened the address", (await cas.GetAsync(AccessModel.Url("testing", with.CaseFile))).Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);
        using var gus = await desk.AsAsync("gus");
        Assert.Equal(HttpStatusCode.Forbidden, (await gus.GetAsync(FileModel.Url("testing", with.CaseFile))).Status);
        var trail = await gus.GetAsync($"/testing/audit?member={desk.Members["cas"].Id}&casenumber={with.CaseFile}");
        Assert.Contains("Opened the address", trail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Madeup", trail.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync("/testing/audit")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Completing_what_was_not_asked_restates_the_referral_in_the_figures(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, id) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var answer = Demographics.Disability.Answers[0].Code;

        await cas.SubmitAndFollowAsync(await cas.GetAsync(AboutModel.Url("testing", id)), new() { ["Disability"] = answer });

        Assert.Equal(Demographics.Disability.NumberOf(answer), new FactCodes((await desk.LoadAsync(referral.Id)).FactCodes).Disability);
        var signs = await desk.LookAsync(db => db.Facts.Where(f => f.Kind == FactKind.ReferralReceived && f.Record == referral.Id.Value).Select(f => f.Sign).ToListAsync());
        Assert.Equal([-1, 1, 1], signs.Order());
    }
}
