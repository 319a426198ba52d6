using System.Net;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Triage;

public sealed class RouteTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Each_service_is_offered_or_ruled_out_with_the_rules_own_reasons(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium });
        using var ann = await desk.AsAsync("ann");

        var page = await ann.GetAsync(RouteModel.Url("testing", referral.Id));

        Assert.Contains("It supports people at standard or medium risk", HintOf(page, desk.OutreachService), StringComparison.Ordinal);
        Assert.Contains("1 place free, 0 waiting", HintOf(page, desk.OutreachService), StringComparison.Ordinal);
        Assert.Contains("It takes high risk; the level is medium.", HintOf(page, desk.IdvaService), StringComparison.Ordinal);
        Assert.Contains("Paused Service: Its stage is paused: it takes no new referrals.", System.Text.RegularExpressions.Regex.Replace(page.Html.QuerySelector("main")!.TextContent, @"\s+", " "), StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector($"input[value='{desk.PausedService.Id}']"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Asking_a_service_lets_its_team_in_keeps_the_rules_and_stops_the_clock_of_triage(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium, Ago = TimeSpan.FromMinutes(45), Address = "1 Madeup Mews" });
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(ReferralModel.Url("testing", referral.Id))).Status);
        var form = await ann.GetAsync(RouteModel.Url("testing", referral.Id));
        Assert.Contains("Say whether the address goes to the service", (await ann.SubmitAsync(form, new() { ["Chosen"] = desk.OutreachService.Id.ToString() })).Errors);

        await ann.SubmitAndFollowAsync(form, new() { ["Chosen"] = desk.OutreachService.Id.ToString(), ["SendAddress"] = "false" });

        var page = await cas.GetAsync(ReferralModel.Url("testing", referral.Id));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Html.QuerySelector("form.lapwing-claim"));
        var offers = await desk.LookAsync(db => db.Offers.Where(o => o.Referral == referral.Id).ToListAsync());
        Assert.Equal(4, offers.Count);
        Assert.Equal("offer-outreach", offers.Single(o => o.IsChosen).Rules.Split(',')[0]);
        Assert.Contains("risk", offers.Single(o => o.Service == desk.IdvaService.Id).Rules.Split(','));
        var triaged = await desk.LookAsync(db => db.Facts.SingleAsync(f => f.Record == referral.Id.Value && f.Kind == FactKind.ReferralTriaged));
        Assert.Equal(45, triaged.Value);
        var episode = await desk.LookAsync(db => db.SupportEpisodes.SingleAsync(e => e.Referral == referral.Id.Value));
        Assert.Equal((EpisodeStatus.Offered, desk.Outreach.Id), (episode.Status, episode.Team));
        // The address did not go along; the twin below shows that it can.
        Assert.Equal(0, await desk.LookAsync(db => db.SealGrants.CountAsync(s => s.File == referral.CaseFile && s.Team == desk.Outreach.Id)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_address_goes_along_only_when_somebody_says_so_and_may_know_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var held = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium, Address = "2 Madeup Mews" });
        var none = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium });
        using var ann = await desk.AsAsync("ann");

        await ann.SubmitAndFollowAsync(await ann.GetAsync(RouteModel.Url("testing", held.Id)), new() { ["Chosen"] = desk.OutreachService.Id.ToString(), ["SendAddress"] = "true" });
        await ann.SubmitAndFollowAsync(await ann.GetAsync(RouteModel.Url("testing", none.Id)), new() { ["Chosen"] = desk.OutreachService.Id.ToString(), ["SendAddress"] = "true" });

        Assert.Equal(1, await desk.LookAsync(db => db.SealGrants.CountAsync(s => s.File == held.CaseFile && s.Team == desk.Outreach.Id)));
        Assert.Equal(0, await desk.LookAsync(db => db.SealGrants.CountAsync(s => s.File == none.CaseFile && s.Team == desk.Outreach.Id)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_choice_against_the_rules_needs_reasons_which_are_kept(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium });
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(RouteModel.Url("testing", referral.Id));

        var refused = await ann.SubmitAsync(form, new() { ["Chosen"] = desk.IdvaService.Id.ToString() });
        Assert.Equal(["Your choice differs from what the rules say: give your reasons"], refused.Errors);
        Assert.NotNull(refused.Html.QuerySelector($"input[value='{desk.IdvaService.Id}'][checked]"));

        var page = await ann.SubmitAndFollowAsync(refused, new() { ["WhyDifferent"] = "A made-up hearing is tomorrow" });
        Assert.Contains("The choice differs from the rules: A made-up hearing is tomorrow", page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Under_16_childrens_safeguarding_comes_first_and_marac_is_not_spoken_of_as_a_route(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var child = await desk.ReceiveAsync(new() { Who = WhoIsReferred.Child, Born = new(2011, 1, 1), Risk = RiskLevel.High });
        using var ann = await desk.AsAsync("ann");

        var page = await ann.GetAsync(RouteModel.Url("testing", child.Id));

        Assert.Equal(desk.ChildService.Id.ToString(), page.Html.QuerySelector("input[name=Chosen]")!.GetAttribute("value"));
        Assert.Contains("Harbour MASH (required)", page.Text, StringComparison.Ordinal);
        Assert.Contains("MARAC never hears this case.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("refer to MARAC", page.Text, StringComparison.Ordinal);
        Assert.Single((await ann.SubmitAsync(page, new() { ["Chosen"] = desk.OutreachService.Id.ToString() })).Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_offer_that_nobody_answers_can_be_taken_back_and_the_team_leaves_the_file(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.Medium });
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(RouteModel.Url("testing", referral.Id)), new() { ["Chosen"] = desk.OutreachService.Id.ToString() });
        Assert.Contains("has not answered", (await ann.GetAsync("/testing/worklist?show=offered")).Text, StringComparison.Ordinal);

        await ann.SubmitAndFollowAsync(await ann.GetAsync(RouteModel.Url("testing", referral.Id)), new() { ["WhyTakenBack"] = "No answer in a made-up week" }, "form.lapwing-take-back");

        Assert.Equal(ReferralStatus.InTriage, (await desk.LoadAsync(referral.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(ReferralModel.Url("testing", referral.Id))).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_else_is_known_changes_the_offers_at_once_and_nothing_is_stored(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Born = null, Risk = RiskLevel.Medium });
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(RouteModel.Url("testing", referral.Id));
        var fields = TestBrowser.FieldsOf(form, new() { ["Known.Age"] = "15" }, "form.lapwing-route");

        var again = await ann.SendAsync(new(HttpMethod.Post, RouteModel.Url("testing", referral.Id) + "?handler=Again") { Content = new FormUrlEncodedContent(fields) });

        Assert.Contains("Under 16: refer to children", again.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.Offers.CountAsync(o => o.Referral == referral.Id)));
    }

    private static string HintOf(TestPage page, Service service)
    {
        var id = page.Html.QuerySelector($"input[value='{service.Id}']")!.GetAttribute("id");
        return page.Html.QuerySelector($"#{id}-item-hint")!.TextContent;
    }
}
