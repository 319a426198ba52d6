using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Accommodation.Units;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Lapwing.Modules.SubjectAccess;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>From the request of a household to its moving on.</summary>
public sealed class SeekingTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_household_asks_is_offered_a_place_accepts_moves_in_is_supported_and_moves_on(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var pat = await desk.AsPatAsync();
        var unit = await desk.AddUnitAsync(pat, 2);
        var file = (await desk.OpenAsync(cas, new() { Given = "Zora", Family = "Zinnober", Address = "1 Zqoldaddress Road" })).Referral.CaseFile;

        var held = await desk.AskAndHoldAsync(cas, file, unit.Id);
        Assert.Equal(HttpStatusCode.Redirect, held.Status);
        Assert.Contains($"A place at {unit.CodeName} is held until", (await cas.GetAsync($"/testing/files/{file}")).Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);

        // The provider sees what is needed, and not who it is.
        var asked = await pat.GetAsync(VacanciesModel.Url("testing"));
        Assert.Contains("girl 3, boy 9", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zinnober", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await pat.GetAsync($"/testing/files/{file}")).Status);
        await pat.SubmitAndFollowAsync(asked, [], "form.lapwing-offer");

        var offered = await cas.GetAsync(SafetyModel.Url("testing", file));
        await cas.SubmitAndFollowAsync(offered, [], "form#accept");
        Assert.Equal(HttpStatusCode.OK, (await pat.GetAsync(SafetyModel.Url("testing", file))).Status);
        Assert.Equal((2, 1, 0), Standing(await desk.UnitAsync(unit.Id)));

        var moved = await cas.SubmitAndFollowAsync(await cas.GetAsync(MoveInModel.Url("testing", file)), []);
        Assert.Contains($"Stays at {unit.CodeName}", moved.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, 1), Standing(await desk.UnitAsync(unit.Id)));
        await using (var db = await desk.App.OpenAllAsync())
        {
            var key = await db.KeyOfAsync(file);
            var places = await db.Whereabouts.AsNoTracking().Where(w => w.CaseFile == file).ToListAsync();
            // The front door alone is on the list of the old address: it ends by itself in what counts, because nothing there is confirmed since the move.
            var refuge = Assert.Single(places, w => w.Kind == PlaceKind.Refuge);
            Assert.Equal(Providing.Address, key.Reveal(refuge.Address));
            Assert.Null(refuge.Until);
            Assert.Equal(unit.CodeName, (await db.SafetyChanges.AsNoTracking().SingleAsync(c => c.CaseFile == file)).CodeName);
            Assert.Equal(RiskEventKind.Move, (await db.RiskChanges.AsNoTracking().SingleAsync(c => c.CaseFile == file)).Kind);
        }
        // What was safe at referral stands no more above the file.
        Assert.Contains(SafetyToday.Changed, (await cas.GetAsync($"/testing/files/{file}")).Text, StringComparison.Ordinal);

        await pat.SubmitAndFollowAsync(await pat.GetAsync(SafetyModel.Url("testing", file)), [], "form#support");
        var stay = await desk.LookAsync(db => db.SafeStays.AsNoTracking().SingleAsync(s => s.CaseFile == file));
        Assert.Equal(desk.Members["pat"].Id, stay.Worker);
        var form = await cas.GetAsync(MoveOnModel.Url("testing", file, stay.Id));
        Assert.Equal(["Choose where they went", "Choose why the stay ended"], (await cas.SubmitAsync(form, [])).Errors);
        var early = await cas.SubmitAsync(form, new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["To"] = "SocialTenancy", ["Reason"] = "Planned" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        await cas.SubmitAndFollowAsync(form, new() { ["To"] = "SocialTenancy", ["Reason"] = "Planned" });
        Assert.Equal((1, 0, 0), Standing(await desk.UnitAsync(unit.Id)));
        // When, and neither where nor in what kind of place: not in the file's line of everything, nor in an answer about her own data.
        var line = (await cas.GetAsync(TimelineModel.Url("testing", file) + "?kind=Accommodation")).Html.QuerySelector("main")!.TextContent;
        Assert.All(["Safe accommodation is sought", "Moved into safe accommodation", "Moved on from safe accommodation: "], what => Assert.Contains(what, line, StringComparison.Ordinal));
        Assert.All([unit.CodeName, Providing.Address], where => Assert.DoesNotContain(where, line, StringComparison.Ordinal));
        var own = await desk.LookAsync(async db => await OwnData.OfAsync(db, file, await db.People.SingleAsync(p => p.Id == stay.Person), [], await db.KeyOfAsync(file), default));
        Assert.Equal("From 6 June 2023 to 6 June 2023. We do not print where: ask us in person.", own.Single(item => item.Heading == "Safe accommodation").Text);
        Assert.Equal(["They have already moved on."], (await cas.SubmitAsync(await cas.GetAsync(MoveOnModel.Url("testing", file, stay.Id)), new() { ["To"] = "SocialTenancy", ["Reason"] = "Planned" })).Errors);
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_does_not_fit_is_shown_with_each_reason_and_a_full_or_unsafe_place_with_its_own(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var pat = await desk.AsPatAsync();
        var (unit, full) = (await desk.AddUnitAsync(pat, 1), await desk.AddUnitAsync(pat, 0, ("Borough", "E09000002")));
        var file = await desk.FileAsync(cas, "Matchina");
        var look = await cas.SubmitAndFollowAsync(await cas.GetAsync(AskModel.Url("testing", file)), Providing.Needs(("Boys", "14"), ("Pets", "Dog"), ("Avoid", "E09000025")));

        string Row(SafeUnit of) => look.Html.QuerySelectorAll("#matches tbody tr").Single(r => r.TextContent.Contains(of.CodeName, StringComparison.Ordinal)).TextContent;
        Assert.Contains("It takes boys up to 12; a boy of this household is 14.", Row(unit), StringComparison.Ordinal);
        Assert.Contains("It does not take: dog.", Row(unit), StringComparison.Ordinal);
        Assert.Contains("It is not safe for this household because of where it is.", Row(unit), StringComparison.Ordinal);
        Assert.DoesNotContain("because of where it is", Row(full), StringComparison.Ordinal);
        Assert.Contains("It has no vacancy now.", Row(full), StringComparison.Ordinal);
        Assert.DoesNotContain("Newham", look.Text, StringComparison.Ordinal);

        // The area that is not safe is under seal and comes back to whoever may change it.
        var change = await cas.GetAsync(AskModel.Url("testing", file));
        Assert.Contains("checked", change.Html.QuerySelector("input[value=E09000025]")!.OuterHtml, StringComparison.Ordinal);
        // Two who change it at once.
        using var eve = await desk.AsAsync("eve");
        var eves = await eve.GetAsync(AskModel.Url("testing", file));
        await cas.SubmitAndFollowAsync(change, Providing.Needs(("Boys", "12")));
        var second = await eve.SubmitAsync(eves, Providing.Needs(("Boys", "5")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("Kept now", second.Text, StringComparison.Ordinal);
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_provider_that_refuses_records_the_turn_away_with_its_reason_and_the_place_is_free(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var pat = await desk.AsPatAsync();
        var unit = await desk.AddUnitAsync(pat, 1);
        var file = await desk.FileAsync(cas, "Refusina");
        await desk.AskAndHoldAsync(cas, file, unit.Id);
        var asked = await pat.GetAsync(VacanciesModel.Url("testing"));
        var without = await pat.SubmitAsync(asked, [], "form.lapwing-refuse");
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(["Choose why this household cannot be taken"], without.Errors);

        await pat.SubmitAndFollowAsync(asked, new() { ["Reason"] = "MentalHealthOrSubstances" }, "form.lapwing-refuse");

        var away = await desk.LookAsync(db => db.TurnAways.AsNoTracking().SingleAsync(a => a.Unit == unit.Id));
        Assert.Equal((TurnAwayReason.MentalHealthOrSubstances, false, 2), (away.Reason, away.IsEnquiry, away.Children));
        var page = await cas.GetAsync(SafetyModel.Url("testing", file));
        Assert.Contains("Refused: mental health or substance needs", page.Text, StringComparison.Ordinal);
        Assert.Equal((1, 0, 0), Standing(await desk.UnitAsync(unit.Id)));
        // No place was found: the reason is asked for, and only then the request ends.
        var form = await cas.GetAsync(AwayModel.Url("testing", file));
        Assert.Equal(["Choose why they could not be accommodated", "Say whether a place is still being looked for"], (await cas.SubmitAsync(form, [])).Errors);
        await cas.SubmitAndFollowAsync(form, new() { ["Reason"] = "NoCapacity", ["GoOn"] = "no" });
        Assert.Equal(RequestState.Ended, await desk.LookAsync(db => db.SafeRequests.Where(r => r.CaseFile == file).Select(r => r.State).SingleAsync()));
        Assert.Equal(2, await desk.LookAsync(db => db.TurnAways.CountAsync(a => a.Household == away.Household)));
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_hold_that_is_sent_three_times_at_once_is_one_hold(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var pat = await desk.AsPatAsync();
        var unit = await desk.AddUnitAsync(pat, 3);
        var file = await desk.FileAsync(cas, "Doublina");
        var look = await cas.SubmitAndFollowAsync(await cas.GetAsync(AskModel.Url("testing", file)), Providing.Needs());
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cas.SubmitAsync(look, new() { ["Unit"] = unit.Id.ToString(), ["Hours"] = "4" })));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal((3, 1, 0), Standing(await desk.UnitAsync(unit.Id)));
        // The household gives it back, and holds it again.
        await cas.SubmitAndFollowAsync(await cas.GetAsync(SafetyModel.Url("testing", file)), [], "form#release");
        Assert.Equal((3, 0, 0), Standing(await desk.UnitAsync(unit.Id)));
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Bad_input_is_told_at_its_field_and_nothing_typed_is_lost(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas, "Badina");
        var form = await cas.GetAsync(AskModel.Url("testing", file));
        Assert.Equal(["Choose who asks for a place", "Say whether they have recourse to public funds. When nobody knows, choose yes"], (await cas.SubmitAsync(form, [])).Errors);
        foreach (var girls in new[] { "3, x", "18", "-1", "👧", new string('9', 10_000), "٣", "1.5" })
        {
            var refused = await cas.SubmitAsync(form, Providing.Needs(("Girls", girls)));
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal(["Enter the ages of the girls in whole years from 0 to 17, such as 3, 7"], refused.Errors);
            Assert.Equal(girls, refused.Html.QuerySelector("[name='Needs.Girls']")!.GetAttribute("value"));
        }
        Assert.Equal(["Choose from the list"], (await cas.SubmitAsync(form, Providing.Needs(("Access", "9999")))).Errors);
        var duty = await cas.GetAsync(DutyModel.Url("testing", file));
        var impossible = await cas.SubmitAsync(duty, new() { ["By"] = "DutyToRefer", ["On.Day"] = "31", ["On.Month"] = "2", ["On.Year"] = "2023", ["Authority"] = "Ætherholm کونسل 🏠", ["Owed"] = "Main", ["Priority"] = "No" });
        Assert.Equal(["The day of the referral or application must be a real date"], impossible.Errors);
        Assert.Contains("Ætherholm کونسل 🏠", impossible.Html.QuerySelector("[name=Authority]")!.GetAttribute("value")!, StringComparison.Ordinal);
        var challenged = await cas.SubmitAsync(impossible, new() { ["On.Month"] = "5", ["DecidedOn.Day"] = "1", ["DecidedOn.Month"] = "6", ["DecidedOn.Year"] = "2023" });
        Assert.Contains("s.189(1)(e)", Assert.Single(challenged.Errors), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(challenged, new() { ["Priority"] = "DomesticAbuse" });
        var kept = await cas.GetAsync(SafetyModel.Url("testing", file));
        Assert.Contains("Ætherholm کونسل 🏠", kept.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Main duty (s.193)", kept.Text, StringComparison.Ordinal);
    }

    private static (int, int, int) Standing(SafeUnit unit) => (unit.Vacant, unit.Held, unit.Occupied);
}
