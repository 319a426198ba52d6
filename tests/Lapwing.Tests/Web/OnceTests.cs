using System.Net;
using Lapwing.Data;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Casework.Notes;
using Lapwing.Tests.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Web;

/// <summary>Threat 49: a second click, a retry, the back button, two tabs.</summary>
public sealed class OnceTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_form_that_is_sent_two_to_five_times_at_once_has_exactly_one_effect(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var random = new Random(49);
        const int Forms = 120;
        var sent = 0;
        for (var n = 0; n < Forms; n++)
        {
            var page = await cas.GetAsync(AddTaskModel.Url("testing", file));
            var answers = await Task.WhenAll(Enumerable.Range(0, random.Next(2, 6)).Select(_ => cas.SubmitAsync(page, Fields(desk, $"Task {n}"))));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
            Assert.Single(answers.Select(a => a.Location).Distinct());
            sent += answers.Length;
        }
        Assert.Equal(Forms, await desk.LookAsync(db => db.CaseTasks.CountAsync(t => t.CaseFile == file)));
        Assert.True(sent > Forms * 2);
    }

    /// <summary>The twin: without its number the same form has an effect each time, so the test above can see it.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_form_without_its_number_is_acted_on_each_time(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var page = await cas.GetAsync(AddTaskModel.Url("testing", file));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cas.SubmitAsync(page, new(Fields(desk, "Again")) { ["Once"] = "" })));
        Assert.Equal(3, await desk.LookAsync(db => db.CaseTasks.CountAsync(t => t.CaseFile == file)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_number_that_another_member_used_leads_nowhere(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var (file, other) = (await desk.FileAsync(cas), await desk.FileAsync(cas));
        var page = await cas.GetAsync(AddTaskModel.Url("testing", file));
        await cas.SubmitAsync(page, Fields(desk, "Mine"));
        var once = page.Html.QuerySelector("[name=Once]")!.GetAttribute("value")!;
        var answer = await eve.SubmitAsync(await eve.GetAsync(AddTaskModel.Url("testing", other)), new(Fields(desk, "Theirs")) { ["Once"] = once });
        Assert.NotEqual(PlanModel.Url("testing", file), answer.Location);
    }

    /// <summary>Every kind of record that a worker makes in a file, sent three times at once.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_form_that_makes_a_record_of_a_file_makes_one_however_often_it_is_sent(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, episode) = await desk.OpenAsync(cas, new() { Given = "Oncella" });
        var file = referral.CaseFile;
        var (subject, harmer) = ((await desk.SubjectAsync(file)).Id.ToString(), (await desk.AddPersonAsync(cas, file, "Made", "Harmer", "SaidToCauseHarm")).Id.ToString());
        var child = await desk.AddPersonAsync(cas, file, "Made", "Child", "Child", new() { ["Input.Age"] = "9" });
        string File(string part) => $"/testing/files/{file}/{part}";
        var forms = new (string Url, Dictionary<string, string> Fields, Func<PartnershipDb, Task<int>> Count)[]
        {
            (File("people/person"), new() { ["Input.GivenName"] = "Once", ["Input.Role"] = "Friend" }, db => db.People.CountAsync()),
            (File("people/relationships"), new() { ["Input.One"] = subject, ["Input.Other"] = harmer, ["Input.Connection"] = "WereMarried", ["Input.SaidBy"] = "ThePerson", ["Input.Status"] = "Alleged" }, db => db.Relationships.CountAsync()),
            (File("people/households"), new() { ["Name"] = "At home" }, db => db.Households.CountAsync()),
            (File($"people/person/{child.Id}/consent"), new() { ["Understanding"] = "DoesNotUnderstand", ["Route"] = "Safeguarding", ["Reasons"] = "Made-up reasons" }, db => db.ChildConsents.CountAsync()),
            (File("orders/edit"), Dated("Input.IssuedOn", new() { ["Input.Kind"] = "NonMolestation", ["Input.Protects"] = subject, ["Input.Binds"] = harmer }), db => db.Orders.CountAsync()),
            (File("contact/method"), new() { ["Person"] = subject, ["Kind"] = "Telephone", ["Value"] = "020 7946 0123", ["Safe"] = "not-asked" }, db => db.ContactMethods.CountAsync()),
            (File("contact/address"), new() { ["Person"] = subject, ["Address"] = "1 Made-up Close", ["Kind"] = "Home", ["From"] = "2023-06-05", ["Write"] = "not-asked", ["Visit"] = "not-asked", ["Known"] = "no" }, db => db.Whereabouts.CountAsync()),
            (File("contact/change"), new() { ["Kind"] = "Separated", ["On"] = "2023-06-05" }, db => db.SafetyChanges.CountAsync()),
            (File("contact/incident"), new() { ["Channel"] = "Telephone", ["On"] = "2023-06-05", ["At"] = "10:00", ["What"] = "Made-up words" }, db => db.UnsafeContacts.CountAsync()),
            (File("risk/incidents/add"), Dated("On", new() { ["Kinds"] = "Violence", ["Source"] = "Police" }), db => db.Incidents.CountAsync()),
            (File("risk/changed"), Dated("On", new() { ["Kind"] = "Other" }), db => db.RiskChanges.CountAsync()),
            (File("risk/marac"), Dated("On", new() { ["IsMade"] = "true" }), db => db.MaracConsiderations.CountAsync()),
            (File("risk/received"), Dated("On", new() { ["Instrument"] = "DARA", ["Level"] = "Medium" }), db => db.ReceivedResults.CountAsync()),
            (File("risk/assess"), new() { ["Answers[hurt].Answer"] = "Yes" }, db => db.RiskAssessments.CountAsync()),
            (File("risk/roles/say"), Dated("On", new() { ["IsHarmed"] = "true", ["Other"] = harmer, ["Source"] = "ThePersonHarmed" }), db => db.RoleAssertions.CountAsync()),
            (File("access/share"), Lapwing.Tests.Access.SharingTests.Form(desk.Elsewhere), db => db.Sharings.CountAsync()),
            (File("access/wall"), new() { ["Member"] = desk.Members["dee"].Id.ToString() }, db => db.Walls.CountAsync()),
            ($"/testing/support/{episode}/outcomes?at=Start", new() { ["Scores[safety]"] = "2" }, db => db.Outcomes.CountAsync()),
            ("/testing/people-i-know", new() { ["Input.Name"] = "Made Known", ["Tie"] = "Friend" }, db => db.DeclaredPeople.CountAsync()),
        };
        foreach (var (url, fields, count) in forms)
        {
            var before = await desk.LookAsync(count);
            var page = await cas.GetAsync(url);
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cas.SubmitAsync(page, fields)));
            Assert.True(answers.All(a => a.Status == HttpStatusCode.Redirect), $"{url}: {string.Join("; ", answers.Select(a => $"{(int)a.Status} {string.Join(", ", a.Errors)}"))}");
            Assert.Single(answers.Select(a => a.Location).Distinct());
            Assert.Equal((url, before + 1), (url, await desk.LookAsync(count)));
            // The back button an hour later.
            Assert.Equal(answers[0].Location, (await cas.SubmitAsync(page, fields)).Location);
            Assert.Equal((url, before + 1), (url, await desk.LookAsync(count)));
        }

        static Dictionary<string, string> Dated(string field, Dictionary<string, string> more) => new(more) { [$"{field}.Day"] = "5", [$"{field}.Month"] = "6", [$"{field}.Year"] = "2023" };
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whoever_goes_back_and_says_something_else_is_heard(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        var page = await cas.GetAsync(AddTaskModel.Url("testing", file));
        foreach (var title in new[] { "The first", "The first", "The second", "The first", "The second" })
            Assert.Equal(HttpStatusCode.Redirect, (await cas.SubmitAsync(page, Fields(desk, title))).Status);
        Assert.Equal(2, await desk.LookAsync(db => db.CaseTasks.CountAsync(t => t.CaseFile == file)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_forms_of_a_page_that_was_shown_again_are_two_forms(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas);
        await cas.SubmitAndFollowAsync(await cas.GetAsync($"/testing/files/{file}/people/households"), new() { ["Name"] = "At home" });
        var home = await desk.LookAsync(db => db.Households.Where(h => h.CaseFile == file).Select(h => h.Id).SingleAsync());
        var url = $"/testing/files/{file}/people/households/{home}";
        // Refused: both forms of the page that comes back carry the number that was sent.
        var again = await cas.SubmitAsync(await cas.GetAsync(url), new() { ["Name"] = "" }, "form.lapwing-household");
        Assert.Single(again.Html.QuerySelectorAll("[name=Once]").Select(o => o.GetAttribute("value")).Distinct());
        Assert.Equal(HttpStatusCode.Redirect, (await cas.SubmitAsync(again, new() { ["Name"] = "Grandmother's" }, "form.lapwing-household")).Status);
        await cas.SubmitAsync(again, new() { ["Who"] = (await desk.SubjectAsync(file)).Id.ToString(), ["Kind"] = "Visits" }, "form.lapwing-come");
        Assert.Equal(1, await desk.LookAsync(db => db.Stays.CountAsync(s => s.CaseFile == file)));
    }

    private static Dictionary<string, string> Fields(Desk desk, string title) => new()
    {
        ["Title"] = title, ["Owner"] = desk.Members["cas"].Id.ToString(), ["DueOn.Day"] = "1", ["DueOn.Month"] = "7", ["DueOn.Year"] = "2023",
    };
}
