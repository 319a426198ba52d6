using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.People;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

public sealed class TimelineTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_file_with_a_thousand_entries_is_shown_page_by_page_each_entry_once(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var file = await desk.FileAsync(cas, "Thousandina");
        await FillAsync(desk, file, 800, 100, 100);
        var (seen, pages) = (new List<string>(), 0);
        for (string? url = TimelineModel.Url("testing", file); url is not null; pages++)
        {
            var page = await cas.GetAsync(url);
            seen.AddRange(page.Html.QuerySelectorAll(".moj-timeline__item .lapwing-typed").Select(e => e.TextContent));
            url = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        var ours = seen.Where(w => w.StartsWith("Entry ", StringComparison.Ordinal)).ToList();
        Assert.Equal((1000, 1000), (ours.Count, ours.Distinct().Count()));
        Assert.InRange(pages, 40, 45);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Everything_is_in_one_line_and_can_be_narrowed_by_kind_author_and_day(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var file = await desk.FileAsync(cas, "Narrowa");
        await FillAsync(desk, file, 2, 2, 2);
        await eve.WriteAsync(file, "What eve wrote");
        await cas.WriteAsync(file, "What cas wrote");
        var url = TimelineModel.Url("testing", file);

        Assert.Superset(new HashSet<string> { "What eve wrote", "What cas wrote", "Entry note 0", "Entry task 0", "Entry contact 0" }, await WordsAsync(url));
        Assert.Contains("Kingfisher Outreach began support", (await cas.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.Contains("received from", (await cas.GetAsync(url + "?kind=Referral")).Text, StringComparison.Ordinal);
        Assert.Equal(new HashSet<string> { "Entry task 0", "Entry task 1" }, await WordsAsync(url + "?kind=Task"));
        Assert.Equal(new HashSet<string> { "Entry task 0", "Entry task 1", "Entry contact 0", "Entry contact 1" }, await WordsAsync(url + "?kind=Task&kind=Contact"));
        Assert.Equal(new HashSet<string> { "What eve wrote" }, await WordsAsync(url + $"?by={desk.Members["eve"].Id}"));
        Assert.Empty(await WordsAsync(url + "?until=2010-01-01"));
        Assert.DoesNotContain("Entry note 0", await WordsAsync(url + "?since=2023-06-06"));
        Assert.Contains("Entry note 0", await WordsAsync(url + "?until=2023-05-31"));
        var person = await desk.LookAsync(db => db.People.Where(p => p.CaseFile == file).Select(p => p.Id).SingleAsync());
        await cas.WriteAsync(file, "About the person alone", more: new() { ["About"] = person.ToString() });
        Assert.Equal(new HashSet<string> { "About the person alone" }, await WordsAsync(url + $"?about={person}"));
        foreach (var strange in new[] { "?from=x", "?from=1-1", "?from=9999999999999999999-1", "?from=-5--5", "?kind=Nothing", "?by=x", "?since=2023-02-31", "?until=9999-12-31" })
            Assert.Equal(System.Net.HttpStatusCode.OK, (await cas.GetAsync(url + strange)).Status);

        async Task<HashSet<string>> WordsAsync(string address) => [.. (await cas.GetAsync(address)).Html.QuerySelectorAll(".moj-timeline__item .lapwing-typed").Select(e => e.TextContent)];
    }

    /// <summary>Many at the same moment, as an import leaves them: a page that began at a moment alone would show some twice or never.</summary>
    private static async Task FillAsync(Desk desk, Id<CaseFile> file, int notes, int contacts, int tasks)
    {
        await using var db = await desk.App.OpenAllAsync();
        var key = await db.KeyOfAsync(file);
        var act = desk.App.Act();
        DateTime At(int n) => new DateTime(2023, 5, 1, 9, 0, 0, DateTimeKind.Utc).AddHours(n / 20);
        for (var n = 0; n < notes; n++)
            db.Add(Note.Sign(act, key, new() { Kind = NoteKind.Visit, Words = $"Entry note {n}" }, At(n), null));
        for (var n = 0; n < contacts; n++)
            db.Add(ContactEntry.Log(act, key, null, ContactChannel.Telephone, ContactResult.Attempted, At(n), $"Entry contact {n}"));
        for (var n = 0; n < tasks; n++)
            db.Add(CaseTask.Set(act with { At = At(n) }, key, $"Entry task {n}", act.Who.Member, new(2024, 1, 1)));
        await db.SaveAsync(act);
    }
}
