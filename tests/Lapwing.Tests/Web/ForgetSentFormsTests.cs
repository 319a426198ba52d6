using Lapwing.Access;
using Lapwing.Jobs;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Directory;
using Lapwing.Tests.Modules.Casework.Notes;
using Lapwing.Tests.Modules.Referrals.Triage;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lapwing.Tests.Web;

public sealed class ForgetSentFormsTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Forms_are_forgotten_after_the_days_that_the_partnership_keeps_them_every_day_again(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var runner = new JobRunner(desk.App.Services, desk.App.Partnerships, desk.App.Clock, NullLogger<JobRunner>.Instance);
        using (var cas = await desk.AsAsync("cas"))
            await AddTaskAsync(desk, cas, "Old");
        var before = await desk.LookAsync(db => db.DoneOnce.CountAsync());
        Assert.True(before > 0);
        await RunAsync();
        Assert.Equal(before, await desk.LookAsync(db => db.DoneOnce.CountAsync()));

        desk.App.Clock.Advance(TimeSpan.FromDays(31));
        using var again = await desk.AsAsync("cas");
        await AddTaskAsync(desk, again, "New");
        var all = await desk.LookAsync(db => db.DoneOnce.CountAsync());
        await RunAsync();
        var left = await desk.LookAsync(db => db.DoneOnce.ToListAsync());
        Assert.Equal(all - before, left.Count);
        Assert.All(left, form => Assert.True(form.At > desk.App.Now.AddDays(-30)));
        // What the forms made stays.
        Assert.Equal(2, await desk.LookAsync(db => db.CaseTasks.CountAsync()));

        // Asked again on the same day there is nothing to do; a partnership may keep them for less.
        await runner.PlanAsync("testing", default);
        Assert.False(await runner.RunNextAsync("testing", default));
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            db.Settings.Add(StoredSettings.Keep(act, AccessSettings.Concern, new AccessSettings { FormDays = 1 }));
            await db.SaveAsync(act);
        }
        desk.App.Clock.Advance(TimeSpan.FromDays(2));
        await RunAsync();
        Assert.Equal(0, await desk.LookAsync(db => db.DoneOnce.CountAsync()));
        Assert.Equal(3, await desk.LookAsync(db => db.Jobs.CountAsync(j => j.Kind == nameof(ForgetSentForms) && j.State == JobState.Done)));

        async Task RunAsync()
        {
            await runner.PlanAsync("testing", default);
            await runner.PlanAsync("testing", default); // one that waits is enough
            while (await runner.RunNextAsync("testing", default))
            {
            }
        }
    }

    [Theory]
    [InlineData(0), InlineData(366)]
    public void A_form_is_remembered_for_a_day_to_a_year(int days) =>
        Assert.Equal("A sent form is remembered for 1 to 365 days", Assert.Single(new AccessSettings { FormDays = days }.Problems()).Message);

    private static async Task AddTaskAsync(Desk desk, TestBrowser cas, string title)
    {
        var file = await desk.FileAsync(cas);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), new() { ["Title"] = title, ["Owner"] = desk.Members["cas"].Id.ToString(), ["DueOn.Day"] = "1", ["DueOn.Month"] = "12", ["DueOn.Year"] = "2023" });
    }
}
