using System.Net;
using Lapwing.Modules.Referrals.Search;
using Lapwing.Tests.Modules.Referrals.Triage;

namespace Lapwing.Tests.Modules.Referrals.Search;

public sealed class SearchTests(Desks desks) : IClassFixture<Desks>
{
    private static string[] NamesOn(TestPage page) => [.. page.Html.QuerySelectorAll("tbody th").Select(e => e.TextContent.Trim())];

    private static async Task<TestPage> SearchAsync(TestBrowser browser, Dictionary<string, string> wanted) =>
        await browser.SubmitAsync(await browser.GetAsync(SearchModel.Url("testing")), wanted);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task People_are_found_by_name_sound_birth_date_telephone_and_reference(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Katherine", Family = "Levinski", Born = new(1984, 3, 2), Phone = "020 7946 0123" });
        await desk.ReceiveAsync(new() { Given = "Somebody", Family = "Quitedifferent", Born = new(1970, 1, 1) });
        using var ann = await desk.AsAsync("ann");
        foreach (var wanted in new Dictionary<string, string>[]
        {
            new() { ["Name"] = "Katherine Levinski" }, new() { ["Name"] = "catherine lewinsky" }, new() { ["Name"] = "lewinsky, catherine" }, new() { ["Name"] = "kat levinski" }, new() { ["Name"] = "Levinski", ["Born"] = "2 3 1984" },
            new() { ["Name"] = "Levinski", ["Born"] = "3/2/1984" }, new() { ["Born"] = "2 March 1984" }, new() { ["Phone"] = "+44 20 7946 0123" },
            new() { ["Reference"] = referral.Reference.ToLowerInvariant() }, new() { ["Name"] = "lev" },
        })
        {
            Assert.Equal(["Katherine Levinski"], NamesOn(await SearchAsync(ann, wanted)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whom_the_worker_may_not_know_is_not_found_by_any_key(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Xanthe", Family = "Unfindable", Born = new(1988, 8, 8), Phone = "020 7946 0999" });
        using var dee = await desk.AsAsync("dee");
        using var ann = await desk.AsAsync("ann");
        foreach (var wanted in new Dictionary<string, string>[]
        {
            new() { ["Name"] = "Xanthe Unfindable" }, new() { ["Name"] = "Unfindable", ["Born"] = "8 8 1988" }, new() { ["Born"] = "8 8 1988" },
            new() { ["Phone"] = "020 7946 0999" }, new() { ["Reference"] = referral.Reference },
        })
        {
            var hidden = await SearchAsync(dee, wanted);
            var nobody = await SearchAsync(dee, new() { ["Name"] = "Nobodyhasthisname" });
            Assert.Empty(NamesOn(hidden));
            Assert.Equal(nobody.Html.QuerySelector("#found")!.TextContent, hidden.Html.QuerySelector("#found")!.TextContent);
            // The twin: the same search finds her for the front door.
            Assert.Equal(["Xanthe Unfindable"], NamesOn(await SearchAsync(ann, wanted)));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_best_fit_comes_first_and_no_name_stands_in_the_address_or_the_title(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        await desk.ReceiveAsync(new() { Given = "Jon", Family = "Rankling", Born = new(1991, 2, 3) });
        await desk.ReceiveAsync(new() { Given = "John", Family = "Rankling", Born = new(1991, 2, 3) });
        await desk.ReceiveAsync(new() { Given = "John", Family = "Rankling", Born = new(1991, 3, 2) });
        using var ann = await desk.AsAsync("ann");

        var page = await SearchAsync(ann, new() { ["Name"] = "John Rankling", ["Born"] = "3 2 1991" });

        Assert.Equal(["John Rankling", "Jon Rankling", "John Rankling"], NamesOn(page));
        Assert.Equal("/testing/search", page.Address);
        Assert.DoesNotContain("Rankling", page.Html.Title, StringComparison.Ordinal);
        Assert.Null(page.Location);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Too_many_are_cut_off_with_advice_and_shown_in_pages(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        for (var n = 0; n < Finder.MostCandidates + 5; n++)
            await desk.ReceiveAsync(new() { Given = $"Given{(char)('a' + n % 26)}{(char)('a' + n / 26)}", Family = "Commonly", Born = new DateOnly(1950, 1, 1).AddDays(n) });
        using var ann = await desk.AsAsync("ann");

        var page = await SearchAsync(ann, new() { ["Name"] = "Commonly" });

        Assert.Contains("add a birth date", page.Text, StringComparison.Ordinal);
        Assert.Equal(SearchModel.PageSize, NamesOn(page).Length);
        var second = await ann.SubmitAsync(page, new() { ["Number"] = "2" }, "form.lapwing-pages");
        Assert.Equal(SearchModel.PageSize, NamesOn(second).Length);
        Assert.Empty(NamesOn(page).Intersect(NamesOn(second)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Wrong_input_is_said_at_the_field_and_nothing_typed_is_lost(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var ann = await desk.AsAsync("ann");

        Assert.Equal(["Enter a name, a birth date, a telephone number or a reference"], (await SearchAsync(ann, [])).Errors);
        var wrong = await SearchAsync(ann, new() { ["Name"] = "Kept 🦉 name", ["Born"] = "31 2 1990", ["Phone"] = "12", ["Reference"] = "R-0000-00" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(3, wrong.Errors.Count);
        Assert.Equal("Kept 🦉 name", wrong.Html.QuerySelector("input[name=Name]")!.GetAttribute("value"));
        Assert.Equal("31 2 1990", wrong.Html.QuerySelector("input[name=Born]")!.GetAttribute("value"));
    }
}
