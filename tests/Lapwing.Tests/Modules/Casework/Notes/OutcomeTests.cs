using System.Net;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Settings;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Notes;

public sealed class OutcomeTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Change_is_counted_from_intake_to_exit_and_a_review_does_not_stand_in_for_either(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, id) = await desk.OpenAsync(cas, new() { Given = "Outcoma" });
        var file = referral.CaseFile;
        await MeasureAsync(OutcomePoint.Start, ("safety", "2"), ("housing", "3"));
        await MeasureAsync(OutcomePoint.Review, ("safety", "3"), ("money", "4"));
        await GradeAsync(OutcomePoint.Start, (GridAbuse.Physical, SeverityLevel.High), (GridAbuse.Economic, SeverityLevel.Standard));
        await GradeAsync(OutcomePoint.Review, (GridAbuse.Physical, SeverityLevel.Moderate));
        Assert.DoesNotContain("Levels[Physical]", (await cas.GetAsync(SeverityModel.Url("testing", file, id, OutcomePoint.Review))).Text, StringComparison.Ordinal);
        desk.App.Clock.Advance(TimeSpan.FromHours(26));
        using var later = await desk.AsAsync("cas");
        await MeasureAsync(OutcomePoint.Review, ("safety", "1"));
        await MeasureAsync(OutcomePoint.End, ("safety", "5"), ("money", "5"));
        await GradeAsync(OutcomePoint.End, (GridAbuse.Physical, SeverityLevel.None));

        var page = await later.GetAsync(FileOutcomesModel.Url("testing", file));

        Assert.Equal(["Safety|2|1|5|Better by 3", "Housing|3|–|–|No pair to compare", "Money|–|4|5|No pair to compare"], Rows(".lapwing-outcomes"));
        Assert.Equal(["Physical abuse|High|Moderate|None|Better by 3", "Economic abuse|Standard|–|–|No pair to compare"], Rows(".lapwing-severity"));

        string[] Rows(string table) => [.. page.Html.QuerySelectorAll($"{table} tbody tr").Select(r => string.Join("|", r.Children.Select(c => c.TextContent.Trim())))];
        async Task MeasureAsync(OutcomePoint at, params (string Area, string Score)[] scores)
        {
            using var worker = await desk.AsAsync("cas");
            await worker.SubmitAndFollowAsync(await worker.GetAsync(OutcomesModel.Url("testing", id, at)), scores.ToDictionary(s => $"Scores[{s.Area}]", s => s.Score));
        }
        async Task GradeAsync(OutcomePoint at, params (GridAbuse Abuse, SeverityLevel Level)[] levels)
        {
            using var worker = await desk.AsAsync("cas");
            await worker.SubmitAndFollowAsync(await worker.GetAsync(SeverityModel.Url("testing", file, id, at)), levels.ToDictionary(l => $"Levels[{l.Abuse}]", l => l.Level.ToString()));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_figures_count_a_change_only_of_what_was_measured_at_both_ends_whichever_was_written_down_first(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (_, id) = await desk.OpenAsync(cas);
        await MeasureAsync(OutcomePoint.Start, ("safety", "2"), ("money", "3"), ("housing", "4"));
        await MeasureAsync(OutcomePoint.Review, ("safety", "3"), ("children", "5"));
        Assert.Equal((0, 0, 1), await CountAsync());
        await MeasureAsync(OutcomePoint.End, ("safety", "4"), ("money", "3"), ("housing", "1"), ("wellbeing", "5"));
        Assert.Equal((3, 1, 1), await CountAsync());
        // The start of one more area is written down last: it completes its pairs.
        await MeasureAsync(OutcomePoint.Start, ("wellbeing", "1"), ("children", "5"), ("confidence", "5"));
        Assert.Equal((4, 2, 2), await CountAsync());

        async Task MeasureAsync(OutcomePoint at, params (string Area, string Score)[] scores) =>
            await cas.SubmitAndFollowAsync(await cas.GetAsync(OutcomesModel.Url("testing", id, at)), scores.ToDictionary(s => $"Scores[{s.Area}]", s => s.Score));

        async Task<(int Pairs, int Better, int Reviews)> CountAsync()
        {
            await using var db = await desk.App.OpenAllAsync();
            var counting = await Lapwing.Modules.Figures.Counting.CountAsync(db, await Lapwing.Modules.Figures.Catalogue.ReadAsync(db, default), [Lapwing.Time.Quarter.Of(desk.App.Now)], desk.App.Now, default);
            Lapwing.Modules.Figures.Counting.Slot Of(string measure) => counting.Slots.Single(slot => slot.Measure.Code == measure);
            return (Of("outcome-pairs").Totals[0], Of("outcome-pairs").ByCategory[0][0][2], Of("outcome-review-pairs").Totals[0]);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_manager_confirms_the_end_never_the_worker_alone_and_taking_up_again_is_a_support_of_its_own(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var max = await desk.AsAsync("max");
        var (referral, id) = await desk.OpenAsync(cas, new() { Given = "Enda" });
        var url = EpisodeModel.Url("testing", id);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(EndModel.Url("testing", id)), new() { ["Reason"] = "GoalsMet", ["NotMeasured"] = "TooShort", ["Note"] = "Made-up words of a worker" });
        Assert.Null((await cas.GetAsync(url)).Html.QuerySelector("form.lapwing-confirm-end"));
        Assert.Equal(0, await EndedAsync());
        var before = await max.GetAsync(url);
        var forged = await cas.SendAsync(new(HttpMethod.Post, url + "?handler=ConfirmEnd")
        {
            Content = new FormUrlEncodedContent([.. TestBrowser.FieldsOf(before, []).Where(f => f.Key == "Version"), new("__RequestVerificationToken", (await cas.GetAsync("/account")).Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
        });
        Assert.Contains("Only a manager", forged.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Made-up words of a worker", before.Text, StringComparison.Ordinal);
        Assert.Equal(["Say why support goes on. The worker reads it"], (await max.SubmitAsync(before, [], "form.lapwing-refuse-end")).Errors);
        await max.SubmitAndFollowAsync(before, new() { ["Why"] = "Made-up reasons of a manager" }, "form.lapwing-refuse-end");
        Assert.Equal(EpisodeStatus.Open, (await desk.EpisodeAsync(id)).Status);
        // What the worker had typed and what the manager answered both stay, on the support and on the timeline.
        foreach (var page in new[] { await cas.GetAsync(url), await cas.GetAsync(Lapwing.Modules.Casework.Notes.TimelineModel.Url("testing", referral.CaseFile)) })
        {
            Assert.Contains("Made-up words of a worker", page.Text, StringComparison.Ordinal);
            Assert.Contains("Made-up reasons of a manager", page.Text, StringComparison.Ordinal);
        }
        await cas.SubmitAndFollowAsync(await cas.GetAsync(EndModel.Url("testing", id)), new() { ["Reason"] = "GoalsMet", ["NotMeasured"] = "TooShort" });
        Assert.Contains("End of support", (await max.GetAsync(Lapwing.Modules.Casework.Working.WorkModel.Url("testing"))).Text, StringComparison.Ordinal);
        await max.SubmitAndFollowAsync(await max.GetAsync(url), [], "form.lapwing-confirm-end");
        Assert.Equal(1, await EndedAsync());

        var ended = await cas.GetAsync(url);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => cas.SubmitAsync(ended, [], "form.lapwing-again")));

        var next = Assert.Single(answers.Select(a => a.Location).Distinct());
        Assert.Contains("waiting for a worker", (await cas.GetAsync(next!)).Text, StringComparison.Ordinal);
        var episodes = await desk.LookAsync(db => db.SupportEpisodes.Where(e => e.CaseFile == referral.CaseFile).OrderBy(e => e.OfferedAt).ToListAsync());
        Assert.Equal([EpisodeStatus.Ended, EpisodeStatus.Waiting], episodes.Select(e => e.Status));
        Assert.Equal(id, episodes[1].Follows);
        Assert.Null((await cas.GetAsync(url)).Html.QuerySelector("form.lapwing-again"));

        Task<int> EndedAsync() => desk.LookAsync(db => db.Facts.CountAsync(f => f.Kind == FactKind.EpisodeEnded && f.Record == id.Value));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_partnership_measures_its_own_areas_and_may_let_a_worker_end_support_alone(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        using var cas = await desk.AsAsync("cas");
        using var ada = await desk.AsAsync("ada");
        Assert.Contains("Area 1 needs a code", (await LoadAsync("""{"code":"ours","version":1,"title":"Ours","scores":["a","b","c","d","e"],"areas":[{"code":"","title":"x","question":"y"}]}""")).Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await LoadAsync("""{"code":"ours","version":1,"title":"Ours","scores":["One","Two","Three","Four","Five"],"areas":[{"code":"belonging","title":"Belonging","question":"Do you belong?"}]}""")).Status);
        await ada.SubmitAndFollowAsync(await ada.GetAsync(CaseworkModel.Url("testing")), new() { ["Outcomes"] = "ours/1", ["ManagerConfirmsEnd"] = "false", ["LargestDocumentMegabytes"] = "5" });

        var (_, id) = await desk.OpenAsync(cas);
        var form = await cas.GetAsync(OutcomesModel.Url("testing", id, OutcomePoint.Start));
        Assert.Contains("Do you belong?", form.Text, StringComparison.Ordinal);
        Assert.Contains("Four", form.Text, StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(form, new() { ["Scores[belonging]"] = "4" });
        Assert.Equal(HttpStatusCode.BadRequest, (await cas.SubmitAsync(form, new() { ["Scores[safety]"] = "4" })).Status);
        await cas.SubmitAndFollowAsync(await cas.GetAsync(EndModel.Url("testing", id)), new() { ["Reason"] = "GoalsMet", ["NotMeasured"] = "TooShort" });
        Assert.Equal(EpisodeStatus.Ended, (await desk.EpisodeAsync(id)).Status);

        async Task<TestPage> LoadAsync(string json)
        {
            var page = await ada.GetAsync(LoadOutcomesModel.Url("testing"));
            var content = new MultipartFormDataContent { { new StringContent(TestBrowser.FieldsOf(page, []).Single(f => f.Key == "__RequestVerificationToken").Value), "__RequestVerificationToken" } };
            content.Add(new StringContent(json), "Upload", "ours.json");
            return await ada.SendAsync(new(HttpMethod.Post, page.Address) { Content = content });
        }
    }
}
