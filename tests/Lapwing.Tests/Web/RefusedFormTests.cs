using System.Net;
using AngleSharp.Html.Dom;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.People.Family;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Modules.Risk.Roles;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Casework.Notes;
using Lapwing.Tests.Modules.People.Family;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Web;

/// <summary>Nothing typed is lost: every form of a case file is sent, refused, and must come back with every word.</summary>
public sealed class RefusedFormTests
{
    private const string Header = "X-Refuse";

    /// <summary>The pages of a file with a form, beside those to which its pages lead.</summary>
    private static readonly string[] Parts =
    [
        "contact/method", "contact/address", "contact/change", "contact/incident", "contact/letter?template=0", "contact/message", "access/share", "access/wall", "access/restrict",
        "timeline/write", "timeline/supervision", "plan/task", "plan/write?kind=Safety", "plan/write?kind=Support",
        "risk/changed", "risk/marac", "risk/received", "risk/assess", "risk/roles/say", "risk/roles/screen", "risk/roles/decide", "risk/roles/action", "people/person",
    ];

    /// <summary>Refuses after the form was bound and before the page's handler ran, as a rule does.</summary>
    private sealed class RefuseWhenAsked : IAsyncPageFilter, IOrderedFilter
    {
        public int Order => int.MaxValue;

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
            context.HttpContext.Request.Headers.ContainsKey(Header) ? throw new RuleBroken("refused", "The test refuses this.") : next();
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_form_of_a_case_file_that_is_refused_comes_back_with_everything_that_was_typed(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine, configure: builder => builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new RefuseWhenAsked())));
        using var cas = await desk.AsAsync("cas");
        var (file, starts) = await FillAsync(desk, cas);
        var (faults, forms, fields) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var who in new[] { "cas", "max", "ann" })
        {
            using var browser = await desk.AsAsync(who);
            var (seen, waiting) = (new HashSet<string>(), new Queue<string>(starts));
            while (waiting.TryDequeue(out var url))
            {
                if (!seen.Add(url) || seen.Count > 400)
                    continue;
                var page = await browser.GetAsync(url);
                if (page.Status != HttpStatusCode.OK)
                    continue;
                foreach (var link in page.Html.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(href => IsOfTheFile(href, file)))
                    waiting.Enqueue(link);
                foreach (var form in page.Html.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(f => f.Enctype != "multipart/form-data"))
                    if (await RefuseAsync(browser, page, form, faults) is > 0 and var typed)
                        (_, fields) = (forms.Add($"{new Uri("http://x" + url).AbsolutePath}{form.GetAttribute("action")} {form.ClassName}"), fields + typed);
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        Assert.True(forms.Count >= 30 && fields >= 150, $"Only {forms.Count} forms with {fields} fields were sent:\n{string.Join('\n', forms.Order())}");
    }

    /// <summary>The form is gone, because a colleague was faster; the words are not.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Words_whose_form_is_gone_because_a_colleague_was_faster_are_given_back(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var max = await desk.AsAsync("max");
        var (file, _) = await FillAsync(desk, cas);
        var task = TaskModel.Url("testing", file, await desk.LookAsync(db => db.CaseTasks.Where(t => t.CaseFile == file).Select(t => t.Id).FirstAsync()));
        var incident = IncidentModel.Url("testing", file, await desk.LookAsync(db => db.Incidents.Where(i => i.CaseFile == file).Select(i => i.Id).SingleAsync()));
        var episode = EpisodeModel.Url("testing", await desk.LookAsync(db => db.SupportEpisodes.Where(e => e.CaseFile == file).Select(e => e.Id).SingleAsync()));
        foreach (var (url, first, late, words) in new (string, Func<TestPage, Task<TestPage>>, Func<TestPage, Task<TestPage>>, string)[]
        {
            (task, page => max.SubmitAsync(page, [], "form.lapwing-finish"), page => cas.SubmitAsync(page, new() { ["Result"] = "What became of this task" }, "form.lapwing-finish"), "What became of this task"),
            (incident, page => max.SubmitAsync(page, new() { ["Reason"] = "Faster made-up reasons" }), page => cas.SubmitAsync(page, new() { ["Reason"] = "Slower made-up reasons" }), "Slower made-up reasons"),
            (episode, page => max.SubmitAsync(page, [], "form.lapwing-confirm-end"), page => max.SubmitAsync(page, new() { ["Why"] = "Why support should go on" }, "form.lapwing-refuse-end"), "Why support should go on"),
        })
        {
            var (open, others) = (await (url == episode ? max : cas).GetAsync(url), await max.GetAsync(url));
            Assert.Equal(HttpStatusCode.Redirect, (await first(others)).Status);
            var refused = await late(open);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(words, refused.Html.QuerySelector("#typed")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite)]
    public async Task What_is_shown_again_in_its_form_is_not_given_back_a_second_time_and_a_password_never(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (file, _) = await FillAsync(desk, cas);
        var again = await cas.SubmitAsync(await cas.GetAsync(AddIncidentModel.Url("testing", file)), new() { ["Account"] = "Words that stand in their field" });
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Null(again.Html.QuerySelector("#typed"));
        var secret = await cas.SubmitAsync(await cas.GetAsync("/account/password"), new() { ["Current"] = "not my password", ["New"] = "a new one of mine" });
        Assert.DoesNotContain("a new one of mine", secret.Text, StringComparison.Ordinal);
    }

    private static bool IsOfTheFile(string href, Id<CaseFile> file) => href.StartsWith($"/testing/files/{file}", StringComparison.Ordinal) && !href.Contains("/documents/", StringComparison.Ordinal);

    /// <summary>Sends the form with words of its own in each field, refused.</summary>
    /// <returns>How many fields it has.</returns>
    private static async Task<int> RefuseAsync(TestBrowser browser, TestPage page, IHtmlFormElement form, List<string> faults)
    {
        var typed = form.Elements.Where(IsTyped).Select((field, n) => (Name: field.GetAttribute("name")!, Words: $"Zq {n} typed words")).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Words);
        if (typed.Count == 0)
            return 0;
        form.SetAttribute("data-sent", "now");
        var fields = TestBrowser.FieldsOf(page, typed, "form[data-sent=now]");
        form.RemoveAttribute("data-sent");
        var action = form.GetAttribute("action") is { Length: > 0 } to ? to : page.Address;
        var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(Header, "1");
        var answer = await browser.SendAsync(request);
        if (answer.Status != HttpStatusCode.UnprocessableEntity)
            faults.Add($"{action}: answered {(int)answer.Status}");
        foreach (var (name, words) in typed)
            if (!answer.Html.QuerySelectorAll($"[name='{name}']").Any(field => (field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value")) == words))
                faults.Add($"{action}: {name} is lost{(answer.Html.QuerySelector("#typed")?.TextContent.Contains(words, StringComparison.Ordinal) == true ? " to its field" : "")}");
        return typed.Count;
    }

    private static bool IsTyped(AngleSharp.Dom.IElement field) => field.GetAttribute("name") is { Length: > 0 }
        && (field is IHtmlTextAreaElement || field is IHtmlInputElement { Type: "text" or "email" or "tel" or "search" or "date" or "time" } input && input.InputMode() is null);

    /// <summary>A file with something of everything in it.</summary>
    private static async Task<(Id<CaseFile> File, string[] Starts)> FillAsync(Desk desk, TestBrowser cas)
    {
        var (referral, episode) = await desk.OpenAsync(cas, new() { Given = "Refusina" });
        var file = referral.CaseFile;
        var (subject, harmer) = (await desk.SubjectAsync(file), await desk.AddPersonAsync(cas, file, "Made", "Harmer", "SaidToCauseHarm"));
        await desk.AddPersonAsync(cas, file, "Made", "Child", "Child", new() { ["Input.Age"] = "9" });
        await PostAsync(RelationshipModel.AddUrl("testing", file), new() { ["Input.One"] = $"{subject.Id}", ["Input.Other"] = $"{harmer.Id}", ["Input.Connection"] = "WereMarried", ["Input.SaidBy"] = "ThePerson", ["Input.Status"] = "Alleged" });
        await PostAsync(HouseholdModel.AddUrl("testing", file), new() { ["Name"] = "At home" });
        await PostAsync(OrderEditModel.AddUrl("testing", file), new() { ["Input.Kind"] = "NonMolestation", ["Input.IssuedOn.Day"] = "5", ["Input.IssuedOn.Month"] = "6", ["Input.IssuedOn.Year"] = "2023", ["Input.Protects"] = $"{subject.Id}", ["Input.Binds"] = $"{harmer.Id}" });
        await PostAsync(AddIncidentModel.Url("testing", file), new() { ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023", ["Kinds"] = "Violence", ["Source"] = "Police" });
        await PostAsync(SayModel.Url("testing", file), new() { ["IsHarmed"] = "true", ["Other"] = $"{harmer.Id}", ["Source"] = "ThePersonHarmed", ["On.Day"] = "5", ["On.Month"] = "6", ["On.Year"] = "2023" });
        await PostAsync(AddTaskModel.Url("testing", file), new() { ["Title"] = "A task", ["Owner"] = $"{desk.Members["cas"].Id}", ["DueOn.Day"] = "1", ["DueOn.Month"] = "7", ["DueOn.Year"] = "2023" });
        await PostAsync(WritePlanModel.Url("testing", file, PlanKind.Safety), new() { ["Words[signs]"] = "Made-up words", ["Owner"] = $"{desk.Members["cas"].Id}", ["ReviewOn.Day"] = "1", ["ReviewOn.Month"] = "7", ["ReviewOn.Year"] = "2023" });
        await cas.SubmitAndFollowAsync(await cas.GetAsync(PlanModel.Url("testing", file)), [], "form.lapwing-submit-safety");
        await PostAsync(EndModel.Url("testing", episode), new() { ["Reason"] = "GoalsMet", ["NotMeasured"] = "TooShort" });
        var support = EpisodeModel.Url("testing", episode);
        var received = $"/testing/referrals/{referral.Id}";
        return (file, [FileModel.Url("testing", file), support, support + "/about", support + "/end", support + "/decline", support + "/outcomes", support + "/worker", received, received + "/contact", received + "/assess", received + "/route", received + "/decline",
            .. Parts.Select(part => $"/testing/files/{file}/{part}")]);

        async Task PostAsync(string url, Dictionary<string, string> fields) => await cas.SubmitAndFollowAsync(await cas.GetAsync(url), fields);
    }
}

file static class InputModes
{
    /// <summary>A number is not words.</summary>
    public static string? InputMode(this AngleSharp.Html.Dom.IHtmlInputElement input) => input.GetAttribute("inputmode");
}
