using Microsoft.Playwright;

namespace Lapwing.BrowserTests;

/// <summary>The front door at work.</summary>
public sealed class TriageTests(Site site)
{
    [Fact]
    public async Task A_referral_is_found_at_work_claimed_assessed_and_sent_on_with_the_reasons_of_the_rules_in_sight()
    {
        await site.ReceiveAsync("Testina", "Triagefield");
        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync(Site.Place);
        await door.PressAsync("Worklist");
        await door.PressAsync("Testina Triagefield");
        Assert.Contains("Use the code phrase: About the library books", await door.MainAsync(), StringComparison.Ordinal);
        await door.PressAsync("Claim");
        Assert.Contains("You claimed this referral", await door.MainAsync(), StringComparison.Ordinal);

        await door.PressAsync("Assess the risk");
        foreach (var yes in (await door.Page.Locator("[name^=Answers][value=Yes]").AllAsync()).Take(15))
            await yes.CheckAsync();
        await door.PressAsync("Complete the assessment");
        // Among the fifteen are some that lead to further questions.
        Assert.NotEqual(0, await door.Page.Locator("[name=Step][value=questions]").CountAsync());
        await door.PressAsync("Complete the assessment");
        Assert.Equal("Risk assessment: high", await door.HeadingAsync());
        await door.PressAsync("Choose a service");

        var idva = door.Page.Locator(".govuk-radios__item", new() { HasText = "Refuge IDVA service" });
        Assert.Contains("An IDVA speaks and acts for people at high risk", await idva.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Ruled out.", await door.MainAsync(), StringComparison.Ordinal);
        await door.PressAsync("Ask this service");
        Assert.NotEmpty(await door.ErrorsAsync());
        await door.Page.GetByLabel("Refuge IDVA service").CheckAsync();
        await door.PressAsync("Ask this service");
        Assert.Contains("Refuge IDVA service has been asked", await door.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_referral_is_declined_only_with_a_reason_that_says_enough()
    {
        var referral = await site.ReceiveAsync("Testina", "Declinefield");
        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync($"{Site.Place}/referrals/{referral.Id}");
        await door.PressAsync("Decline");
        await door.AnswerAsync(("Reason", "CouldNotBeReachedSafely"));
        await door.PressAsync("Decline this referral");
        Assert.NotEmpty(await door.ErrorsAsync());
        Assert.True(await door.Page.Locator("[value=CouldNotBeReachedSafely]").IsCheckedAsync());
        await door.AnswerAsync(("Note", "Rung at three made-up times, nobody answered."), ("LookedElsewhere", "true"));
        await door.PressAsync("Decline this referral");
        Assert.Contains("Declined on", await door.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_and_the_second_sees_what_the_first_did_and_finds_what_was_typed()
    {
        var referral = await site.ReceiveAsync("Testina", "Twofield");
        await using var first = await site.AsAsync("frontdoor");
        await using var second = await site.AsAsync("frontdoor2");
        await second.OpenAsync($"{Site.Place}/referrals/{referral.Id}/decline");
        await second.AnswerAsync(("Reason", "SurvivorDeclined"), ("Note", "What the second typed."));

        await first.OpenAsync($"{Site.Place}/referrals/{referral.Id}");
        await first.PressAsync("Claim");

        await second.PressAsync("Decline this referral");
        Assert.Contains("Somebody else changed this referral", Assert.Single(await second.ErrorsAsync()), StringComparison.Ordinal);
        Assert.Contains("Frances Doorley", await second.MainAsync(), StringComparison.Ordinal);
        Assert.Equal("What the second typed.", await second.Page.InputValueAsync("[name=Note]"));
    }

    [Fact]
    public async Task Somebody_is_found_by_the_sound_of_the_name()
    {
        await site.ReceiveAsync("Stephanie", "Searchfield");
        await using var door = await site.AsAsync("frontdoor");
        await door.OpenAsync(Site.Place + "/search");
        await door.PressAsync("Search");
        Assert.NotEmpty(await door.ErrorsAsync());
        await door.AnswerAsync(("Name", "Stefanie Serchfield"));
        await door.PressAsync("Search");
        Assert.Contains("Stephanie Searchfield", await door.MainAsync(), StringComparison.Ordinal);
    }
}
