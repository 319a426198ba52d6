using System.Net;
using Lapwing.Access;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Casework.Working;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

public sealed class TaskTests(Desks desks) : IClassFixture<Desks>
{
    private static Dictionary<string, string> Task(Desk desk, string title, string who = "cas", string day = "1") => new()
    {
        ["Title"] = title, ["Owner"] = desk.Members[who].Id.ToString(), ["DueOn.Day"] = day, ["DueOn.Month"] = "6", ["DueOn.Year"] = "2023",
    };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_task_is_somebodys_work_until_it_is_done_and_what_is_overdue_comes_first(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var file = await desk.FileAsync(cas, "Taskina");
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), Task(desk, "Ring the made-up landlord", day: "20"));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), Task(desk, "Fetch the made-up letter"));
        Assert.Equal(["Say what is to be done"], (await cas.SubmitAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), Task(desk, ""))).Errors);
        Assert.Equal(["Choose who will do it"], (await cas.SubmitAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), Task(desk, "x", "dee"))).Errors);

        var work = await cas.GetAsync(WorkModel.Url("testing"));
        var rows = work.Html.QuerySelectorAll(".lapwing-work-tasks tbody tr").Select(r => r.TextContent).Where(r => r.Contains("Taskina", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("made-up letter", rows[0], StringComparison.Ordinal);
        Assert.Contains("Overdue", rows[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Overdue", rows[1], StringComparison.Ordinal);

        var task = await desk.LookAsync(db => db.CaseTasks.Where(t => t.CaseFile == file && t.DueOn == new DateOnly(2023, 6, 1)).SingleAsync());
        var (mine, theirs) = (await cas.GetAsync(TaskModel.Url("testing", file, task.Id)), await eve.GetAsync(TaskModel.Url("testing", file, task.Id)));
        await cas.SubmitAndFollowAsync(mine, Task(desk, "Fetch both made-up letters"), "form.lapwing-change");
        var refused = await eve.SubmitAsync(theirs, Task(desk, "Fetch no letter", "eve"), "form.lapwing-change");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Fetch both made-up letters", refused.Html.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Fetch no letter", refused.Html.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Say why this task is dropped."], (await cas.PressAsync(await cas.GetAsync(mine.Address), "Drop", [], "form.lapwing-finish")).Errors);
        var done = await cas.SubmitAndFollowAsync(await cas.GetAsync(mine.Address), new() { ["Result"] = "Fetched" }, "form.lapwing-finish");
        Assert.Contains("Fetch both made-up letters", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up letters", (await cas.GetAsync(WorkModel.Url("testing"))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_a_supervision_agrees_becomes_tasks_and_the_manager_sees_the_load_of_the_team(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var max = await desk.AsAsync("max");
        var file = await desk.FileAsync(cas, "Supervisa");
        var form = await max.GetAsync(SupervisionModel.Url("testing", file));
        Assert.Equal(HttpStatusCode.Forbidden, (await cas.GetAsync(form.Address)).Status);
        var bad = await max.SubmitAsync(form, new() { ["Words"] = "Risk was discussed", ["Actions[0].Title"] = "Ask about the made-up dog" });
        Assert.Equal(["Action 1: choose who will do it", "Action 1: enter the day by which it is done"], bad.Errors.Order());

        var note = await max.SubmitAndFollowAsync(bad, new()
        {
            ["Actions[0].Owner"] = desk.Members["cas"].Id.ToString(), ["Actions[0].DueOn.Day"] = "2", ["Actions[0].DueOn.Month"] = "6", ["Actions[0].DueOn.Year"] = "2023",
        });

        Assert.Contains("Risk was discussed", note.Text, StringComparison.Ordinal);
        var task = await desk.LookAsync(db => db.CaseTasks.SingleAsync(t => t.CaseFile == file));
        Assert.Equal((desk.Members["cas"].Id, desk.Members["max"].Id), (task.Owner, task.SetBy));
        Assert.Contains(note.Address, (await cas.GetAsync(TaskModel.Url("testing", file, task.Id))).Text, StringComparison.Ordinal);
        var load = (await max.GetAsync(TeamModel.Url("testing"))).Html.QuerySelectorAll("#load tbody tr").Single(r => r.Children[0].TextContent == "cas");
        var (open, overdue) = await desk.LookAsync(async db => (await db.SupportEpisodes.CountAsync(e => e.Worker == desk.Members["cas"].Id && e.Status == Lapwing.Modules.Casework.EpisodeStatus.Open),
            await db.CaseTasks.CountAsync(t => t.Owner == desk.Members["cas"].Id && t.DoneAt == null && t.DueOn < new DateOnly(2023, 6, 6))));
        Assert.Equal(($"{open}", $"{overdue}"), (load.Children[1].TextContent, load.Children[4].TextContent));
    }
}
