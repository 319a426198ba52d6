using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Casework.Working;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

/// <summary>Threat 35: words that would be a program if a page let them. Every text field of notes, plans, tasks and supervision, in every page that shows it.</summary>
public sealed class MarkupTests(Desks desks) : IClassFixture<Desks>
{
    private static readonly string[] Openings = ["", "\"", "'", "\">", "'>", "</textarea>", "</title>", "</p>", "-->", "`", "{{", "</script>", "&#60;", "\u202E", "\u200B"];
    private static readonly string[] Middles =
    [
        "<script>window.pwned=1</script>", "<img src=x onerror=window.pwned=1>", "<svg onload=window.pwned=1>", "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>", "<body onload=window.pwned=1>",
        "<input autofocus onfocus=window.pwned=1>", "<details open ontoggle=window.pwned=1>", "<a href=javascript:window.pwned=1>x</a>", "<math><mtext><table><mglyph><style><img src=x onerror=window.pwned=1>", "<style>*{background:url(x)}</style>",
        " onmouseover=window.pwned=1 x=", "<form action=//evil.example><button>x", "<meta http-equiv=refresh content=0;url=//evil.example>", "<base href=//evil.example>", "<link rel=stylesheet href=//evil.example>",
        "<object data=x></object>", "<embed src=x>", "<video><source onerror=window.pwned=1>", "<template><script>1</script></template>", "<!--<img src=x onerror=window.pwned=1>-->",
    ];

    /// <summary>300 in all.</summary>
    public static IEnumerable<string> Payloads => Openings.SelectMany(_ => Middles, (opening, middle) => opening + middle);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task No_words_become_a_part_of_a_page(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var max = await desk.AsAsync("max");
        var all = Payloads.ToArray();
        Assert.Equal(300, all.Length);
        var file = await desk.FileAsync(cas, "Markupa");
        // Long fields hold many at once, short ones a few; every one is in every field of some file.
        for (var n = 0; n < all.Length; n += 60)
        {
            var some = all[n..(n + 60)];
            await cas.WriteAsync(file, string.Join("\n", some), more: new() { ["Kind"] = "FromAnotherAgency", ["Source"] = some[0] + some[1], ["Words"] = string.Join("\n", some) });
            await max.SubmitAsync(await max.GetAsync(SupervisionModel.Url("testing", file)), new() { ["Words"] = string.Join("\n", some) });
            var plan = new Dictionary<string, string> { ["ReviewOn.Day"] = "1", ["ReviewOn.Month"] = "7", ["ReviewOn.Year"] = "2023" };
            foreach (var section in PlanSection.Of(PlanKind.Safety))
                plan[$"Words[{section.Code}]"] = string.Join("\n", some);
            await cas.SubmitAsync(await cas.GetAsync(WritePlanModel.Url("testing", file, PlanKind.Safety)), plan);
            await Look(await cas.GetAsync(WritePlanModel.Url("testing", file, PlanKind.Safety)), some[^1]);
            // The same words in a form that is shown again with an error.
            await Look(await cas.WriteAsync(file, string.Join("\n", some), more: new() { ["At"] = some[2], ["Source"] = some[3] }), some[0]);
        }
        foreach (var payload in all.Where((_, n) => n % 10 == 0))
            await cas.SubmitAsync(await cas.GetAsync(AddTaskModel.Url("testing", file)), new() { ["Title"] = payload, ["Owner"] = desk.Members["cas"].Id.ToString(), ["DueOn.Day"] = "1", ["DueOn.Month"] = "6", ["DueOn.Year"] = "2023" });
        var task = await desk.LookAsync(db => db.CaseTasks.Where(t => t.CaseFile == file).OrderBy(t => t.SetAt).ThenBy(t => t.Id).Select(t => t.Id).FirstAsync());
        await cas.SubmitAsync(await cas.GetAsync(TaskModel.Url("testing", file, task)), new() { ["Result"] = all[0] + all[1] }, "form.lapwing-finish");

        foreach (var url in new[] { PlanModel.Url("testing", file), PlanHistoryModel.Url("testing", file, PlanKind.Safety), WorkModel.Url("testing"), TaskModel.Url("testing", file, task) })
            await Look(await cas.GetAsync(url), all[0]);
        foreach (var note in await desk.NotesAsync(file))
            await Look(await cas.GetAsync(NoteModel.Url("testing", file, note.Id)), null);
        for (string? url = TimelineModel.Url("testing", file); url is not null;)
        {
            var page = await cas.GetAsync(url);
            await Look(page, null);
            url = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        static Task Look(TestPage page, string? shown)
        {
            Assert.Empty(Foreign(page));
            if (shown is not null)
                Assert.Contains(shown.Trim(), page.Html.Body!.TextContent + string.Concat(page.Html.QuerySelectorAll("input").Select(i => i.GetAttribute("value"))), StringComparison.Ordinal);
            return Task.CompletedTask;
        }
    }

    /// <summary>The twin: were one word printed as it is, the search would find it.</summary>
    [Fact]
    public void A_page_that_prints_words_as_they_are_is_found()
    {
        var page = new TestPage(System.Net.HttpStatusCode.OK, "", new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p>" + Middles[1] + "</p>"), "", new());
        Assert.NotEmpty(Foreign(page));
    }

    private static IReadOnlyList<string> Foreign(TestPage page) =>
    [
        .. page.Html.All.Where(e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))).Select(e => e.OuterHtml),
        .. page.Html.QuerySelectorAll("script:not([src]), script[src^='//'], iframe, object, embed, base, style, math, video, template, meta[http-equiv], main img, form[action^='//'], link[href^='//']").Select(e => e.OuterHtml),
    ];
}
