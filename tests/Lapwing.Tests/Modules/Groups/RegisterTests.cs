using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Casework.Working;
using Lapwing.Modules.Groups;
using Lapwing.Modules.Groups.Pages;
using Lapwing.Modules.SubjectAccess;
using Lapwing.Tests.Modules.Casework.Contact;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Groups;

/// <summary>The register and what an absence sets going.</summary>
public sealed class RegisterTests
{
    private static string Mark(GroupPlace place) => $"Marks[{place.Id}]";

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_absence_is_the_keyworkers_safety_check_today_and_a_neutral_notice_to_the_school(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var desk = await Desk.StartAsync(engine, outbound: Contacts.Through(mail));
        await Contacts.SetAsync(desk.App, Contacts.Ready);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, carers) = await desk.PlanAsync(programme, lead, other);
        var (absent, absentChild, _) = await desk.SeatAsync(cas, programme, children, "Absentina", tellsSchool: true);
        var (came, cameChild, _) = await desk.SeatAsync(cas, programme, children, "Camina", tellsSchool: true);
        var session = await desk.SessionAsync(children, 1);
        var url = SessionModel.Url("testing", children.Id, session.Id);

        var register = await eve.GetAsync(url);
        Assert.Equal(["Say whether Absentina Madeup came", "Say whether Camina Madeup came"], (await eve.SubmitAsync(register, [], "form.lapwing-register")).Errors.Order());
        var wrong = await eve.SubmitAsync(register, new() { [Mark(cameChild)] = "Came" }, "form.lapwing-register");
        Assert.Equal(["Say whether Absentina Madeup came"], wrong.Errors);
        var marks = new Dictionary<string, string> { [Mark(cameChild)] = "Came", [Mark(absentChild)] = "Absent" };
        var taken = await eve.SubmitAndFollowAsync(register, marks, "form.lapwing-register");
        Assert.Equal(taken.Address, (await eve.SubmitAsync(register, marks, "form.lapwing-register")).Location);

