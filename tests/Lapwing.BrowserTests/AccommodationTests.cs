namespace Lapwing.BrowserTests;

/// <summary>A provider's unit, and somebody who says no name.</summary>
public sealed class AccommodationTests(Site site)
{
    [Fact]
    public async Task A_manager_adds_a_unit_and_a_place_there_is_held_for_somebody_who_says_no_name()
    {
        await using var manager = await site.AsAsync("manager");
        await manager.OpenAsync(Site.Place + "/accommodation");
        await manager.PressAsync("Add a unit");
        await manager.PressAsync("Save");
        Assert.NotEmpty(await manager.ErrorsAsync());
        await manager.AnswerAsync(("Input.Type", "Refuge"), ("Input.Standing", "DomesticAbuseCharity"), ("Input.Premises", "SharedInOwnBuilding"), ("Team", "Refuge outreach"), ("Input.Spaces", "2"),
            ("Input.MaxPeople", "4"), ("Input.For", "Women"), ("Input.Recourse", "no"), ("Address", "1 Madeup Road, ZZ1 1ZZ"), ("Borough", "Newham"));
        await manager.PressAsync("Save");
        Assert.DoesNotContain("Madeup Road", await manager.MainAsync(), StringComparison.Ordinal);
        await manager.Page.Locator("form.lapwing-vacancies input[name=Vacant]").First.FillAsync("1");
        await manager.Page.Locator("form.lapwing-vacancies button").First.ClickAsync();

        await using var worker = await site.AsAsync("caseworker");
        await worker.OpenAsync(Site.Place + "/accommodation/enquiry");
        await worker.AnswerAsync(("From", "Helpline"), ("Needs.As", "Woman"), ("Needs.Girls", "3"), ("Needs.Recourse", "yes"));
        await worker.PressAsync("Look for a place");
        await worker.Page.Locator("#matches input[name=Unit]").First.CheckAsync(new() { Force = true });
        await worker.PressAsync("Hold the chosen place");
        Assert.Contains("is held until", await worker.MainAsync(), StringComparison.Ordinal);
        await worker.AnswerAsync(("Reason", "AreaNotSafe"));
        await worker.PressAsync("Record that they were turned away");
        Assert.Contains("the area is not safe for the household", await worker.MainAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
