using System.Globalization;
using Lapwing.Access;

namespace Lapwing.BrowserTests;

/// <summary>The programme opens a pool, a borough's request comes before the panel, and a place is offered, accepted and begun. Every page is looked at on the way.</summary>
public sealed class PlaceTests(Site site)
{
    private const string Place = "/drive-east-area";

    [Fact]
    public async Task A_pool_is_opened_and_a_place_goes_from_the_request_to_the_work()
    {
        var year = TimeProvider.System.GetUtcNow().Year;
        await using var programme = await AsAsync("programme");
        await programme.OpenAsync(Place + "/places");
        await programme.PressAsync("Open a pool");
        await programme.PressAsync("Open the pool");
        Assert.NotEmpty(await programme.ErrorsAsync());
        await programme.AnswerAsync(("Name", "Made-up places"), ("From.Day", "1"), ("From.Month", "1"), ("From.Year", Text(year)), ("Until.Day", "31"), ("Until.Month", "12"), ("Until.Year", Text(year + 1)),
            ("Least", "25"), ("Most", "30"), ("Places", "28"), ("Rule", "SainteLague"), ("Panel", "Drive panel"), ("Team", "Drive case management"), ("Reason", "The made-up board agreed"),
            ("Boroughs[0].IsIn", "true"), ("Boroughs[0].Need", "214"), ("Boroughs[1].IsIn", "true"), ("Boroughs[1].Need", "171"), ("Boroughs[2].IsIn", "true"), ("Boroughs[2].Need", "155"));
        await programme.PressAsync("Open the pool");
        Assert.Contains("11", await programme.MainAsync(), StringComparison.Ordinal);
        await programme.PressAsync("The seven standards");
        await programme.AnswerAsync(("Standard", "1"), ("State", "Met"), ("On.Day", "1"), ("On.Month", "1"), ("On.Year", Text(year)), ("Evidence", "A made-up contract"));
        await programme.PressAsync("Record it");
        Assert.Contains("A made-up contract", await programme.MainAsync(), StringComparison.Ordinal);

        var referral = await site.ReceiveAsync("Harmon", "Placefield", side: Side.PersonCausingHarm, partnership: "drive-east-area");
        var file = $"{Place}/files/{referral.CaseFile}/place";
        await using var door = await AsAsync("frontdoor");
        await door.OpenAsync(file);
        await door.PressAsync("Ask for a place");
        await door.AnswerAsync(("Pool", "Made-up places"), ("Area", "Havering"), ("Source", "Marac"), ("Grounds", "HighHarm"), ("Why", "Several call-outs"));
        await door.PressAsync("Ask for a place");
        await using var panel = await AsAsync("panel2");
        await panel.OpenAsync(file + "/decide");
        await panel.PressAsync("Keep the decision");
        Assert.NotEmpty(await panel.ErrorsAsync());
        await panel.AnswerAsync(("Answer", "Eligible"), ("Reason", "The made-up panel says yes"));
        await panel.PressAsync("Keep the decision");
        await panel.PressAsync("Offer a place");
        Assert.Contains("A place is held until", await panel.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        await panel.PressAsync("Accept the place");
        await using var drive = await AsAsync("caseworker");
        await drive.OpenAsync(file);
        await drive.PressAsync("Start the place");
        Assert.Contains("another organisation", Assert.Single(await drive.ErrorsAsync()), StringComparison.Ordinal);
        await drive.OpenAsync(file + "/workers");
        await drive.AnswerAsync(("CaseManager", "Callum Drivesey"), ("LinkedWorker", "Verity Beside, Victim Support"));
        await drive.PressAsync("Name them");
        await drive.PressAsync("Start the place");
        await drive.PressAsync("The work");
        await drive.AnswerAsync(("Strand", "Disrupt"), ("IsDirect", "false"));
        await drive.PressAsync("Record it");
        await drive.OpenAsync(file + "/exchange");
        await drive.OpenAsync(file + "/outcomes");
        await door.OpenAsync(Place + "/places");
        await door.PressAsync("Made-up places");
        await door.PressAsync("Requests that you may know");
        Assert.Contains("Harmon Placefield", await door.MainAsync(), StringComparison.Ordinal);
        await door.PressAsync("Made-up places");
        await door.PressAsync("Contested decisions");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<Visitor> AsAsync(string who)
    {
        var visitor = await site.VisitAsync();
        await visitor.SignInAsync($"{who}@drive-east-area.example");
        return visitor;
    }
}
