using Lapwing.Modules.Referrals;

namespace Lapwing.BrowserTests;

/// <summary>Two administrators agree on a partner; a worker hands somebody over, sees what goes before it goes, and takes it back.</summary>
public sealed class HandoverTests(Site site)
{
    [Fact]
    public async Task Two_administrators_agree_on_a_partner_and_a_worker_hands_over_and_takes_back()
    {
        var referral = await site.ReceiveAsync("Testina", "Handfield");
        await using (var first = await site.AsAsync("administrator"))
        {
            await first.OpenAsync(Site.Place + "/partners");
            await first.PressAsync("Propose a partner");
            await first.PressAsync("Propose this partner");
            Assert.NotEmpty(await first.ErrorsAsync());
            await first.AnswerAsync(("Which", "drive-east-area"));
            await first.PressAsync("Propose this partner");
            Assert.Contains("another administrator confirms it", await first.MainAsync(), StringComparison.Ordinal);
        }
        await using (var second = await site.AsAsync("administrator2"))
        {
            await second.OpenAsync(Site.Place + "/partners");
            await second.PressAsync("Confirm Drive in the East Area");
            Assert.Contains("Confirmed", await second.MainAsync(), StringComparison.Ordinal);
            await second.OpenAsync(Site.Place + "/partners/inbox");
        }
        await using var worker = await site.AsAsync("frontdoor");
        await worker.OpenAsync($"{Site.Place}/files/{referral.CaseFile}/handover");
        await worker.PressAsync("Hand over to another partnership");
        await worker.PressAsync("Show what will be sent");
        Assert.NotEmpty(await worker.ErrorsAsync());
        await worker.AnswerAsync(("To", "Drive in the East Area"), ("Purpose", "SharedPlace"), ("Basis", "Consent"), ("Parts", "Subject"), ("Reasons", "A made-up reason"));
        var last = DateTime.UnixEpoch.AddSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddDays(20);
        await worker.AnswerAsync(("Until.Day", $"{last.Day}"), ("Until.Month", $"{last.Month}"), ("Until.Year", $"{last.Year}"));
        await worker.PressAsync("Show what will be sent");
        Assert.Contains("This is what will be sent, and nothing else", await worker.MainAsync(), StringComparison.Ordinal);
        Assert.Contains("Testina Handfield", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.PressAsync("Send exactly this");
        Assert.Contains("On its way", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.Page.GetByText("Take this handover back").ClickAsync();
        await worker.Page.Locator("form.lapwing-recall select").SelectOptionAsync("NoLongerNeeded");
        await worker.PressAsync("Take it back");
        Assert.Contains("You took it back", await worker.MainAsync(), StringComparison.Ordinal);
    }
}
