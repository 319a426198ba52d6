namespace Lapwing.BrowserTests;

/// <summary>Threat case 15: the next person at the same computer presses back, opens the address again, or pulls the cable.</summary>
public sealed class SharedComputerTests(Site site)
{
    private const string Name = "Testina Backfield";

    [Fact]
    public async Task After_signing_out_nothing_comes_back_by_back_by_address_or_without_a_connection()
    {
        var referral = await site.ReceiveAsync("Testina", "Backfield");
        string[] pages = [$"{Site.Place}/referrals/{referral.Id}", $"{Site.Place}/files/{referral.CaseFile}", $"{Site.Place}/referrals/{referral.Id}/contact"];
        foreach (var page in pages)
        {
            await using var visitor = await site.VisitAsync();
            await visitor.SignInAsync("frontdoor@barking-and-dagenham.example");
            await visitor.OpenAsync(page);
            Assert.Contains(Name, await visitor.Page.InnerTextAsync("body"), StringComparison.Ordinal);
            await visitor.PressAsync("Sign out");

            for (var back = 0; back < 3; back++)
            {
                await visitor.Page.EvaluateAsync("history.back()");
                await visitor.Page.WaitForTimeoutAsync(300);
                await visitor.Page.WaitForLoadStateAsync();
                Assert.DoesNotContain(Name, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
            }
            await visitor.Page.GotoAsync(site.Address + page);
            Assert.DoesNotContain(Name, await visitor.Page.ContentAsync(), StringComparison.Ordinal);
            Assert.Equal("Sign in", await visitor.InAnotherTabAsync(site.Address + page));
            // Nothing was left behind that a page could read: no storage, no worker, no cache.
            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("""
                async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length
                """));
            await visitor.OfflineAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => visitor.Page.GotoAsync(site.Address + page));
        }
    }
}
