using Lapwing.Modules.Accounts;

namespace Lapwing.BrowserTests;

/// <summary>Signing in with a second step, by keyboard alone, and without JavaScript.</summary>
public sealed class SigningInTests(Site site)
{
    [Fact]
    public async Task Somebody_sets_up_an_authenticator_and_signs_in_with_it()
    {
        var email = await site.NewAccountAsync("second-step");
        await using var visitor = await site.VisitAsync();
        await visitor.SignInAsync(email, Site.Password);
        await visitor.OpenAsync("/account");
        await visitor.OpenAsync("/account/authenticator");
        var secret = await visitor.Page.Locator("li code").InnerTextAsync();
        await visitor.AnswerAsync(("Code", "000000"), ("Password", "wrong"));
        await visitor.PressAsync("Start using the app");
        Assert.NotEmpty(await visitor.ErrorsAsync());
        await visitor.AnswerAsync(("Code", Code(secret, later: 0)), ("Password", Site.Password));
        await visitor.PressAsync("Start using the app");
        Assert.Equal("Keep your recovery codes", await visitor.HeadingAsync());
        await visitor.PressAsync("I have kept them");
        await visitor.PressAsync("Sign out");

        await visitor.SignInAsync(email, Site.Password);
        Assert.Equal("Enter your code", await visitor.HeadingAsync());
        await visitor.AnswerAsync(("Code", Code(secret, later: 1))); // a code works once; the next is good half a minute early
        await visitor.PressAsync("Continue");
        await visitor.OpenAsync("/account");
        Assert.Contains("recovery codes left", await visitor.MainAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_from_signing_in_to_claiming_a_referral_works_with_the_keyboard_alone()
    {
        await site.ReceiveAsync("Testina", "Keyfield");
        await using var visitor = await site.VisitAsync();
        await visitor.OpenAsync("/sign-in");
        await visitor.TabToAsync("Skip to main content");
        await visitor.TabToAsync("E-mail address");
        await visitor.Page.Keyboard.TypeAsync("frontdoor2@barking-and-dagenham.example");
        await visitor.TabToAsync("Password");
        await visitor.Page.Keyboard.TypeAsync(Demonstration.DemonstrationDirectory.Password);
        await visitor.LeaveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
        foreach (var place in new[] { "Worklist", "Testina Keyfield", "Claim" })
        {
            await visitor.TabToAsync(place);
            await visitor.LeaveAsync(() => visitor.Page.Keyboard.PressAsync("Enter"));
        }
        await visitor.Page.Locator("#standing", new() { HasText = "You claimed this referral" }).WaitForAsync();
    }

    [Fact]
    public async Task A_survivor_without_javascript_sends_and_a_member_signs_in()
    {
        await using var visitor = await site.VisitAsync(javaScript: false);
        await visitor.OpenAsync(Site.Place + "/get-help");
        await visitor.PressAsync("Start");
        await visitor.PressAsync("Continue");
        Assert.NotEmpty(await visitor.ErrorsAsync());
        await visitor.WalkAsync(answers: Referring.Few);
        await visitor.PressAsync("Send");
        Assert.Contains("We have received it", await visitor.MainAsync(), StringComparison.Ordinal);

        await visitor.SignInAsync("frontdoor@barking-and-dagenham.example");
        await visitor.OpenAsync(Site.Place + "/worklist");
        Assert.Equal("Worklist", await visitor.HeadingAsync());
        await visitor.OpenAsync(Site.Place + "/get-help");
        await visitor.ExitAsync(() => visitor.Page.Locator(".govuk-exit-this-page__button").ClickAsync());
    }

    private static string Code(string typed, int later)
    {
        var bits = string.Concat(typed.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)).ToArray();
        return AuthenticatorCode.Of(secret, AuthenticatorCode.StepOf(TimeProvider.System.GetUtcNow()) + later);
    }
}
