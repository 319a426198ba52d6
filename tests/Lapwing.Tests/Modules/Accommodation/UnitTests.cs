using System.Net;
using Lapwing.Data;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Enquiries;
using Lapwing.Modules.Accommodation.Pathway;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Accommodation.Units;
using Lapwing.Modules.Casework.Working;
using Lapwing.Tests.Architecture;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Accommodation;

/// <summary>Units, their sealed addresses, enquiries without a name, sanctuaries and the pathway.</summary>
public sealed class UnitTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_bed_and_breakfast_is_refused_by_the_rule_with_its_source_and_what_was_typed_stays(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var pat = await desk.AsPatAsync();
        var refused = await pat.SubmitAsync(await pat.GetAsync(UnitModel.Url("testing", null)), Providing.UnitFields(("Input.Type", "OtherEmergency"), ("Input.Premises", "BedAndBreakfast"), ("Input.Standing", "Other")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(2, refused.Errors.Count);
        Assert.Contains(refused.Errors, e => e.Contains("(SI 2021/991, reg. 2(2)(c))", StringComparison.Ordinal));
        Assert.Contains(Providing.Address, refused.Html.QuerySelector("[name=Address]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.SafeUnits.CountAsync(u => u.Type == UnitType.OtherEmergency)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_address_is_nowhere_but_where_it_is_opened_on_purpose_by_who_may(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var pat = await desk.AsPatAsync();
        using var cas = await desk.AsAsync("cas");
        var unit = await desk.AddUnitAsync(pat, 1);
        var file = await desk.FileAsync(cas, "Addressa");
        await desk.AskAndHoldAsync(cas, file, unit.Id);
        string[] pages = [VacanciesModel.Url("testing"), UnitModel.Url("testing", unit.Id), UnitAddressModel.Url("testing", unit.Id), EnquiriesModel.Url("testing"), SafetyModel.Url("testing", file), LookModel.Url("testing", file),
            AwayModel.Url("testing", file), "/testing/accommodation/places", "/testing/search"];
        foreach (var browser in new[] { pat, cas })
            foreach (var url in pages)
            {
                var page = await browser.GetAsync(url);
                Assert.DoesNotContain("zqunitaddress", page.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("zqunitaddress", page.Html.Title ?? "", StringComparison.OrdinalIgnoreCase);
            }
        var search = await cas.SubmitAsync(await cas.GetAsync("/testing/search"), new() { ["Name"] = "Zqunitaddress" });
        Assert.DoesNotContain(unit.CodeName, search.Text, StringComparison.Ordinal);

        // Neither a worker without a place there, nor without a purpose.
        var form = await cas.GetAsync(UnitAddressModel.Url("testing", unit.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cas.SubmitAsync(form, new() { ["Purpose"] = "journey" }, "form.lapwing-unit-address")).Status);
        var pats = await pat.GetAsync(UnitAddressModel.Url("testing", unit.Id));
        Assert.Equal(["Say why you open it"], (await pat.SubmitAsync(pats, [], "form.lapwing-unit-address")).Errors);
        var opened = await pat.SubmitAsync(pats, new() { ["Purpose"] = "visit" }, "form.lapwing-unit-address");
        Assert.Contains(Providing.Address, opened.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("300;", opened.Response.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);
        await using var db = await desk.App.OpenAllAsync();
        Assert.Single(await db.AuditEntries.Where(e => e.Action == "unit-address.read" && e.Object == unit.Id.Value).ToListAsync());

        // Once the place is accepted, who brings them there may open it, and the entry names the file.
        await pat.SubmitAndFollowAsync(await pat.GetAsync(VacanciesModel.Url("testing")), [], "form.lapwing-offer");
        await cas.SubmitAndFollowAsync(await cas.GetAsync(SafetyModel.Url("testing", file)), [], "form#accept");
        var theirs = await cas.SubmitAsync(form, new() { ["Purpose"] = "journey" }, "form.lapwing-unit-address");
        Assert.Contains(Providing.Address, theirs.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(file.Value, (await db.AuditEntries.Where(e => e.Action == "unit-address.read" && e.CaseFile != null).SingleAsync()).CaseFile);
        using var eve = await desk.AsAsync("dee"); // front door of another team, but of pat's own
        Assert.Equal(HttpStatusCode.OK, (await eve.SubmitAsync(await eve.GetAsync(UnitAddressModel.Url("testing", unit.Id)), new() { ["Purpose"] = "check" }, "form.lapwing-unit-address")).Status);
        using var ben = await desk.AsAsync("ben");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ben.SubmitAsync(await ben.GetAsync(UnitAddressModel.Url("testing", unit.Id)), new() { ["Purpose"] = "check" }, "form.lapwing-unit-address")).Status);
    }

    [Fact]
    public void Only_these_read_where_a_unit_is() => Assert.Equal(
        ["Data/PartnershipDb.cs", "Modules/Accommodation/Seeking/MoveIn.cshtml.cs", "Modules/Accommodation/Units/Unit.cshtml.cs", "Modules/Accommodation/Units/UnitAddress.cshtml.cs"],
        SourceTests.Sources().Where(s => s.Text.Contains("UnitLocations", StringComparison.Ordinal)).Select(s => s.Name).Order());

    [Fact]
    public void A_location_prints_nothing_and_stands_in_no_other_record()
    {
        Assert.DoesNotContain(typeof(SafeUnit).GetProperties(), p => p.Name is "Address" or "Borough" or "Area" or "Postcode");
        Assert.All(typeof(UnitLocation).GetProperties().Where(p => p.Name is "Address" or "Borough"), p => Assert.Equal(typeof(Lapwing.Access.Protected), p.PropertyType));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Somebody_who_says_no_name_is_matched_held_a_place_and_never_turned_away_without_a_reason(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var pat = await desk.AsPatAsync();
        using var ann = await desk.AsAsync("ann");
        var unit = await desk.AddUnitAsync(pat, 1);
        var enquiry = await ann.SubmitAndFollowAsync(await ann.GetAsync(NewEnquiryModel.Url("testing")), new(Providing.Needs()) { ["From"] = "Helpline" });
        var held = await ann.SubmitAndFollowAsync(enquiry, new() { ["Unit"] = unit.Id.ToString(), ["Hours"] = "2" }, "form#hold");
        Assert.Contains($"A place at {unit.CodeName} is held until", held.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await desk.UnitAsync(unit.Id)).Held);

        Assert.Equal(["Choose why they could not be accommodated"], (await ann.SubmitAsync(held, [], "form#away")).Errors);
        await ann.SubmitAndFollowAsync(held, new() { ["Reason"] = "NoRecourse" }, "form#away");

        var away = await desk.LookAsync(db => db.TurnAways.AsNoTracking().OrderByDescending(a => a.At).FirstAsync(a => a.IsEnquiry));
        Assert.Equal(TurnAwayReason.NoRecourse, away.Reason);
        Assert.Equal(0, (await desk.UnitAsync(unit.Id)).Held);
        Assert.Equal(1, await desk.LookAsync(db => db.Facts.CountAsync(f => f.Record == away.Id.Value)));
        // Another team does not see it.
        Assert.Equal(HttpStatusCode.NotFound, (await pat.GetAsync(enquiry.Address)).Status);
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Somebody_who_gives_their_name_keeps_the_place_that_was_held_for_them_and_nobody_else_can_have_it_in_between(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var pat = await desk.AsPatAsync();
        using var ann = await desk.AsAsync("ann");
        using var cas = await desk.AsAsync("cas");
        var unit = await desk.AddUnitAsync(pat, 1);
        var enquiry = await ann.SubmitAndFollowAsync(await ann.GetAsync(NewEnquiryModel.Url("testing")), new(Providing.Needs()) { ["From"] = "ThePerson" });
        var held = await ann.SubmitAndFollowAsync(enquiry, new() { ["Unit"] = unit.Id.ToString(), ["Hours"] = "2" }, "form#hold");
        await pat.SubmitAndFollowAsync(await pat.GetAsync(VacanciesModel.Url("testing")), [], "form.lapwing-offer");
        Assert.Equal(HttpStatusCode.Redirect, (await ann.SubmitAsync(held, [], "form#refer")).Status);
        Assert.Equal(1, (await desk.UnitAsync(unit.Id)).Held);
        Assert.Contains("It goes over to their file there", (await ann.GetAsync(enquiry.Address)).Text, StringComparison.Ordinal);

        var file = (await desk.OpenAsync(cas, new() { Given = "Namina" })).Referral.CaseFile;
        var url = SafetyModel.Url("testing", file);
        Assert.Contains("say first what they need", (await ann.GetAsync(url)).Text, StringComparison.Ordinal);
        await ann.SubmitAndFollowAsync(await ann.GetAsync(AskModel.Url("testing", file)), Providing.Needs(("Boys", "10")));
        // Another team of the same file does not see what the front door keeps.
        Assert.DoesNotContain(unit.CodeName, (await cas.GetAsync(url)).Text, StringComparison.Ordinal);
        var page = await ann.GetAsync(url);
        var taken = await ann.SubmitAndFollowAsync(page, [], "form.lapwing-take-over");

        Assert.Contains($"The place at {unit.CodeName} is held for this household.", taken.Text, StringComparison.Ordinal);
        var claim = await desk.LookAsync(db => db.UnitClaims.AsNoTracking().SingleAsync(c => c.Unit == unit.Id));
        // The provider had agreed to a boy of nine and is asked again for one of ten.
        Assert.Equal((ClaimState.Held, false, 10), (claim.State, claim.IsEnquiry, HouseholdNeeds.Of(claim.Needs).Children.Single(c => c.IsBoy).Age));
        Assert.Equal(1, (await desk.UnitAsync(unit.Id)).Held);
        Assert.Equal("Somebody has already moved this on. Look at it again.", Assert.Single((await ann.SubmitAsync(page, [], "form.lapwing-take-over")).Errors));
        await ann.SubmitAndFollowAsync(await ann.GetAsync(url), [], "form#release");
        await desk.SayVacantAsync(pat, unit.Id, 0);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_provider_says_what_is_vacant_and_nobody_else_does(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var pat = await desk.AsPatAsync();
        var unit = await desk.AddUnitAsync(pat, 2);
        var page = await pat.GetAsync(VacanciesModel.Url("testing"));
        Dictionary<string, string> Say(string vacant, int version) => new() { ["Unit"] = unit.Id.ToString(), ["Version"] = $"{version}", ["Vacant"] = vacant };
        Assert.Equal(HttpStatusCode.BadRequest, (await pat.SubmitAsync(page, Say("many", unit.Version), "form.lapwing-vacancies")).Status);
        Assert.Contains("at most 3 can be vacant", Assert.Single((await pat.SubmitAsync(page, Say("4", unit.Version), "form.lapwing-vacancies")).Errors), StringComparison.Ordinal);
        await pat.SubmitAndFollowAsync(page, Say("1", unit.Version), "form.lapwing-vacancies");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await pat.SubmitAsync(page, Say("3", unit.Version), "form.lapwing-vacancies")).Status); // a page of before
        using var max = await desk.AsAsync("max");
        Assert.Equal(HttpStatusCode.NotFound, (await max.GetAsync(UnitModel.Url("testing", unit.Id))).Status);
        var own = await max.SubmitAndFollowAsync(await max.GetAsync(UnitModel.Url("testing", null)), Providing.UnitFields());
        Assert.Equal(HttpStatusCode.NotFound, (await max.SubmitAsync(own, Say("0", (await desk.UnitAsync(unit.Id)).Version), "form.lapwing-vacancies")).Status);
        Assert.Equal(1, (await desk.UnitAsync(unit.Id)).Vacant);
        await desk.SayVacantAsync(pat, unit.Id, 0);
        var closed = await pat.SubmitAndFollowAsync(await pat.GetAsync(UnitModel.Url("testing", unit.Id)), [], "form#close");
        Assert.Contains("is closed", closed.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_sanctuary_goes_from_the_survey_to_its_review_which_stands_in_my_work(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas, "Sanctina");
        var ask = await cas.GetAsync(SanctuaryModel.Url("testing", file));
        Assert.Contains("occupation order", Assert.Single((await cas.SubmitAsync(ask, new() { ["LivesThere"] = "yes" })).Errors), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(ask, new() { ["LivesThere"] = "no", ["On.Day"] = "1" });
        var works = await desk.LookAsync(db => db.SanctuaryWorks.AsNoTracking().SingleAsync(w => w.CaseFile == file));
        var url = SanctuaryModel.Url("testing", file, works.Id);
        var survey = await cas.GetAsync(url);
        Assert.Contains("before it was asked for", Assert.Single((await cas.SubmitAsync(survey, new() { ["On.Day"] = "31", ["On.Month"] = "5" })).Errors), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(survey, new() { ["On.Day"] = "2", ["Found"] = "A weak frame" });
        var agree = await cas.GetAsync(url);
        Assert.Equal(["Choose what is fitted", "Say whether the owner of the home agrees"], (await cas.SubmitAsync(agree, [])).Errors);
        Assert.Equal(["Whoever owns the home must agree before anything is fitted."], (await cas.SubmitAsync(agree, new() { ["Measures"] = "Locks|Door", ["Owner"] = "no" })).Errors);
        await cas.SubmitAndFollowAsync(agree, new() { ["Measures"] = "Locks|Door", ["Owner"] = "yes" });
        var fit = await cas.GetAsync(url);
        Assert.Equal("2023", fit.Html.QuerySelector("[name='ReviewOn.Year']")!.GetAttribute("value"));
        await cas.SubmitAndFollowAsync(fit, new() { ["ReviewOn.Day"] = "9", ["ReviewOn.Month"] = "6", ["ReviewOn.Year"] = "2023" });
        Assert.Contains("Look at the sanctuary again", (await cas.GetAsync(WorkModel.Url("testing"))).Text, StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), new() { ["Found"] = "It holds", ["ReviewOn.Day"] = "", ["ReviewOn.Month"] = "", ["ReviewOn.Year"] = "" });
        works = await desk.LookAsync(db => db.SanctuaryWorks.AsNoTracking().SingleAsync(w => w.CaseFile == file));
        Assert.Equal((SanctuaryState.Ended, SanctuaryMeasures.Locks | SanctuaryMeasures.Door), (works.State, works.Measures));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_step_of_the_pathway_counts_as_changed_only_when_an_expert_by_experience_has_signed_it_off(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var ada = await desk.AsAsync("ada");
        await ada.SubmitAndFollowAsync(await ada.GetAsync(StepModel.Url("testing", null)), new() { ["Title"] = "The first call", ["Barrier"] = "Nobody listens", ["Owner"] = "Housing options" });
        var step = await desk.LookAsync(db => db.PathwaySteps.AsNoTracking().SingleAsync());
        var form = await ada.GetAsync(StepModel.Url("testing", step.Id));
        Assert.Contains("signed off", Assert.Single((await ada.SubmitAsync(form, new() { ["State"] = "Changed" }, "form#step")).Errors), StringComparison.Ordinal);
        Assert.Contains("one word", Assert.Single((await ada.SubmitAsync(form, new() { ["Alias"] = "Robin Family", ["Better"] = "yes" }, "form#sign-off")).Errors), StringComparison.Ordinal);
        await ada.SubmitAndFollowAsync(form, new() { ["Alias"] = "Robin", ["Better"] = "yes", ["InTheirWords"] = "She believed me" }, "form#sign-off");
        await ada.SubmitAndFollowAsync(await ada.GetAsync(StepModel.Url("testing", step.Id)), new() { ["State"] = "Changed" }, "form#step");
        using var cas = await desk.AsAsync("cas");
        var page = await cas.GetAsync(PathwayModel.Url("testing"));
        Assert.Contains("Changed for good", page.Text, StringComparison.Ordinal);
        Assert.Contains("She believed me", page.Text, StringComparison.Ordinal);
    }

    /// <summary>Domain facts: an expert by experience "cannot be linked to a case in any screen".</summary>
    [Fact]
    public void Nothing_of_an_experts_sign_off_could_be_joined_to_a_person_a_file_or_an_account()
    {
        Assert.Equal(["Alias", "Id", "InTheirWords", "IsBetter", "On", "Step"], typeof(StepSignOff).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(SourceTests.Sources(), s => s.Text.Contains("StepSignOffs", StringComparison.Ordinal)
            && !s.Name.StartsWith("Modules/Accommodation/Pathway/", StringComparison.Ordinal) && s.Name != "Data/PartnershipDb.cs");
    }
}