        var told = taken.Html.QuerySelector("#absences")!.TextContent;
        Assert.Contains("Absentina Madeup", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Camina", told, StringComparison.Ordinal);
        Assert.Contains("Task of cas", told, StringComparison.Ordinal);
        Assert.Contains("A neutral notice to the school is on its way", told, StringComparison.Ordinal);
        var task = await desk.LookAsync(db => db.CaseTasks.SingleAsync(t => t.CaseFile == absent.Child));
        Assert.Equal((desk.Members["cas"].Id, GroupWorld.Today, true), (task.Owner, task.DueOn, task.IsOpen));
        Assert.Contains("Safety check today: absent from session 1 of Rowan", (await cas.GetAsync(WorkModel.Url("testing"))).Text, StringComparison.Ordinal);
        Assert.Empty(await desk.LookAsync(db => db.CaseTasks.Where(t => t.CaseFile == came.Child).ToListAsync()));

        // The file tells it in its line of everything, and the child may have it in an answer about their own data.
        var line = (await cas.GetAsync(TimelineModel.Url("testing", absent.Child) + "?kind=Group")).Html.QuerySelectorAll(".moj-timeline__title").Select(e => e.TextContent.Trim()).ToHashSet();
        Assert.Equal([$"Session of {children.Name} on 6 June 2023: absent", $"Has a place in the group {children.Name}", $"Waits for a place in {programme.Name}"], line);
        var own = await desk.LookAsync(async db => await OwnData.OfAsync(db, absent.Child, await db.People.SingleAsync(p => p.CaseFile == absent.Child && p.Id == absentChild.Person), [], await db.KeyOfAsync(absent.Child), default));
        Assert.Equal($"{programme.Name}: a place from 6 June 2023. You came to 0 sessions.", own.Single(item => item.Heading == "Groups").Text);

        await Contacts.RunAsync(desk.App);
        var sent = Assert.Single(mail.Taken);
        Assert.Contains("absentina@school.example", sent.To, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("You have a new message.", sent.Text, StringComparison.Ordinal);
        Assert.Null(NeutralWords.Find(sent.Text.Replace("Absentina@school.example", "", StringComparison.OrdinalIgnoreCase), [programme.Name]));

        // Corrected: they came after all. The check is dropped with its reason, and nothing is sent again.
        await eve.SubmitAndFollowAsync(await eve.GetAsync(url), new() { [Mark(absentChild)] = "Came" }, "form.lapwing-register");
        var dropped = await desk.LookAsync(db => db.CaseTasks.SingleAsync(t => t.CaseFile == absent.Child));
        Assert.True(dropped is { IsOpen: false, IsDropped: true });
        Assert.Single(await desk.DispatchesAsync(absent.Child));
        var facts = await desk.LookAsync(db => db.Facts.Where(f => f.Kind == Lapwing.Facts.FactKind.GroupSession).Select(f => new { f.Sign, f.Codes }).ToListAsync());
        Assert.Equal((4, 2), (facts.Count, facts.Sum(f => f.Sign)));
        Assert.Contains("Came to 1 of 12", (await cas.GetAsync(FileGroupsModel.Url("testing", absent.Child))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_school_is_not_told_where_it_did_not_agree_has_no_contact_is_not_safe_or_nothing_is_set_up(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var desk = await Desk.StartAsync(engine, outbound: Contacts.Through(mail));
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, carers) = await desk.PlanAsync(programme, lead, other);
        var agreed = await desk.SeatAsync(cas, programme, children, "Notsetup", tellsSchool: true);
        var none = await desk.SeatAsync(cas, programme, children, "Nocontact");
        var refuses = await desk.SeatAsync(cas, programme, children, "Refuses", tellsSchool: true);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AskModel.Url("testing", refuses.Family.Child, refuses.Child.Entry)), new() { ["SchoolAgrees"] = "false" });
        Dictionary<string, string> Absent(params GroupPlace[] places) => places.ToDictionary(Mark, _ => "AbsentTold");

        async Task<string> TakeAsync(Cohort cohort, int number, params GroupPlace[] places)
        {
            var page = await cas.GetAsync(SessionModel.Url("testing", cohort.Id, (await desk.SessionAsync(cohort, number)).Id));
            return (await cas.SubmitAndFollowAsync(page, Absent(places), "form.lapwing-register")).Html.QuerySelector("#absences")!.TextContent;
        }

        var first = await TakeAsync(children, 1, agreed.Child, none.Child, refuses.Child);
        Assert.Contains("messages are not set up", first, StringComparison.Ordinal);
        Assert.Contains("no contact of the school is named", first, StringComparison.Ordinal);
        Assert.Contains("it has not agreed to the group", first, StringComparison.Ordinal);
        Assert.Contains("No school to tell.", await TakeAsync(carers, 1, agreed.Mother, none.Mother, refuses.Mother), StringComparison.Ordinal);
        Assert.Equal(6, await desk.LookAsync(db => db.CaseTasks.CountAsync(t => t.DueOn == GroupWorld.Today)));

        // Messages can go out now, but the address was marked as not safe: the guard refuses, and the register says so.
        await Contacts.SetAsync(desk.App, Contacts.Ready);
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            (await db.ContactMethods.SingleAsync(m => m.Id == agreed.Family.School)).MarkUnsafe(act, await db.KeyOfAsync(agreed.Family.Child));
            await db.SaveAsync(act);
        }
        desk.App.Clock.Advance(TimeSpan.FromDays(7));
        using var again = await desk.AsAsync("cas");
        var page = await again.GetAsync(SessionModel.Url("testing", children.Id, (await desk.SessionAsync(children, 2)).Id));
        var second = (await again.SubmitAndFollowAsync(page, Absent(agreed.Child, none.Child, refuses.Child), "form.lapwing-register")).Html.QuerySelector("#absences")!.TextContent;
        Assert.Contains("the guard says that it is not safe", second, StringComparison.Ordinal);
        Assert.Empty(await desk.DispatchesAsync(agreed.Family.Child));
        await Contacts.RunAsync(desk.App);
        Assert.Empty(mail.Taken);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_register_opens_on_its_day_and_only_with_somebody_licensed_also_when_the_licence_lapses_between_sessions_8_and_9(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var max = await desk.AsAsync("max");
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync();
        var (children, _) = await desk.PlanAsync(programme, lead, other, first: new(2023, 6, 7));
        var (_, child, _) = await desk.SeatAsync(cas, programme, children, "Licencia");
        var tomorrow = SessionModel.Url("testing", children.Id, (await desk.SessionAsync(children, 1)).Id);
        Assert.Contains("The register opens on the day of the session.", (await cas.GetAsync(tomorrow)).Text, StringComparison.Ordinal);

        // Session 8 is on 26 July, session 9 on 2 August: the licence is cut short on 30 July.
        var licence = await max.GetAsync(FacilitatorModel.Url("testing", programme.Id, lead.Id));
        var saved = await max.SubmitAndFollowAsync(licence, new() { ["Until.Day"] = "30", ["Until.Month"] = "7", ["Until.Year"] = "2023" });
        Assert.Contains("Nobody licensed leads: Rowan (children's group), session 9, 10, 11, 12.", saved.Html.Body!.TextContent, StringComparison.Ordinal);
        var cohort = await cas.GetAsync(CohortModel.Url("testing", children.Id));
        Assert.Contains("Nobody licensed leads sessions 9, 10, 11, 12.", cohort.Html.QuerySelector(".lapwing-unlicensed")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Name somebody", (await cas.GetAsync(GroupsModel.Url("testing"))).Text, StringComparison.Ordinal);

        desk.App.Clock.SetUtcNow(new(2023, 8, 2, 17, 0, 0, TimeSpan.Zero));
        using var then = await desk.AsAsync("cas");
        var eighth = await then.GetAsync(SessionModel.Url("testing", children.Id, (await desk.SessionAsync(children, 8)).Id));
        await then.SubmitAndFollowAsync(eighth, new() { [Mark(child)] = "Came" }, "form.lapwing-register");
        var ninth = SessionModel.Url("testing", children.Id, (await desk.SessionAsync(children, 9)).Id);
        var shut = await then.GetAsync(ninth);
        Assert.Contains("The register does not open: nobody licensed leads this session (cas: the licence ended on 30 July 2023).", shut.Html.QuerySelector(".lapwing-unlicensed")!.TextContent, StringComparison.Ordinal);
        Assert.Null(shut.Html.QuerySelector("form.lapwing-register"));
        // Whoever sends the form all the same is refused too.
        var sneaky = await then.SendAsync(new(HttpMethod.Post, ninth) { Content = new FormUrlEncodedContent(TestBrowser.FieldsOf(eighth, new() { [Mark(child)] = "Came", ["Once"] = Guid.CreateVersion7().ToString("N") }, "form.lapwing-register")) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sneaky.Status);
        Assert.Contains("The register of session 9 does not open", sneaky.Errors.Single(), StringComparison.Ordinal);

        Assert.Contains("They cannot lead this session on 2 August 2023: the licence ended on 30 July 2023.", (await then.SubmitAsync(shut, new() { ["Lead"] = lead.Id.ToString() }, "form.lapwing-lead")).Errors.Single(), StringComparison.Ordinal);
        var open = await then.SubmitAndFollowAsync(shut, new() { ["Lead"] = other.Id.ToString() }, "form.lapwing-lead");
        await then.SubmitAndFollowAsync(open, new() { [Mark(child)] = "Came" }, "form.lapwing-register");
        Assert.Contains("Came to 2 of 12", (await then.GetAsync(FileGroupsModel.Url("testing", child.CaseFile))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task After_the_last_session_whoever_came_often_enough_has_completed_and_a_birthday_in_between_sends_nobody_away(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync(least: 2);
        var (children, carers) = await desk.PlanAsync(programme, lead, other);
        // 17 on 1 July 2023, after the fourth session.
        var (family, child, mother) = await desk.SeatAsync(cas, programme, children, "Seventeena", born: new(2006, 7, 1));
        var (_, seldom, seldomMother) = await desk.SeatAsync(cas, programme, children, "Seldoma");
        var feedback = await cas.GetAsync(FeedbackModel.Url("testing", family.Child, child.Id, FeedbackPoint.Before));
        Assert.Equal(["Record the answer to at least one question"], (await cas.SubmitAsync(feedback, [])).Errors);
        await cas.SubmitAndFollowAsync(feedback, new() { ["Scores[talk]"] = "2", ["Scores[fault]"] = "2" });

        desk.App.Clock.SetUtcNow(new(2023, 8, 22, 17, 0, 0, TimeSpan.Zero));
        using var then = await desk.AsAsync("cas");
        for (var number = 1; number <= 12; number++)
            foreach (var (cohort, often, rare) in new[] { (children, child, seldom), (carers, mother, seldomMother) })
            {
                var page = await then.GetAsync(SessionModel.Url("testing", cohort.Id, (await desk.SessionAsync(cohort, number)).Id));
                await then.SubmitAndFollowAsync(page, new() { [Mark(often)] = "Came", [Mark(rare)] = number == 1 ? "Came" : "Absent" }, "form.lapwing-register");
                if (number == 11 && cohort == children)
                    Assert.Contains("The register of session 12 was not taken.", (await then.SubmitAsync(await then.GetAsync(CohortModel.Url("testing", children.Id)), [], "form.lapwing-end")).Errors.Single(), StringComparison.Ordinal);
            }
        var place = await then.GetAsync(PlaceModel.Url("testing", family.Child, child.Id));
        Assert.Contains("They are 17 now, over the ages of the group (4 to 16). They stay to the end", place.Text, StringComparison.Ordinal);
        foreach (var cohort in new[] { children, carers })
            await then.SubmitAndFollowAsync(await then.GetAsync(CohortModel.Url("testing", cohort.Id)), [], "form.lapwing-end");

        Assert.Equal((PlaceStatus.Completed, PlaceStatus.Completed), ((await desk.PlaceAsync(child)).Status, (await desk.PlaceAsync(mother)).Status));
        Assert.Equal(LeavingReason.TooFewSessions, (await desk.PlaceAsync(seldom)).Left);
        var kinds = await desk.LookAsync(db => db.Facts.Where(f => f.Kind == Lapwing.Facts.FactKind.GroupCompleted || f.Kind == Lapwing.Facts.FactKind.GroupPairCompleted).Select(f => f.Kind).ToListAsync());
        Assert.Equal((2, 1), (kinds.Count(k => k == Lapwing.Facts.FactKind.GroupCompleted), kinds.Count(k => k == Lapwing.Facts.FactKind.GroupPairCompleted)));

        // Only what was asked both times is compared, and what was said stays as it was.
        var after = await then.GetAsync(FeedbackModel.Url("testing", family.Child, child.Id, FeedbackPoint.After));
        var compared = (await then.SubmitAndFollowAsync(after, new() { ["Scores[talk]"] = "5", ["Scores[safety]"] = "1" })).Html.QuerySelectorAll("#feedback tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(compared, row => row.Contains("Better by 3", StringComparison.Ordinal));
        Assert.Equal(2, compared.Count(row => row.Contains("No pair to compare", StringComparison.Ordinal)));
        Assert.Contains("Somebody has already recorded this.", (await then.SubmitAsync(after, new() { ["Scores[talk]"] = "1", ["Once"] = Guid.CreateVersion7().ToString("N") })).Errors.Single(), StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Therapy_notes_are_read_only_by_whoever_is_on_the_list_of_their_seal(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (programme, lead, other) = await desk.ProgrammeAsync(GroupTier.Therapeutic, isPaired: false);
        var (children, _) = await desk.PlanAsync(programme, lead, other);
        var family = await desk.FamilyAsync("Therapina");
        var entry = await desk.AskAsync(cas, family.Child, programme);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AddToCohortModel.Url("testing", children.Id)), new() { ["Who"] = entry.ToString() });
        var place = await desk.LookAsync(db => db.GroupPlaces.AsNoTracking().SingleAsync(p => p.CaseFile == family.Child));
        // The front door works with the file too, and is not on the list.
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            await Circles.GiveAsync(db, act, family.Child, desk.FrontDoor.Id, Depth.Lead, "test", act.At.AddYears(1));
            await db.SaveAsync(act);
        }
        var url = TherapyModel.Url("testing", family.Child, place.Id);
        var form = await cas.GetAsync(url);
        Assert.Equal(["The note must be 20,000 characters or fewer"], (await cas.SubmitAsync(form, new() { ["Words"] = new string('x', 20_001) })).Errors);
        var written = await cas.SubmitAndFollowAsync(form, new() { ["Words"] = "Zqtherapy 🎨 drew the made-up house" });
        Assert.Contains("Zqtherapy", written.Text, StringComparison.Ordinal);

        using var ann = await desk.AsAsync("ann");
        var sealed_ = await ann.GetAsync(url);
        Assert.Equal(HttpStatusCode.OK, sealed_.Status);
        Assert.Contains("Your team is not on the list.", sealed_.Text, StringComparison.Ordinal);
        foreach (var page in new[] { url, PlaceModel.Url("testing", family.Child, place.Id), $"/testing/files/{family.Child}/timeline", $"/testing/files/{family.Child}/documents", $"/testing/files/{family.Child}" })
            Assert.DoesNotContain("Zqtherapy", (await ann.GetAsync(page)).Text, StringComparison.Ordinal);
        // Writing does not open what others wrote.
        Assert.Contains("Only the team that gives this programme", (await ann.SendAsync(new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(TestBrowser.FieldsOf(form, new() { ["Words"] = "Mine", ["Once"] = Guid.CreateVersion7().ToString("N"),
            ["__RequestVerificationToken"] = (await ann.GetAsync(AskModel.Url("testing", family.Child, null))).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")! })) })).Errors.Single(), StringComparison.Ordinal);
    }
}
