using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Allocation;
using Lapwing.Modules.Places.Pages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Places;

/// <summary>Shared places as the programme, the panel, the boroughs and the two sides use them.</summary>
public sealed class PlaceJourneyTests(Consortiums consortiums) : IClassFixture<Consortiums>
{
    private static Dictionary<string, string> Terms(Consortium here, string name, int places = 28) => new()
    {
        ["Name"] = name, ["From.Day"] = "1", ["From.Month"] = "4", ["From.Year"] = "2023", ["Until.Day"] = "31", ["Until.Month"] = "3", ["Until.Year"] = "2024",
        ["Least"] = "25", ["Most"] = "30", ["Places"] = $"{places}", ["Reserve"] = "2", ["Rule"] = "SainteLague", ["AtLeastOne"] = "true", ["SharedFrom.Day"] = "1", ["SharedFrom.Month"] = "1", ["SharedFrom.Year"] = "2024",
        ["Panel"] = here.Panel.Id.ToString(), ["Team"] = here.Drive.Id.ToString(), ["HoldHours"] = "72", ["Reason"] = "Agreed by the made-up board",
        ["Boroughs[0].Area"] = "1", ["Boroughs[0].IsIn"] = "true", ["Boroughs[0].Need"] = "214", ["Boroughs[0].Team"] = here.Boroughs[0].Id.ToString(),
        ["Boroughs[1].Area"] = "2", ["Boroughs[1].IsIn"] = "true", ["Boroughs[1].Need"] = "171", ["Boroughs[1].Team"] = here.Boroughs[1].Id.ToString(),
        ["Boroughs[2].Area"] = "3", ["Boroughs[2].IsIn"] = "true", ["Boroughs[2].Need"] = "155", ["Boroughs[2].Team"] = here.Boroughs[2].Id.ToString(),
    };

    private static async Task<PlacePool> OpenAsync(Consortium here, TestBrowser pia, string name)
    {
        await pia.SubmitAndFollowAsync(await pia.GetAsync(TermsModel.Url("testing", null)), Terms(here, name));
        return await here.LookAsync(db => db.PlacePools.AsNoTracking().SingleAsync(p => p.Name == name));
    }

    private static async Task<PlaceRequest> AskAsync(Consortium here, TestBrowser browser, PlacePool pool, Id<CaseFile> file, int area)
    {
        await browser.SubmitAndFollowAsync(await browser.GetAsync(AskPlaceModel.Url("testing", file)), new() { ["Pool"] = pool.Id.ToString(), ["Area"] = $"{area}", ["Source"] = "Marac", ["Grounds"] = "HighHarm|Serial", ["Why"] = "Made-up grounds" });
        return await here.LookAsync(db => db.PlaceRequests.AsNoTracking().SingleAsync(r => r.CaseFile == file));
    }

    private static async Task EligibleAsync(TestBrowser browser, Id<CaseFile> file) =>
        await browser.SubmitAndFollowAsync(await browser.GetAsync(DecideModel.Url("testing", file)), new() { ["Answer"] = "Eligible", ["Priority"] = "High", ["Reason"] = "The made-up panel says yes" }, "form.lapwing-decide");

