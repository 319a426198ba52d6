using Lapwing.Modules.People;

namespace Lapwing.BrowserTests;

/// <summary>A note is typed, the session is lost, and the note is found again; words that would be a program stay words.</summary>
public sealed class NoteTests(Site site)
{
    [Fact]
    public async Task What_is_typed_is_kept_by_itself_found_again_after_the_session_and_signed()
    {
        var file = await TakeOnAsync("Testina", "Notefield");
        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync($"{file}/timeline");
        await worker.PressAsync("Write a note");
        await worker.AnswerAsync(("Kind", "Visit"), ("At", "0:05"), ("Words", "She has changed the made-up locks <img src=x onerror=window.pwned=1>"));
        await worker.Page.GetByText("Saved at").WaitForAsync();
        Assert.Equal("0", await worker.Page.EvaluateAsync<string>("() => String(localStorage.length + sessionStorage.length)"));

        // There is no connection, and then there is one again.
        await worker.Page.Context.SetOfflineAsync(true);
        await worker.Page.Locator("[name=Words]").PressSequentiallyAsync(" and sleeps again");
        await worker.Page.GetByText("Not saved: there is no connection").WaitForAsync();
        await worker.Page.Context.SetOfflineAsync(false);
        await worker.Page.GetByText("Saved at").WaitForAsync();
        // The session is over while somebody types.
        await worker.Page.Context.ClearCookiesAsync();
        await worker.Page.Locator("[name=Words]").PressSequentiallyAsync(" never kept");
        await worker.Page.GetByText("Not saved: your session has ended").WaitForAsync();

        await using var again = await site.VisitAsync();
        await again.SignInAsync("caseworker@barking-and-dagenham.example");
        await again.OpenAsync(Site.Place + "/work");
        await again.OpenAsync($"{file}/timeline");
        await again.Page.GetByText("Go on with the note of").ClickAsync();
        await again.Page.WaitForURLAsync("**/timeline/write?draft=*");
        Assert.Equal("She has changed the made-up locks <img src=x onerror=window.pwned=1> and sleeps again", await again.Page.InputValueAsync("[name=Words]"));
        Assert.Equal("0:05", await again.Page.InputValueAsync("[name=At]"));
        await again.PressAsync("Sign this note");
        Assert.Contains("The note is signed", await again.MainAsync(), StringComparison.Ordinal);
        await again.PressAsync("Correct this note");
        await again.OpenAsync($"{file}/timeline");
        Assert.Contains("<img src=x onerror=window.pwned=1>", await again.MainAsync(), StringComparison.Ordinal);
        Assert.False(await again.Page.EvaluateAsync<bool>("() => 'pwned' in window"));
    }

    [Fact]
    public async Task A_plan_is_written_and_everything_around_it_can_be_used_by_everybody()
    {
        var file = await TakeOnAsync("Testina", "Planfield");
        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync($"{file}/plan");
        await worker.PressAsync("Write the safety plan");
        await worker.PressAsync("Save this version");
        Assert.NotEmpty(await worker.ErrorsAsync());
        await worker.AnswerAsync(("Words[home]", "A made-up way out"), ("ReviewOn.Day", "1"), ("ReviewOn.Month", "7"), ("ReviewOn.Year", "2030"));
        await worker.PressAsync("Save this version");
        Assert.Contains("A made-up way out", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.PressAsync("All versions of the safety plan");
        await worker.OpenAsync($"{file}/plan");
        await worker.PressAsync("Set a task");
        await worker.AnswerAsync(("Title", "Fetch the made-up key"), ("DueOn.Day", "1"), ("DueOn.Month", "7"), ("DueOn.Year", "2030"));
        await worker.PressAsync("Set this task");
        await worker.PressAsync("Fetch the made-up key");
        await worker.OpenAsync($"{file}/documents");
        await worker.PressAsync("Add a document");
        await worker.OpenAsync($"{file}/outcomes");
        await worker.OpenAsync(Site.Place + "/work");
    }

    private async Task<string> TakeOnAsync(string given, string family)
    {
        var referral = await site.ReceiveAsync(given, family, new SafeContact { MayRing = true });
        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync($"{Site.Place}/referrals/{referral.Id}/route");
        await door.Page.GetByLabel("Refuge IDVA service").CheckAsync();
        await door.PressAsync("Ask this service");
        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync(Site.Place + "/support");
        await worker.PressAsync($"{given} {family}");
        await worker.PressAsync("Accept");
        await worker.PressAsync("Choose a worker");
        await worker.AnswerAsync(("Worker", "Cassia Workington"));
        await worker.PressAsync("Open support");
        return $"{Site.Place}/files/{referral.CaseFile}";
    }
}
