using System.Net;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk.OverTime;

/// <summary>The next page asks what the answers lead to, at triage and in the file alike, as a browser without JavaScript meets it.</summary>
public sealed class BranchPagesTests(Desks desks) : IClassFixture<Desks>
{
    public static TheoryData<EngineKind, bool> Pages => new() { { EngineKind.Sqlite, true }, { EngineKind.Sqlite, false }, { EngineKind.Postgres, true }, { EngineKind.Postgres, false } };

    [Theory, MemberData(nameof(Pages))]
    public async Task What_the_answers_lead_to_is_asked_on_the_next_page_and_everything_is_kept_together(EngineKind engine, bool isTriage)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(isTriage ? AssessModel.Url("testing", referral.Id) : $"/testing/files/{referral.CaseFile}/risk/assess");
        Assert.DoesNotContain("stalk-fear", form.Text, StringComparison.Ordinal);

        var next = await ann.SubmitAsync(form, new()
        {
            ["Answers[followed].Answer"] = "Yes", ["Answers[followed].Note"] = "A made-up note", ["Answers[cut-off].Answer"] = "Yes", ["Answers[hurt].Answer"] = "No",
            ["Judged"] = "High", ["Reasons"] = "Made-up reasons that are long enough",
        });

        Assert.Equal(HttpStatusCode.OK, next.Status);
        Assert.Contains("Further questions", next.Text, StringComparison.Ordinal);
        Assert.Equal(18 * 4, next.Html.QuerySelectorAll("input[type=radio]").Length);
        Assert.Equal(0, await desk.LookAsync(db => db.RiskAssessments.CountAsync(a => a.CaseFile == referral.CaseFile)));

        // Back to the questions and forth again: nothing is lost.
        var back = await ann.SubmitAsync(next, new() { ["Answers[stalk-fear].Answer"] = "Yes", ["Step"] = "questions" });
        Assert.Equal(3, back.Html.QuerySelectorAll("input[type=radio][checked]").Length);
        Assert.Contains("A made-up note", back.Text, StringComparison.Ordinal);
        Assert.Contains("Made-up reasons that are long enough", back.Text, StringComparison.Ordinal);

        var noted = await ann.SubmitAsync(next, new() { ["Answers[stalk-often].Note"] = "A note without an answer" });
        Assert.Equal(HttpStatusCode.BadRequest, noted.Status);
        Assert.Contains("A note without an answer", noted.Text, StringComparison.Ordinal);
        Assert.Equal(11 * 4, noted.Html.QuerySelectorAll("input[type=radio]").Length);

        var done = await ann.SubmitAndFollowAsync(next, new() { ["Answers[stalk-fear].Answer"] = "Yes", ["Answers[honour-marriage].Answer"] = "Yes", ["Answers[honour-marriage].Note"] = "Another made-up note" });
        Assert.Equal("Risk assessment: high", done.Heading);
        Assert.Contains("The score is 2 of 24", done.Text, StringComparison.Ordinal);
        Assert.Contains("Stalking and harassment: 1 of 11 further questions answered yes, 10 without yes or no.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Honour-based abuse or forced marriage is reported", done.Text, StringComparison.Ordinal);
        Assert.Contains("A made-up note", done.Text, StringComparison.Ordinal);
        Assert.Contains("Another made-up note", done.Text, StringComparison.Ordinal);
        Assert.Contains("lapwing-demonstration version 2", done.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_branch_may_be_left_open_and_answers_of_one_that_closed_again_are_not_kept(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        var next = await ann.SubmitAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[followed].Answer"] = "Yes" });
        var back = await ann.SubmitAsync(next, new() { ["Answers[stalk-threats].Answer"] = "Yes", ["Step"] = "questions" });

        var closed = await ann.SubmitAndFollowAsync(back, new() { ["Answers[followed].Answer"] = "No" });
        Assert.DoesNotContain("further questions answered yes", closed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stalking or harassment is reported", closed.Text, StringComparison.Ordinal);

        desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var open = await ann.SubmitAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[followed].Answer"] = "Yes" });
        var left = await ann.SubmitAndFollowAsync(open, []);
        Assert.Contains("0 of 11 further questions answered yes, 11 without yes or no.", left.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_young_peoples_questions_are_asked_by_age(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var ann = await desk.AsAsync("ann");
        foreach (var (born, isYoung) in new[] { (new DateOnly(2010, 6, 7), false), (new(2010, 6, 6), true), (new(2005, 6, 7), true), (new(2005, 6, 6), false) })
        {
            var referral = await desk.ReceiveAsync(new() { Who = WhoIsReferred.Child, Born = born });
            var page = await ann.GetAsync(AssessModel.Url("testing", referral.Id));
            Assert.Equal(isYoung, page.Text.Contains(Questionnaire.YoungDemonstration.Title, StringComparison.Ordinal));
            if (isYoung)
                Assert.Contains("lapwing-young-people version 1", (await ann.SubmitAndFollowAsync(page, new() { ["Answers[pictures].Answer"] = "Yes" })).Text, StringComparison.Ordinal);
        }
    }
}
