using System.Net;
using Lapwing.Access;
using Lapwing.Demonstration;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Figures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lapwing.Tests.Modules.Boards;

public sealed class PaperTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_draft_from_the_template_has_its_figures_in_sentences_tables_and_charts(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        var paper = await place.MakeAsync();
        var read = await place.Writer.GetAsync(paper + "/read");
        var release = (await place.App.Services.GetRequiredService<FiguresDoor>().QuarterAsync("testing", Viewer.System("test", place.App.Now), PaperPlace.Quarter, "board", default)).Shown;

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Contains($"received {release.Figure("referrals-received").Display} referrals about {release.Figure("people-referred").Display} people", read.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", read.Text, StringComparison.Ordinal);
        Assert.Equal(2, read.Html.QuerySelectorAll(".lapwing-marking").Count(m => m.TextContent.Trim() == "RESTRICTED"));
        Assert.NotEmpty(read.Html.QuerySelectorAll("figure svg[role=img]"));
        Assert.All(read.Html.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.Contains("Draft", read.Html.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_section_that_refers_to_a_figure_that_is_not_there_is_refused_at_its_field_and_keeps_what_was_typed(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var section = await place.SectionAsync(await place.MakeAsync());
        var page = await place.Writer.GetAsync(section);
        var refused = await place.Writer.SubmitAsync(page, new() { ["Heading"] = "Überblick", ["Text"] = "We received {{referals-recieved}} referrals. <script>alert(1)</script> 😀" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("referals-recieved", StringComparison.Ordinal));
        Assert.NotNull(refused.Html.QuerySelector("#Text-error"));
        Assert.Contains("{{referals-recieved}} referrals. <script>", refused.Html.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);

        var saved = await place.Writer.SubmitAsync(refused, new() { ["Heading"] = "Überblick", ["Text"] = "We received {{referrals-received}} referrals. <script>alert(1)</script> 😀" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var read = await place.Writer.GetAsync(section.Split("/sections")[0] + "/read");
        Assert.Contains("<script>alert(1)</script> 😀", read.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Html.QuerySelectorAll("main script"), _ => true);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Frozen_figures_stay_what_they_were_and_a_late_record_shows_as_a_restatement(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        var paper = await place.MakeAsync();
        await place.FreezeAsync(paper);
        await place.Writer.GetAsync(paper); // shows the notice that the figures are frozen
        var before = (await place.Writer.GetAsync(paper + "/read")).Html.QuerySelector("main")!.TextContent;
        Assert.Contains("Nothing has changed", (await place.Writer.GetAsync(paper + "/restatement")).Text, StringComparison.Ordinal);

        // A referral of the frozen quarter that is only recorded now.
        place.App.Clock.SetUtcNow(place.App.Clock.GetUtcNow().AddDays(1));
        await new Generator(place.App.Partnerships, place.App.Clock).RunAsync("testing", 3, 8, PaperPlace.Quarter.StartUtc, PaperPlace.Quarter.EndUtc, null, default);
        var writer = await place.App.SignInAsync("writer@testing.example");
        var after = (await writer.GetAsync(paper + "/read")).Html.QuerySelector("main")!.TextContent;
        Assert.Equal(before, after);
        var restated = await writer.GetAsync(paper + "/restatement");
        Assert.Contains(restated.Html.QuerySelectorAll("tbody tr"), row => row.TextContent.Contains("Referrals received", StringComparison.Ordinal) && row.TextContent.Contains("added after", StringComparison.Ordinal));

        var again = await writer.SubmitAsync(await writer.GetAsync(paper + "/freeze"), []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_number_in_a_frozen_paper_leads_to_those_of_its_records_that_the_viewer_may_know_and_the_look_is_logged(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine);
        await place.App.JoinAsync("both@testing.example", Job.TeamManager | Job.FrontDoor, place.Data.Council, place.Data.FrontDoor);
        await place.App.JoinAsync("elsewhere@testing.example", Job.TeamManager, place.Data.Charity, place.Data.ChildWorkers);
        var paper = await place.MakeAsync();
        await place.FreezeAsync(paper);
        using var insider = await place.App.SignInAsync("both@testing.example");
        using var outsider = await place.App.SignInAsync("elsewhere@testing.example");
        var link = (await insider.GetAsync(paper + "/read")).Html.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).First(href => href.EndsWith("/figures/referrals-received", StringComparison.Ordinal));

        var traced = await insider.GetAsync(link);
        await using var db = await place.App.OpenAllAsync();
        var received = await db.Referrals.CountAsync(r => r.ReceivedAt >= PaperPlace.Quarter.StartUtc && r.ReceivedAt < PaperPlace.Quarter.EndUtc);
        Assert.Contains($"You may know {received} of them", traced.Text, StringComparison.Ordinal);
        Assert.All(traced.Html.QuerySelectorAll("main ul.govuk-list a"), a => Assert.Contains("/testing/referrals/", a.GetAttribute("href")!, StringComparison.Ordinal));
        var fewer = await outsider.GetAsync(link);
        Assert.DoesNotContain($"You may know {received}", fewer.Text, StringComparison.Ordinal);
        var lead = await place.Writer.GetAsync(link);
        Assert.Contains("Your job sees numbers, not records", lead.Text, StringComparison.Ordinal);
        Assert.Equal(3, await db.AuditEntries.CountAsync(e => e.Action == "figure.trace" && e.Purpose == "trace of referrals-received"));
        Assert.Equal(HttpStatusCode.NotFound, (await insider.GetAsync(paper + "/figures/no-such-figure")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nobody_approves_a_paper_that_they_had_a_hand_in_and_an_approved_paper_cannot_be_changed(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync();
        Dictionary<string, string> yes = new() { ["Checked"] = "true" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(paper + "/approve"), yes)).Status);
        await place.FreezeAsync(paper);
        await AssertCannotApproveAsync(place, place.Writer, paper);

        var page = await place.Colleague.GetAsync(paper + "/approve");
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Colleague.SubmitAsync(page, [])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await place.Colleague.SubmitAsync(page, yes)).Status);
        Assert.Equal(PaperState.Approved, (await place.StoredAsync(paper)).State);
        Assert.DoesNotContain("not yet approved", (await place.Writer.GetAsync(paper + "/read")).Text, StringComparison.Ordinal);

        var section = (await OpenAsync(place, paper)).Sections[0];
        Assert.Equal(HttpStatusCode.Redirect, (await place.Writer.GetAsync($"{paper}/sections/{section.Id}")).Status);
        await using (var db = await place.App.OpenAllAsync())
        {
            var open = (await OpenPaper.FindAsync(db, paper.Split('/')[^1], default))!;
            Assert.Throws<RuleBroken>(() => open.Sections[0].Write(place.App.Act(), open.Paper, "x", "y"));
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(paper + "/reopen"), [])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(paper + "/reopen"), new() { ["Reason"] = "A date is wrong" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await place.Writer.GetAsync($"{paper}/sections/{section.Id}")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Whoever_wrote_a_section_that_was_written_over_since_still_had_a_hand_in_the_paper(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync();
        var section = await place.SectionAsync(paper);
        await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(section), new() { ["Heading"] = "Mine", ["Text"] = "First." });
        await place.Writer.SubmitAsync(await place.Writer.GetAsync(section), new() { ["Heading"] = "Ours", ["Text"] = "Second." });
        await place.FreezeAsync(paper);
        await AssertCannotApproveAsync(place, place.Colleague, paper);
    }

    /// <summary>The page says it and has no form; what is posted all the same is refused.</summary>
    private static async Task AssertCannotApproveAsync(PaperPlace place, TestBrowser who, string paper)
    {
        Assert.Contains("Somebody else must approve it", (await who.GetAsync(paper + "/approve")).Text, StringComparison.Ordinal);
        var fields = TestBrowser.FieldsOf(await who.GetAsync(paper + "/marking"), new() { ["Checked"] = "true", ["Version"] = $"{(await place.StoredAsync(paper)).Version}" });
        var answer = await who.SendAsync(new(HttpMethod.Post, paper + "/approve") { Content = new FormUrlEncodedContent(fields) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("You had a hand in this paper", answer.Text, StringComparison.Ordinal);
        Assert.Equal(PaperState.Frozen, (await place.StoredAsync(paper)).State);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_people_who_write_one_section_see_each_others_text(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var section = await place.SectionAsync(await place.MakeAsync());
        var mine = await place.Writer.GetAsync(section);
        var theirs = await place.Colleague.GetAsync(section);
        Assert.Equal(HttpStatusCode.Redirect, (await place.Colleague.SubmitAsync(theirs, new() { ["Heading"] = "Summary", ["Text"] = "Theirs." })).Status);
        var clash = await place.Writer.SubmitAsync(mine, new() { ["Heading"] = "Summary", ["Text"] = "Mine." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, clash.Status);
        Assert.Contains(clash.Html.QuerySelectorAll("td"), cell => cell.TextContent == "Theirs.");
        Assert.Equal("Mine.", clash.Html.QuerySelector("#Text")!.TextContent.Trim());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_marking_is_raised_by_one_and_lowered_only_by_a_second_person(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync();
        Dictionary<string, string> lower = new() { ["Marking"] = "official", ["Reason"] = "Nothing in it is sensitive" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await place.Writer.SubmitAsync(await place.Writer.GetAsync(paper + "/marking"), lower)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(paper + "/marking"), lower)).Status);
        Assert.Equal("OFFICIAL", (await place.Writer.GetAsync(paper + "/read")).Html.QuerySelector(".lapwing-marking")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await place.Colleague.SubmitAsync(await place.Colleague.GetAsync(paper + "/marking"), new() { ["Marking"] = "restricted", ["Reason"] = "On second thoughts" })).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_quarter_that_has_not_ended_cannot_be_frozen(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync(quarter: PaperPlace.Quarter.Next);
        var refused = await place.Writer.SubmitAsync(await place.Writer.GetAsync(paper + "/freeze"), []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("1 July 2023", StringComparison.Ordinal));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Releases_that_were_made_without_knowing_of_each_other_cannot_both_be_kept(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var door = place.App.Services.GetRequiredService<FiguresDoor>();
        var viewer = Viewer.System("test", place.App.Now);
        var one = await door.FreezeAsync("testing", viewer, PaperPlace.Quarter, "board", default);
        var other = await door.FreezeAsync("testing", viewer, PaperPlace.Quarter, "public", default);
        await using var db = await place.App.OpenAllAsync();
        db.Add(one);
        await db.SaveAsync(place.App.Act());
        await using var second = await place.App.OpenAllAsync();
        second.Add(other);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => second.SaveAsync(place.App.Act()));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Every_reading_and_every_copy_is_in_the_reader_log(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync();
        await place.Colleague.GetAsync(paper + "/read");
        foreach (var format in (string[])["docx", "html"])
        {
            var copy = await place.Colleague.GetAsync($"{paper}/export/{format}");
            Assert.Equal(HttpStatusCode.OK, copy.Status);
            Assert.Contains("RESTRICTED DRAFT", Uri.UnescapeDataString(copy.Response.Content.Headers.ContentDisposition!.ToString()), StringComparison.Ordinal);
        }
        var log = (await place.Writer.GetAsync(paper)).Html.QuerySelectorAll("table")[^1].QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(3, log.Count);
        Assert.All(log, line => Assert.Contains("colleague", line, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await place.Colleague.GetAsync(paper + "/export/exe")).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Papers_are_not_for_case_work_nor_for_another_job(EngineKind engine)
    {
        await using var place = await PaperPlace.ArrangeAsync(engine, 40);
        var paper = await place.MakeAsync();
        using var worker = await place.App.SignInAsync("worker@testing.example");
        foreach (var address in (string[])["/testing/papers", paper, paper + "/read", paper + "/export/html", paper + "/restatement", paper + "/approve", paper + "/freeze"])
            Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync(address)).Status);
        await place.App.JoinAsync("guardian@testing.example", Job.Guardian, place.Data.Council);
        using var guardian = await place.App.SignInAsync("guardian@testing.example");
        Assert.Equal(HttpStatusCode.OK, (await guardian.GetAsync(paper + "/read")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await guardian.GetAsync(paper + "/freeze")).Status);
    }

    private static async Task<OpenPaper> OpenAsync(PaperPlace place, string paper)
    {
        await using var db = await place.App.OpenAllAsync();
        return (await OpenPaper.FindAsync(db, paper.Split('/')[^1], default))!;
    }
}
