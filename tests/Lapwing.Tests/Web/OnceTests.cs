using System.Net;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Tests.Modules.Casework.Notes;
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

    private static Dictionary<string, string> Fields(Desk desk, string title) => new()
    {
        ["Title"] = title, ["Owner"] = desk.Members["cas"].Id.ToString(), ["DueOn.Day"] = "1", ["DueOn.Month"] = "7", ["DueOn.Year"] = "2023",
    };
}
