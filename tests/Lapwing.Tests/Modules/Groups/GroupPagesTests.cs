using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Groups.Pages;
using Lapwing.Tests.Modules.Casework.Contact;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>Groups by hand: programme, licence, plan, waiting list, places in pairs, register, end.</summary>
public sealed class GroupPagesTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_manager_makes_a_programme_names_facilitators_and_plans_a_group_with_its_parallel_group(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var max = await desk.AsAsync("max");
        using var cas = await desk.AsAsync("cas");
        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync(ProgrammeEditModel.Url("testing", null))).Status);
        var form = await max.GetAsync(ProgrammeEditModel.Url("testing", null));
        var wrong = await max.SubmitAsync(form, new() { ["Name"] = "", ["AgeFrom"] = "17", ["AgeTo"] = "4", ["LeastSessions"] = "3", ["Themes"] = "One\nTwo", ["IsPaired"] = "true", ["Service"] = desk.OutreachService.Id.ToString() });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(["Enter the name of the programme", "The oldest cannot be younger than the youngest", "The sessions that make it complete must be from 1 to the number of sessions"], wrong.Errors.Order());

        var programme = await max.SubmitAndFollowAsync(wrong, new() { ["Name"] = "Kingfisher groups 🐦", ["AgeFrom"] = "4", ["AgeTo"] = "16", ["LeastSessions"] = "2" });
        Assert.Equal("Kingfisher groups 🐦", programme.Heading);
        Assert.Contains("months of safety: 6", programme.Html.QuerySelector("#criteria")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("CODA criteria, Bromley", programme.Html.QuerySelector("#criteria")!.TextContent, StringComparison.Ordinal);

        // A licence that ends before the second session leads no group.
        var licence = new Dictionary<string, string> { ["Member"] = desk.Members["cas"].Id.ToString(), ["From.Day"] = "1", ["From.Month"] = "6", ["From.Year"] = "2020", ["TrainedOn.Day"] = "1", ["TrainedOn.Month"] = "2", ["TrainedOn.Year"] = "2020" };
        var facilitator = await max.GetAsync(programme.Address + "/facilitators");
        Assert.Equal(["The day of the training must be a real date"], (await max.SubmitAsync(facilitator, new(licence) { ["TrainedOn.Day"] = "31" })).Errors);
        var named = await max.SubmitAndFollowAsync(facilitator, licence);
        Assert.Contains("1 June 2020 to 31 May 2023", named.Html.QuerySelector("#facilitators")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("the licence ended on 31 May 2023", named.Html.QuerySelector("#facilitators")!.TextContent, StringComparison.Ordinal);
        await max.SubmitAndFollowAsync(await max.GetAsync(programme.Address + "/facilitators"), new(licence) { ["Member"] = desk.Members["eve"].Id.ToString(), ["From.Year"] = "2022" });
        var leads = await desk.LookAsync(db => db.Facilitators.AsNoTracking().OrderByDescending(f => f.Id).Take(2).ToDictionaryAsync(f => f.Member, f => f.Id));
        var plan = new Dictionary<string, string>
        {
            ["Name"] = "Rowan", ["FirstOn.Day"] = "22", ["FirstOn.Month"] = "5", ["FirstOn.Year"] = "2023", ["At"] = "16:30", ["Places"] = "6", ["CarerPlaces"] = "6",
            ["Lead"] = leads[desk.Members["cas"].Id].ToString(), ["CarerLead"] = leads[desk.Members["eve"].Id].ToString(),
        };
        var planning = await max.GetAsync(programme.Address + "/plan");
        Assert.Equal(["Choose who leads the parallel group", "Enter the time at which it begins, like 16:00", "The number of places must be from 1 to 40"],
            (await max.SubmitAsync(planning, new(plan) { ["At"] = "25:00", ["Places"] = "400", ["CarerLead"] = "" })).Errors.Order());
        var unled = await max.SubmitAsync(planning, plan);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unled.Status);
        // The last Monday of May is a bank holiday, so the second session is on 5 June, after the licence.
        Assert.Contains("Nobody who leads the children's group is licensed for session 2 (from 5 June 2023; cas: the licence ended on 31 May 2023)", unled.Errors.Single(), StringComparison.Ordinal);

        var renew = await max.GetAsync(FacilitatorModel.Url("testing", new(Guid.Parse(programme.Address.Split('/')[^1])), leads[desk.Members["cas"].Id]));
        await max.SubmitAndFollowAsync(renew, new() { ["Until.Day"] = "", ["Until.Month"] = "", ["Until.Year"] = "", ["From.Year"] = "2023", ["From.Month"] = "5" });
        var cohort = await max.SubmitAndFollowAsync(planning, plan);
        Assert.Contains("Skipped: 29 May 2023 (Spring bank holiday)", cohort.Text, StringComparison.Ordinal);
        Assert.Contains("22 May 2023, 4:30pm", cohort.Html.QuerySelector("#sessions")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 June 2023, 4:30pm", cohort.Html.QuerySelector("#sessions")!.TextContent, StringComparison.Ordinal);
        // The same form again leads to the same group.
        Assert.Equal(cohort.Address, (await max.SubmitAsync(planning, plan)).Location);
        Assert.Equal(2, await desk.LookAsync(db => db.Cohorts.CountAsync(c => c.Name == "Rowan" && c.StartsAt == 990)));
        Assert.Contains("Rowan", (await cas.GetAsync(GroupsModel.Url("testing"))).Html.QuerySelector("#cohorts")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_asks_for_a_place_reads_what_is_missing_and_a_pair_is_placed_together_or_apart_with_a_reason(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, carers) = await desk.PlanAsync(programme, lead, other);
        var family = await desk.FamilyAsync("Pairina");
        var ask = await cas.GetAsync(AskModel.Url("testing", family.Child, null));
        Assert.Equal(["Choose a programme", "The day from which they are safe cannot be in the future", "They, or whoever decides for the child, must have agreed before another team is let into the file"],
            (await cas.SubmitAsync(ask, new() { ["SafeSince.Day"] = "7", ["SafeSince.Month"] = "6", ["SafeSince.Year"] = "2023" })).Errors.Order());
        var entry = await desk.AskAsync(cas, family.Child, programme, isAssessed: false);
        var waiting = await cas.GetAsync(WaitingModel.Url("testing", family.Child, entry));
        Assert.Contains("The pre-group assessment has not been made.", waiting.Html.QuerySelector("#criteria")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Safe since 1 October 2022, which is 6 months or more.", waiting.Text, StringComparison.Ordinal);
        Assert.Equal(["They wait for this programme already."], (await cas.SubmitAsync(await cas.GetAsync(ask.Address), new() { ["Programme"] = programme.Id.ToString(), ["Agreed"] = "true" })).Errors);

        var add = await cas.GetAsync(AddToCohortModel.Url("testing", children.Id));
        Assert.Contains("1. Pairina Madeup", add.Text, StringComparison.Ordinal);
        var give = new Dictionary<string, string> { ["Who"] = entry.ToString() };
        Assert.Contains("Pairina Madeup cannot be given a place yet. The pre-group assessment has not been made.", (await cas.SubmitAsync(add, give)).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(["Say whether they are ready for the group", "Write what you found"], (await cas.SubmitAsync(waiting, new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023" }, "form.lapwing-assess")).Errors.Order());
        await cas.SubmitAndFollowAsync(waiting, new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Words"] = "Знает, почему", ["IsSuitable"] = "true" }, "form.lapwing-assess");

        // Nobody of the family waits for the parallel group: it is asked, and refused without an answer.
        Assert.Contains("No mother or carer of this child is in the parallel group or ready for it.", (await cas.SubmitAsync(add, give)).Errors.Single(), StringComparison.Ordinal);
        var mother = await desk.AskAsync(cas, family.Mother, programme, isAssessed: false);
        Assert.Contains("Mother of Pairina Madeup belongs to the pair and is not ready. The pre-group assessment has not been made.", (await cas.SubmitAsync(add, new(give) { ["Pair"] = "Together" })).Errors.Single(), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(WaitingModel.Url("testing", family.Mother, mother)), new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Words"] = "Ready", ["IsSuitable"] = "true" }, "form.lapwing-assess");
        Assert.Contains("Two belong together here.", (await cas.SubmitAsync(add, give)).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Say why the pair is split", (await cas.SubmitAsync(add, new(give) { ["Pair"] = "Apart" })).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.GroupPlaces.CountAsync(p => p.CaseFile == family.Child)));

        var placed = await cas.SubmitAndFollowAsync(add, new(give) { ["Pair"] = "Together" });
        Assert.Contains("Together with the parallel group", placed.Html.QuerySelector("#places")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(placed.Address, (await cas.SubmitAsync(add, new(give) { ["Pair"] = "Together" })).Location);
        var taken = await desk.LookAsync(db => db.Cohorts.AsNoTracking().Where(c => c.Id == children.Id || c.Id == carers.Id).Select(c => c.Taken).ToListAsync());
        Assert.Equal([1, 1], taken);

        // The child's own file says it, and neither names the mother nor leads to her file.
        var section = await cas.GetAsync(FileGroupsModel.Url("testing", family.Child));
        var main = section.Html.QuerySelector("main")!;
        Assert.Contains("Somebody of the family is in the parallel group", main.QuerySelector("#places")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Mother of", section.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(family.Mother.ToString(), section.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pairina", (await cas.GetAsync(FileGroupsModel.Url("testing", family.Mother))).Html.QuerySelector("#places")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Leaving_and_moving_ask_about_the_other_half_and_split_only_with_a_reason(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, carers) = await desk.PlanAsync(programme, lead, other);
        var (hazel, hazelCarers) = await desk.PlanAsync(programme, lead, other, places: 1, name: "Hazel");
        var (family, child, mother) = await desk.SeatAsync(cas, programme, children, "Movina");
        var second = await desk.SeatAsync(cas, programme, children, "Stayina");

        var change = await cas.GetAsync(ChangePlaceModel.Url("testing", family.Child, child.Id));
        Assert.Contains("Two belong together here.", (await cas.SubmitAsync(change, new() { ["To"] = hazel.Id.ToString() }, "form.lapwing-move")).Errors.Single(), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(change, new() { ["To"] = hazel.Id.ToString(), ["Pair"] = "Together" }, "form.lapwing-move");
        Assert.Equal((hazel.Id, hazelCarers.Id), ((await desk.PlaceAsync(child)).Cohort, (await desk.PlaceAsync(mother)).Cohort));

        // Hazel has one place in each group: the second pair does not fit, and neither half moves.
        var full = await cas.SubmitAsync(await cas.GetAsync(ChangePlaceModel.Url("testing", second.Family.Child, second.Child.Id)), new() { ["To"] = hazel.Id.ToString(), ["Pair"] = "Together" }, "form.lapwing-move");
        Assert.Contains("There is no place left in Hazel", full.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal((children.Id, carers.Id), ((await desk.PlaceAsync(second.Child)).Cohort, (await desk.PlaceAsync(second.Mother)).Cohort));

        // The page that somebody else had open is not written over.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cas.SubmitAsync(change, new() { ["Reason"] = "MovedAway", ["Pair"] = "Together" }, "form.lapwing-drop")).Status);
        var drop = await cas.GetAsync(ChangePlaceModel.Url("testing", family.Child, child.Id));
        Assert.Equal(["Choose why they leave"], (await cas.SubmitAsync(drop, [], "form.lapwing-drop")).Errors);
        Assert.Contains("Say why the pair is split", (await cas.SubmitAsync(drop, new() { ["Reason"] = "TheyChose", ["Pair"] = "Apart" }, "form.lapwing-drop")).Errors.Single(), StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(drop, new() { ["Reason"] = "TheyChose", ["Pair"] = "Apart", ["PairWhy"] = "She wants to finish for herself" }, "form.lapwing-drop");
        var (left, stays) = (await desk.PlaceAsync(child), await desk.PlaceAsync(mother));
        Assert.Equal((PlaceStatus.Left, LeavingReason.TheyChose), (left.Status, left.Left));
        Assert.True(stays is { IsIn: true, Pair: null, ApartAt: not null });
        Assert.Contains("She wants to finish for herself", (await cas.GetAsync(PlaceModel.Url("testing", family.Mother, mother.Id))).Text, StringComparison.Ordinal);

        await cas.SubmitAndFollowAsync(await cas.GetAsync(ChangePlaceModel.Url("testing", second.Family.Mother, second.Mother.Id)), new() { ["Reason"] = "MovedAway", ["Pair"] = "Together" }, "form.lapwing-drop");
        Assert.Equal((LeavingReason.PairEnded, LeavingReason.MovedAway), ((await desk.PlaceAsync(second.Child)).Left, (await desk.PlaceAsync(second.Mother)).Left));
        var taken = await desk.LookAsync(db => db.Cohorts.AsNoTracking().Where(c => c.Programme == programme.Id).ToDictionaryAsync(c => c.Id, c => c.Taken));
        Assert.Equal((0, 1, 0, 0), (taken[hazel.Id], taken[hazelCarers.Id], taken[children.Id], taken[carers.Id]));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_half_that_stands_in_a_file_which_the_team_may_not_open_is_not_left_behind(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, _) = await desk.PlanAsync(programme, lead, other);
        var (family, child, _) = await desk.SeatAsync(cas, programme, children, "Unseena");
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            await Circles.EndAsync(db, act, family.Mother, desk.Outreach.Id);
            await db.SaveAsync(act);
        }
        desk.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var drop = await cas.GetAsync(ChangePlaceModel.Url("testing", family.Child, child.Id));
        Assert.Contains("The other half of this pair stands in a file that your team may not open.", (await cas.SubmitAsync(drop, new() { ["Reason"] = "TheyChose", ["Pair"] = "Apart", ["PairWhy"] = "x" }, "form.lapwing-drop")).Errors.Single(), StringComparison.Ordinal);
        Assert.True((await desk.PlaceAsync(child)).IsIn);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_order_of_the_list_is_kept_or_the_reason_is_written_down(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync(isPaired: false);
        var (children, _) = await desk.PlanAsync(programme, lead, other);
        var (first, second) = (await desk.FamilyAsync("Firstina"), await desk.FamilyAsync("Secondina"));
        await desk.AskAsync(cas, first.Child, programme);
        desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await desk.AskAsync(cas, second.Child, programme);
        var add = await cas.GetAsync(AddToCohortModel.Url("testing", children.Id));
        var jump = await cas.SubmitAsync(add, new() { ["Who"] = later.ToString() });
        Assert.Equal(["Say why they come before Firstina Madeup, who stands further up"], jump.Errors);
        await cas.SubmitAndFollowAsync(jump, new() { ["OutOfTurn"] = "The court asks for it before July" });
        var place = await desk.LookAsync(db => db.GroupPlaces.AsNoTracking().SingleAsync(p => p.CaseFile == second.Child));
        Assert.Contains("The court asks for it before July", (await cas.GetAsync(PlaceModel.Url("testing", second.Child, place.Id))).Text, StringComparison.Ordinal);
        // Carers have no group here.
        Assert.DoesNotContain(programme.Name, (await cas.GetAsync(AskModel.Url("testing", first.Mother, null))).Text, StringComparison.Ordinal);
    }
}