    private static Task<TestPage> PressAsync(TestBrowser browser, TestPage page, string form, Dictionary<string, string>? fields = null) => browser.SubmitAsync(page, fields ?? [], "form.lapwing-" + form);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task From_the_request_to_a_used_place_with_a_linked_worker_of_another_organisation(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        using var pia = await here.AsAsync("pia");
        using var flo = await here.AsAsync("flo");
        using var pat = await here.AsAsync("pat");
        using var mia = await here.AsAsync("mia");
        using var cam = await here.AsAsync("cam");
        var pool = await OpenAsync(here, pia, "Drive in testing");
        var shown = await pia.GetAsync(PoolModel.Url("testing", pool.Id));
        Assert.Equal(["Eastborough", "Westborough", "Northborough", "Open to all", "Reserve", "Together"], shown.Html.QuerySelectorAll(".lapwing-pool-working tbody th").Select(c => c.TextContent));
        Assert.Equal(["10", "8", "8", "0", "2", "28"], shown.Html.QuerySelectorAll(".lapwing-pool-working tbody td:last-child").Select(c => c.TextContent));
        var (file, _) = await here.FamilyAsync();
        var url = FilePlaceModel.Url("testing", file);
        var request = await AskAsync(here, flo, pool, file, 1);

        // Whoever asked does not decide, and who is not of the panel does not either.
        var own = await flo.SubmitAsync(await flo.GetAsync(DecideModel.Url("testing", file)), new() { ["Answer"] = "Eligible", ["Reason"] = "I say so myself" }, "form.lapwing-decide");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "You asked for this place, so another member of the panel decides."), (own.Status, own.Errors.Single()));
        Assert.Contains("I say so myself", own.Text, StringComparison.Ordinal);
        await EligibleAsync(pat, file);
        Assert.Contains("First in the line", (await pat.GetAsync(url)).Text, StringComparison.Ordinal);
        var offer = await pat.GetAsync(url);
        await PressAsync(pat, offer, "offer");
        await PressAsync(pat, offer, "offer"); // a double submit
        Assert.Equal(TurnState.Offered, (await here.TurnAsync(request.Id)).State);
        Assert.Contains("A shared place is held for an answer until 9 June 2023", (await pat.GetAsync($"/testing/files/{file}/people")).Text, StringComparison.Ordinal);
        await PressAsync(flo, await flo.GetAsync(url), "accept");

        // National standard 1: without the victim's worker, of another organisation, nothing starts.
        var early = await PressAsync(mia, await mia.GetAsync(url), "start");
        Assert.Equal([LinkedWorkerRule.Needed], early.Errors);
        var name = await mia.GetAsync(PlaceWorkersModel.Url("testing", file));
        Assert.DoesNotContain("cam, Testing Mutual", name.Text.Split("LinkedWorker")[1], StringComparison.Ordinal);
        await mia.SubmitAndFollowAsync(name, new() { ["CaseManager"] = here.Members["cam"].Id.ToString(), ["LinkedWorker"] = here.Members["vic"].Id.ToString() });
        await PressAsync(mia, await mia.GetAsync(url), "start");
        var turn = await here.TurnAsync(request.Id);
        Assert.Equal((TurnState.Started, here.Members["cam"].Id, here.Members["vic"].Id), (turn.State, turn.CaseManager!.Value, turn.LinkedWorker!.Value));

        await cam.SubmitAndFollowAsync(await cam.GetAsync(PlaceWorkModel.Url("testing", file)), new() { ["Strand"] = "Disrupt", ["IsDirect"] = "false", ["Note"] = "Spoke with the made-up police" });
        var wrong = await cam.SubmitAsync(await cam.GetAsync(PlaceWorkModel.Url("testing", file)), new() { ["Strand"] = "Change", ["IsDirect"] = "true", ["On.Day"] = "31", ["On.Month"] = "2", ["On.Year"] = "2023", ["Note"] = "ليلى 😀" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("ليلى 😀", WebUtility.HtmlDecode(wrong.Text), StringComparison.Ordinal);
        await cam.SubmitAndFollowAsync(await cam.GetAsync(PlaceOutcomesModel.Url("testing", file)), new() { ["Levels[Physical]"] = "High", ["Levels[Sexual]"] = "None" }, "form.lapwing-see");
        await PressAsync(cam, await cam.GetAsync(url), "end", new() { ["Outcome"] = "Completed" });
        await cam.SubmitAndFollowAsync(await cam.GetAsync(PlaceOutcomesModel.Url("testing", file)), new() { ["Levels[Physical]"] = "Standard", ["Levels[Sexual]"] = "None" }, "form.lapwing-see");
        var before = await cam.GetAsync(PlaceOutcomesModel.Url("testing", file));
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(cam, before, "before", new() { ["PoliceBefore"] = "7" })).Status);
        var after = await PressAsync(cam, before, "after", new() { ["PoliceAfter"] = "1", ["IsBackAtMarac"] = "false" });
        Assert.Contains("The twelve months after the end are over on 6 June 2024.", after.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal((7, (int?)null), await here.LookAsync(async db => await db.HarmFollowUps.AsNoTracking().Where(f => f.Request == request.Id).Select(f => new { f.PoliceBefore, f.PoliceAfter }).SingleAsync() is var f ? (f.PoliceBefore!.Value, f.PoliceAfter) : default));
        var line = (await cam.GetAsync(TimelineModel.Url("testing", file) + "?kind=Place")).Html.QuerySelectorAll(".moj-timeline__title").Select(e => e.TextContent.Trim()).ToHashSet();
        Assert.Superset(new HashSet<string> { "A place of Drive in testing was asked for", "The panel decided: eligible", "A place was offered", "The place was accepted", "The work began",
            "Disrupt: indirect contact on 6 June 2023", "The work ended: the work was completed" }, line);
        // Every change has its fact, once.
        Assert.Equal([FactKind.PlaceAsked, FactKind.PlaceDecided, FactKind.PlaceOffered, FactKind.PlaceAccepted, FactKind.PlaceStarted, FactKind.ProgrammeContact, FactKind.PlaceUsed, FactKind.AbuseCompared],
            (await here.LookAsync(db => db.Facts.AsNoTracking().Where(f => f.Record == request.Id.Value).OrderBy(f => f.Id).Select(f => f.Kind).ToListAsync())));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Each_borough_sees_its_own_residents_and_the_pool_is_the_same_page_for_all(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        using var pia = await here.AsAsync("pia");
        using var flo = await here.AsAsync("flo");
        using var pat = await here.AsAsync("pat");
        var pool = await OpenAsync(here, pia, "Drive of three");
        var files = new List<Id<CaseFile>>();
        foreach (var (given, area) in new[] { ("Eastina", 1), ("Westina", 2), ("Northina", 3), ("Eastora", 1) })
        {
            var (file, _) = await here.FamilyAsync(given);
            await AskAsync(here, flo, pool, file, area);
            files.Add(file);
        }
        await EligibleAsync(pat, files[0]);
        var pages = new List<string>();
        foreach (var (who, sees, other) in new[] { ("eas", "Eastina", "Westina"), ("wes", "Westina", "Northina"), ("nor", "Northina", "Eastina") })
        {
            using var browser = await here.AsAsync(who);
            var page = await browser.GetAsync(PoolModel.Url("testing", pool.Id));
            pages.Add(page.Html.QuerySelector("main")!.InnerHtml);
            var list = await browser.GetAsync(RequestsModel.Url("testing", pool.Id));
            Assert.Contains(sees, list.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(other, list.Text, StringComparison.Ordinal);
            foreach (var file in files.Where((_, i) => (i % 3) + 1 != (who == "eas" ? 1 : who == "wes" ? 2 : 3)))
                foreach (var path in (string[])["", "/ask", "/workers", "/work", "/exchange", "/outcomes"])
                    Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(FilePlaceModel.Url("testing", file) + path)).Status);
        }
        Assert.Single(pages.Distinct());
        Assert.Contains("fewer than 10", pages[0], StringComparison.Ordinal);
        Assert.Contains("25 to 30", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain(">28<", pages[0], StringComparison.Ordinal);
        // The panel sees all of them and the numbers; a partner sees the counts and no request.
        var panel = await flo.GetAsync(RequestsModel.Url("testing", pool.Id));
        Assert.All(["Eastina", "Westina", "Northina", "Eastora"], given => Assert.Contains(given, panel.Text, StringComparison.Ordinal));
        using var par = await here.AsAsync("par");
        Assert.Equal(pages[0].Split("govuk-button")[0], (await par.GetAsync(PoolModel.Url("testing", pool.Id))).Html.QuerySelector("main")!.InnerHtml.Split("govuk-button")[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await par.GetAsync(RequestsModel.Url("testing", pool.Id))).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nothing_crosses_the_sides_that_tells_where_the_victim_is_and_what_crosses_is_in_both_files(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        var pool = await here.PoolAsync(here.Terms(3));
        var (harm, victim) = await here.FamilyAsync("Harmon", "17 Canary Wharfside, Madeuptown ZZ9 4QX", "07700 900461");
        var request = (await here.EligibleAsync(pool, [harm], _ => 1))[0];
        await here.ClaimAsync(request);
        using var flo = await here.AsAsync("flo");
        using var cam = await here.AsAsync("cam");
        using var vic = await here.AsAsync("vic");
        using var mia = await here.AsAsync("mia");
        await PressAsync(flo, await flo.GetAsync(FilePlaceModel.Url("testing", harm)), "accept");
        await mia.SubmitAndFollowAsync(await mia.GetAsync(PlaceWorkersModel.Url("testing", harm)), new() { ["CaseManager"] = here.Members["cam"].Id.ToString(), ["LinkedWorker"] = here.Members["vic"].Id.ToString() });
        await PressAsync(mia, await mia.GetAsync(FilePlaceModel.Url("testing", harm)), "start");

        foreach (var words in (string[])["She lives at 17 canary wharf side now", "near ZZ9  4qx", "ring +44 7700 900 461", "ring 020 7946 0999 instead", "write to her.new@example.org", "She moved to N1 9GU"])
        {
            var refused = await vic.SubmitAsync(await vic.GetAsync(ExchangeModel.Url("testing", victim)), new() { ["Purpose"] = "SafetyOfVictim", ["Words"] = words });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("Take it out", refused.Errors.Single(), StringComparison.Ordinal);
            Assert.Contains(words, WebUtility.HtmlDecode(refused.Text), StringComparison.Ordinal);
        }
        Assert.Equal(0, await here.LookAsync(db => db.SideExchanges.CountAsync(e => e.CaseFile == harm)));
        var form = await vic.GetAsync(ExchangeModel.Url("testing", victim));
        Dictionary<string, string> good = new() { ["Purpose"] = "SafetyOfVictim", ["Words"] = "Please hold no session in the week of the hearing" };
        await vic.SubmitAndFollowAsync(form, good);
        await vic.SubmitAndFollowAsync(form, good); // a double submit
        Assert.Equal(1, await here.LookAsync(db => db.SideExchanges.CountAsync(e => e.CaseFile == harm)));
        var read = await cam.GetAsync(ExchangeModel.Url("testing", harm));
        Assert.Contains("Please hold no session", read.Text, StringComparison.Ordinal);
        await cam.SubmitAndFollowAsync(read, new() { ["Purpose"] = "RiskHasChanged", ["Words"] = "He missed two appointments" });
        Assert.Contains("He missed two appointments", (await vic.GetAsync(ExchangeModel.Url("testing", victim))).Text, StringComparison.Ordinal);
        // Only the two tell each other; and of the other side no page of the programme shows anything.
        var other = await mia.SubmitAsync(await cam.GetAsync(ExchangeModel.Url("testing", harm)), new() { ["Purpose"] = "RiskHasChanged", ["Words"] = "I am neither", ["__RequestVerificationToken"] = (await mia.GetAsync(PlaceWorkersModel.Url("testing", harm))).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        Assert.Contains("Only the case manager and the linked worker", other.Errors.Single(), StringComparison.Ordinal);
        foreach (var path in (string[])["", "/workers", "/work", "/exchange", "/outcomes"])
        {
            var page = await cam.GetAsync(FilePlaceModel.Url("testing", harm) + path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var token in (string[])["Canary", "Verena", "900461", "900 461", "ZZ9", victim.ToString()])
                Assert.DoesNotContain(token, page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.NotFound, (await cam.GetAsync(FilePlaceModel.Url("testing", victim) + path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await vic.GetAsync(FilePlaceModel.Url("testing", harm) + path)).Status);
        }
        // The victim's worker sees how it is on their own side, and the figure compares only that.
        await vic.SubmitAndFollowAsync(await vic.GetAsync(PlaceOutcomesModel.Url("testing", victim)), new() { ["Levels[HarassmentAndStalking]"] = "High" }, "form.lapwing-see");
        Assert.Null((await vic.GetAsync(PlaceOutcomesModel.Url("testing", victim))).Html.QuerySelector("form.lapwing-before"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_contested_decision_is_settled_by_a_third_and_stays_in_the_log(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        using var pia = await here.AsAsync("pia");
        using var flo = await here.AsAsync("flo");
        using var pat = await here.AsAsync("pat");
        using var eas = await here.AsAsync("eas");
        using var sid = await here.AsAsync("sid");
        var pool = await OpenAsync(here, pia, "Contested " + engine);
        var (file, _) = await here.FamilyAsync("Contesta");
        var request = await AskAsync(here, flo, pool, file, 1);
        var decide = await pat.GetAsync(DecideModel.Url("testing", file));
        Assert.Equal(["Enter the day on which the panel looks again"], (await pat.SubmitAsync(decide, new() { ["Answer"] = "Defer", ["Reason"] = "Not enough is known" }, "form.lapwing-decide")).Errors);
        await pat.SubmitAndFollowAsync(decide, new() { ["Answer"] = "Decline", ["Reason"] = "Not enough is known" }, "form.lapwing-decide");
        // Two decide at once: the second is told, and nothing typed is lost.
        var stale = await sid.SubmitAsync(decide, new() { ["Answer"] = "Eligible", ["Reason"] = "Enough is known to me", ["__RequestVerificationToken"] = (await sid.GetAsync(DecideModel.Url("testing", file))).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! }, "form.lapwing-decide");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("Enough is known to me", stale.Text, StringComparison.Ordinal);
        await PressAsync(eas, await eas.GetAsync(FilePlaceModel.Url("testing", file)), "contest", new() { ["Words"] = "The last incident was not looked at" });
        Assert.Equal(["A member of the panel settles this who neither decided nor contested."],
            (await PressAsync(pat, await pat.GetAsync(DecideModel.Url("testing", file)), "settle", new() { ["Result"] = "Upheld", ["SettledReason"] = "I was right before" })).Errors);
        await PressAsync(sid, await sid.GetAsync(DecideModel.Url("testing", file)), "settle", new() { ["Result"] = "ToBeDecidedAgain", ["SettledReason"] = "The incident matters" });
        Assert.Contains("To be decided again", (await sid.GetAsync(ContestedModel.Url("testing", pool.Id))).Text, StringComparison.Ordinal);
        await EligibleAsync(sid, file);
        Assert.Equal((TurnState.Waiting, PlacePriority.High), ((await here.TurnAsync(request.Id)).State, (await here.TurnAsync(request.Id)).Priority));
        Assert.Equal(2, await here.LookAsync(db => db.PanelDecisions.CountAsync(d => d.Request == request.Id)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_total_is_not_cut_below_what_is_held_and_a_borough_that_leaves_keeps_what_it_has(EngineKind engine)
    {
        await using var here = await Consortium.StartAsync(engine);
        using var pia = await here.AsAsync("pia");
        var pool = await OpenAsync(here, pia, "Cut");
        var requests = await here.EligibleAsync(pool, await here.FilesAsync(12), n => n < 9 ? 1 : 2);
        foreach (var request in requests)
            Assert.True((await here.ClaimAsync(request)).IsOffered);
        var change = await pia.GetAsync(TermsModel.Url("testing", pool.Id));
        var cut = await pia.SubmitAsync(change, new() { ["Least"] = "5", ["Places"] = "11", ["Reason"] = "Less money" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "12 places are held or used, so the total cannot be cut to 11. Return 1 of those that have not started first, or keep at least 12."), (cut.Status, cut.Errors.Single()));
        Assert.Equal(28, await here.LookAsync(db => db.PoolPlaces.CountAsync(p => p.Pool == pool.Id)));
        await pia.SubmitAndFollowAsync(change, new() { ["Least"] = "5", ["Places"] = "14", ["Reserve"] = "0", ["Reason"] = "Less money" });
        Assert.Equal(14, await here.LookAsync(db => db.PoolPlaces.CountAsync(p => p.Pool == pool.Id)));

        // The first borough leaves with nine places in its hands; the other five are shared by the two that stay.
        await pia.SubmitAndFollowAsync(await pia.GetAsync(TermsModel.Url("testing", pool.Id)), new() { ["Boroughs[0].IsIn"] = "false", ["Reason"] = "It has its own programme now" });
        var left = await here.LookAsync(db => db.PoolChanges.AsNoTracking().Where(c => c.Pool == pool.Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstAsync());
        Assert.Equal((5, 3, 2), (left.Seats.Total, left.Seats.Of(2), left.Seats.Of(3)));
        Assert.Equal(9, await here.LookAsync(db => db.PoolPlaces.CountAsync(p => p.Pool == pool.Id && p.For == 1 && p.Request != null)));
        var more = await here.EligibleAsync(pool, await here.FilesAsync(1), _ => 3);
        Assert.True((await here.ClaimAsync(more[0])).IsOffered);
        using var flo = await here.AsAsync("flo");
        var (file, _) = await here.FamilyAsync("Leavena");
        var asked = await flo.SubmitAsync(await flo.GetAsync(AskPlaceModel.Url("testing", file)), new() { ["Pool"] = pool.Id.ToString(), ["Area"] = "1", ["Source"] = "Marac" });
        Assert.Equal(["Choose a borough"], asked.Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Bad_input_is_said_at_its_field_and_nothing_typed_is_lost(EngineKind engine)
    {
        var here = await consortiums.OnAsync(engine);
        using var pia = await here.AsAsync("pia");
        var form = await pia.GetAsync(TermsModel.Url("testing", null));
        var bad = Terms(here, "A pool named ليلى 😀");
        (bad["Most"], bad["Places"], bad["Until.Day"], bad["Until.Month"], bad["Boroughs[1].Need"]) = ("20", "99", "30", "2", "-1");
        var answer = await pia.SubmitAsync(form, bad);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Errors, e => e.Contains("Westborough", StringComparison.Ordinal));
        Assert.Contains("A pool named ليلى 😀", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        (bad["Until.Day"], bad["Until.Month"], bad["Boroughs[1].Need"]) = ("31", "3", "1");
        Assert.Equal(["The most places must be at least the fewest, and 500 or fewer", "The places there are now must lie within the range"], (await pia.SubmitAsync(form, bad)).Errors);
        using var flo = await here.AsAsync("flo");
        var (_, victim) = await here.FamilyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await flo.GetAsync(AskPlaceModel.Url("testing", victim))).Status);
        var (harm, _) = await here.FamilyAsync();
        var longer = await flo.SubmitAsync(await flo.GetAsync(AskPlaceModel.Url("testing", harm)), new() { ["Why"] = new string('x', 10_001) });
        Assert.Contains("What the panel should know must be 10,000 characters or fewer", longer.Errors);
        var standards = await pia.GetAsync(StandardsModel.Url("testing", (await here.PoolAsync(here.Terms(3))).Id));
        Assert.Equal(4, (await pia.SubmitAsync(standards, [])).Errors.Count);
        var kept = await pia.SubmitAndFollowAsync(standards, new() { ["Standard"] = "1", ["State"] = "Met", ["On.Day"] = "1", ["On.Month"] = "6", ["On.Year"] = "2023", ["Evidence"] = "A made-up contract" });
        Assert.Contains("1 June 2023: A made-up contract", kept.Text, StringComparison.Ordinal);
    }
}
