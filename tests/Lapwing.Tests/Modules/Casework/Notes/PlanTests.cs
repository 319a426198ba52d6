using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Casework.Working;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

public sealed class PlanTests(Desks desks) : IClassFixture<Desks>
{
    private static Dictionary<string, string> Words(params (string Field, string Words)[] fields) =>
        new(fields.Select(f => new KeyValuePair<string, string>($"Words[{f.Field}]", f.Words))) { ["ReviewOn.Day"] = "1", ["ReviewOn.Month"] = "7", ["ReviewOn.Year"] = "2023" };

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_manager_of_the_team_approves_a_plan_and_never_one_of_their_own_or_that_they_wrote_in(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var max = await desk.AsAsync("max");
        var file = await desk.FileAsync(cas);
        var url = PlanModel.Url("testing", file);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(WritePlanModel.Url("testing", file, PlanKind.Safety)), Words(("home", "A made-up way out")));
        var asked = await cas.SubmitAndFollowAsync(await cas.GetAsync(url), [], "form.lapwing-submit-safety");
        Assert.Contains("Waits for approval", asked.Text, StringComparison.Ordinal);
        Assert.Null(asked.Html.QuerySelector("form.lapwing-approve-safety"));
        Assert.Contains("Only a manager", (await cas.PressAsync(await Forge(cas, url), "Approve", new() { ["Kind"] = "Safety", ["Version"] = "2" }, "form.lapwing-submit-support")).Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Safety plan", (await max.GetAsync(WorkModel.Url("testing"))).Html.QuerySelector(".lapwing-work-approve")!.TextContent, StringComparison.Ordinal);

        var page = await max.GetAsync(url);
        Assert.Contains("Say what should change", (await max.SubmitAsync(page, [], "form.lapwing-send-back-safety")).Errors.Single(), StringComparison.Ordinal);
        var back = await max.SubmitAndFollowAsync(page, new() { ["Why"] = "The children are missing" }, "form.lapwing-send-back-safety");
        Assert.Contains("The children are missing", back.Text, StringComparison.Ordinal);
        // The manager writes in it: then it is another's to approve.
        await max.SubmitAndFollowAsync(await max.GetAsync(WritePlanModel.Url("testing", file, PlanKind.Safety)), Words(("children", "They know the neighbour")));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), [], "form.lapwing-submit-safety");
        page = await max.GetAsync(url);
        Assert.Null(page.Html.QuerySelector("form.lapwing-approve-safety"));
        Assert.Contains("You wrote part of this plan", page.Text, StringComparison.Ordinal);

        var mia = await desk.App.JoinAsync($"mia{engine}@example.org", Job.TeamManager, desk.Agency, desk.Outreach);
        using var other = await desk.App.SignInAsync($"mia{engine}@example.org");
        var approved = await other.SubmitAndFollowAsync(await other.GetAsync(url), [], "form.lapwing-approve-safety");
        Assert.Contains("Approved by mia", approved.Text, StringComparison.Ordinal);
        var plan = await desk.LookAsync(db => db.Plans.SingleAsync(p => p.CaseFile == file && p.Kind == PlanKind.Safety));
        Assert.Equal((2, 2, mia.Id), (plan.Current, plan.Approved, plan.DecidedBy));
        Assert.Equal(new DateOnly(2023, 7, 1), plan.ReviewOn);

        static async Task<TestPage> Forge(TestBrowser browser, string url)
        {
            var file = url.Split('/')[3];
            await browser.SubmitAndFollowAsync(await browser.GetAsync(WritePlanModel.Url("testing", Id<CaseFile>.Parse(file, null), PlanKind.Support)), Words(("goals", "A made-up goal")));
            return await browser.GetAsync(url);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_workers_write_at_once_and_both_texts_stand_side_by_side_and_are_kept(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var file = await desk.FileAsync(cas);
        var url = WritePlanModel.Url("testing", file, PlanKind.Safety);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), Words(("home", "first"), ("people", "an aunt")));
        var (hers, his) = (await cas.GetAsync(url), await eve.GetAsync(url));
        await cas.SubmitAndFollowAsync(hers, Words(("home", "what cas wrote"), ("signs", "only cas wrote this")));

        var refused = await eve.SubmitAsync(his, Words(("home", "what eve wrote"), ("leaving", "only eve wrote this")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var rows = refused.Html.QuerySelectorAll("main table tbody tr").Select(r => string.Join("|", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["At home|what cas wrote|what eve wrote"], rows);
        Assert.Equal(("what eve wrote", "only cas wrote this", "only eve wrote this"), (Area(refused, "home"), Area(refused, "signs"), Area(refused, "leaving")));
        var history = await eve.GetAsync(PlanHistoryModel.Url("testing", file, PlanKind.Safety));
        Assert.Contains("what eve wrote", history.Text, StringComparison.Ordinal);
        Assert.Contains("Kept beside version 2", history.Text, StringComparison.Ordinal);
        await eve.SubmitAndFollowAsync(refused, new() { ["Words[home]"] = "what both say" });
        var now = await eve.GetAsync(url);
        Assert.Equal(("what both say", "only cas wrote this", "only eve wrote this", "an aunt"), (Area(now, "home"), Area(now, "signs"), Area(now, "leaving"), Area(now, "people")));

        static string Area(TestPage page, string field) => page.Html.QuerySelector($"[name='Words[{field}]']")!.TextContent.Trim();
    }

    /// <summary>Threat 48 through the running program: pairs of writers at the same moment, each with fields of their own and fields that both write.</summary>
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whatever_two_write_at_the_same_moment_stands_in_the_plan_or_beside_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var eve = await desk.AsAsync("eve");
        var file = await desk.FileAsync(cas);
        var (url, random, fields) = (WritePlanModel.Url("testing", file, PlanKind.Safety), new Random(48), PlanSection.Of(PlanKind.Safety).Select(s => s.Code).ToArray());
        await cas.SubmitAndFollowAsync(await cas.GetAsync(url), Words(("home", "begin")));
        var (typed, merged, beside) = (new List<string>(), 0, 0);
        for (var pair = 0; pair < 40; pair++)
        {
            var pages = await Task.WhenAll(cas.GetAsync(url), eve.GetAsync(url));
            Dictionary<string, string>[] writes = [Write("cas"), Write("eve")];
            var answers = await Task.WhenAll(cas.SubmitAsync(pages[0], writes[0]), eve.SubmitAsync(pages[1], writes[1]));
            Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity, $"{a.Status}"));
            Assert.Contains(answers, a => a.Status == HttpStatusCode.Redirect);
            var both = writes[0].Keys.Intersect(writes[1].Keys).Any(k => k.StartsWith("Words", StringComparison.Ordinal));
            Assert.Equal(both, answers.Any(a => a.Status == HttpStatusCode.UnprocessableEntity));
            (merged, beside) = both ? (merged, beside + 1) : (merged + 1, beside);
            // What the later one of a merged pair wrote did not take anything of the earlier one's away.
            var now = await cas.GetAsync(url);
            if (!both)
                Assert.All(writes.SelectMany(w => w).Where(w => w.Key.StartsWith("Words", StringComparison.Ordinal)), w => Assert.Equal(w.Value, now.Html.QuerySelector($"[name='{w.Key}']")!.TextContent.Trim()));

            Dictionary<string, string> Write(string who)
            {
                var chosen = fields.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray();
                var words = chosen.Select(f => (f, $"{who} {pair} {f} {random.Next()}")).ToArray();
                typed.AddRange(words.Select(w => w.Item2));
                return Words(words);
            }
        }
        var key = await desk.LookAsync(db => db.KeyOfAsync(file));
        var kept = (await desk.LookAsync(db => db.PlanEditions.Where(e => e.CaseFile == file).ToListAsync())).SelectMany(e => e.Open(key).Values).ToHashSet();
        Assert.All(typed, words => Assert.Contains(words, kept));
        Assert.True(merged > 3 && beside > 3, $"{merged} merged, {beside} beside");
    }

    /// <summary>500 pairs of writers over ten fields, in any order: what one wrote is in the result, or both are put before them.</summary>
    [Fact]
    public void No_pair_of_edits_writes_one_over_the_other_in_silence()
    {
        var random = new Random(480);
        for (var pair = 0; pair < 500; pair++)
        {
            var seen = Plan(_ => random.Next(2) == 0 ? "" : $"seen {random.Next()}");
            var (now, typed) = (Plan(f => random.Next(3) == 0 ? $"now {random.Next()}" : seen[f]), Plan(f => random.Next(3) == 0 ? $"typed {random.Next()}" : seen[f]));
            Assert.Empty(Lost(seen, now, typed, PlanMerge.Of(seen, now, typed)));
        }

        Dictionary<string, string> Plan(Func<string, string> words) => Enumerable.Range(0, 10).ToDictionary(n => $"f{n}", n => words($"f{n}"));
    }

    /// <summary>The twin: the last one who saves wins, and the search for lost words finds them.</summary>
    [Fact]
    public void A_merge_in_which_the_last_one_wins_is_found()
    {
        var (seen, now, typed) = (new Dictionary<string, string> { ["f"] = "" }, new Dictionary<string, string> { ["f"] = "theirs" }, new Dictionary<string, string> { ["f"] = "" });
        Assert.NotEmpty(Lost(seen, now, typed, (typed, [])));
    }

    private static IEnumerable<string> Lost(Dictionary<string, string> seen, Dictionary<string, string> now, Dictionary<string, string> typed, (IReadOnlyDictionary<string, string> Merged, IReadOnlyList<PlanConflict> Conflicts) result) =>
        seen.Keys.Where(f => !result.Conflicts.Any(c => c.Field == f && c.Now == now[f] && c.Typed == typed[f])
            && ((now[f] != seen[f] && result.Merged.GetValueOrDefault(f, "") != now[f]) || (typed[f] != seen[f] && result.Merged.GetValueOrDefault(f, "") != typed[f])));
}
