using Lapwing.Modules.People;

namespace Lapwing.BrowserTests;

/// <summary>A service takes somebody on, from the offer to the end.</summary>
public sealed class SupportTests(Site site)
{
    [Fact]
    public async Task Somebody_is_taken_on_contacted_only_in_a_safe_way_measured_and_let_go()
    {
        var referral = await site.ReceiveAsync("Testina", "Supportfield", new() { MayText = true, NotSafeToTalkTo = "Anybody else at home" });
        await AskAsync(referral.Id.ToString(), "Refuge IDVA service");

        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync(Site.Place + "/support");
        await worker.PressAsync("Testina Supportfield");
        Assert.Contains("Do not ring.", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.PressAsync("Accept");
        await worker.PressAsync("Choose a worker");
        await worker.AnswerAsync(("Worker", "Cassia Workington"));
        await worker.PressAsync("Open support");

        await worker.PressAsync("Log a contact");
        await worker.AnswerAsync(("Channel", "Telephone"), ("Result", "Attempted"), ("Note", "Typed and kept"));
        await worker.PressAsync("Save this contact");
        Assert.Contains("Telephone was not a safe way", Assert.Single(await worker.ErrorsAsync()), StringComparison.Ordinal);
        Assert.Equal("Typed and kept", await worker.Page.InputValueAsync("[name=Note]"));
        await worker.AnswerAsync(("Channel", "Text"), ("Result", "Made"));
        await worker.PressAsync("Save this contact");
        Assert.Contains("First safe contact was made", await worker.MainAsync(), StringComparison.Ordinal);

        await worker.PressAsync("Outcomes at the start");
        await worker.Page.Locator("main [name^=Scores][value='2']").First.CheckAsync();
        await worker.PressAsync("Record these outcomes");
        await worker.PressAsync("About the person");
        await worker.PressAsync("Back to the person");
        await worker.PressAsync("The file: who may see it and who has looked");
        Assert.Contains("Cassia Workington", await worker.Page.Locator("#looks").InnerTextAsync(), StringComparison.Ordinal);
        await worker.OpenAsync(Site.Place + "/support?show=mine");
        await worker.PressAsync("Testina Supportfield");
        await worker.PressAsync("End support");
        await worker.PressAsync("End support");
        Assert.NotEmpty(await worker.ErrorsAsync());
        await worker.AnswerAsync(("Reason", "GoalsMet"), ("NotMeasured", "DidNotWantTo"), ("Note", "Typed for the manager"));
        await worker.PressAsync("End support");
        Assert.Contains("a manager was asked to confirm its end", await worker.MainAsync(), StringComparison.Ordinal);

        await using var manager = await site.AsAsync("manager");
        await manager.OpenAsync(new Uri(worker.Page.Url).AbsolutePath);
        Assert.Contains("Typed for the manager", await manager.MainAsync(), StringComparison.Ordinal);
        await manager.PressAsync("Support goes on");
        Assert.NotEmpty(await manager.ErrorsAsync());
        await manager.AnswerAsync(("Why", "She asked to stay a little longer"));
        await manager.PressAsync("Support goes on");
        await worker.OpenAsync(new Uri(worker.Page.Url).AbsolutePath);
        var told = await worker.MainAsync();
        Assert.Contains("She asked to stay a little longer", told, StringComparison.Ordinal);
        Assert.Contains("Typed for the manager", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_does_not_take_goes_back_with_its_reason()
    {
        var referral = await site.ReceiveAsync("Testina", "Fullfield");
        await AskAsync(referral.Id.ToString(), "Refuge IDVA service");
        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync(Site.Place + "/support");
        await worker.PressAsync("Testina Fullfield");
        await worker.PressAsync("Do not take it");
        await worker.AnswerAsync(("Reason", "NoCapacity"), ("Note", "Full until a made-up Monday."));
        await worker.PressAsync("Send it back to the front door");

        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync(Site.Place + "/worklist");
        Assert.Contains("Refuge IDVA service did not take it: no capacity", await door.MainAsync(), StringComparison.Ordinal);
    }

    private async Task AskAsync(string referral, string service)
    {
        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync($"{Site.Place}/referrals/{referral}/route");
        await door.Page.GetByLabel(service).CheckAsync();
        await door.PressAsync("Ask this service");
    }
}
