namespace Lapwing.BrowserTests;

/// <summary>The register of a session is taken with one absence, which sets the keyworker's safety check for today.</summary>
public sealed class GroupTests(Site site)
{
    [Fact]
    public async Task A_register_with_one_absence_sets_a_safety_check_for_today()
    {
        var (name, places) = await site.PlanGroupAsync("Camina", "Absentina");
        await using var worker = await site.AsAsync("phoenix");
        await worker.OpenAsync(Site.Place + "/groups");
        await worker.PressAsync(name);
        await worker.PressAsync("Session 1");
        await worker.PressAsync("Take the register");
        Assert.Equal(2, (await worker.ErrorsAsync()).Count);
        await worker.AnswerAsync(($"Marks[{places[0]}]", "Came"), ($"Marks[{places[1]}]", "Absent"));
        await worker.PressAsync("Take the register");
        var main = await worker.MainAsync();
        Assert.Contains("What the absences set going", main, StringComparison.Ordinal);
        Assert.Contains("The school was not told", main, StringComparison.Ordinal);

        await worker.PressAsync("Task of Fenella Ashby about Absentina Madeup");
        Assert.Contains("Safety check today: absent from session 1 of Plover Camina", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.OpenAsync(Site.Place + "/work");
        Assert.Contains("Absentina Madeup", await worker.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_can_use_the_pages_around_a_group()
    {
        var (name, _) = await site.PlanGroupAsync("Lookina");
        await using var manager = await site.AsAsync("phoenix");
        await manager.OpenAsync(Site.Place + "/groups/edit");
        await manager.PressAsync("Save");
        Assert.NotEmpty(await manager.ErrorsAsync());
        await manager.OpenAsync(Site.Place + "/groups");
        await manager.PressAsync("Wellbeing with Lookina");
        await manager.PressAsync("Plan a group");
        await manager.PressAsync("Plan it");
        Assert.NotEmpty(await manager.ErrorsAsync());
        await manager.PressAsync("Back to the programme");
        await manager.PressAsync("Name a facilitator");
        await manager.PressAsync("Back to the programme");
        await manager.OpenAsync(Site.Place + "/groups");
        await manager.PressAsync(name);
        await manager.PressAsync("Give somebody a place");
        await manager.PressAsync("Back to the group");
        await manager.PressAsync("Lookina Madeup");
        await manager.PressAsync("Move or leave");
        await manager.PressAsync("Back to the place");
        await manager.PressAsync("Record what they say before");
        await manager.PressAsync("Back to the place");
        await manager.PressAsync("Back to the groups of this file");
        await manager.PressAsync("Wellbeing with Lookina");
        await manager.PressAsync("Say what is known now");
        await manager.PressAsync("Back");
        await manager.PressAsync("Back to the groups of this file");
        await manager.PressAsync("Ask for a place in a group");
        await manager.PressAsync("Save");
        Assert.NotEmpty(await manager.ErrorsAsync());
    }
}
