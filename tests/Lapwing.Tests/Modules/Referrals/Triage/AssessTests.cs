using System.Net;
using Lapwing.Facts;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Triage;

public sealed class AssessTests(Desks desks) : IClassFixture<Desks>
{
    private static readonly string[] Codes = [.. Questionnaire.Demonstration.Items.Select(i => i.Code)];

    /// <summary>Answers the main questions, and leaves open what they lead to.</summary>
    private static async Task<TestPage> AssessAsync(TestBrowser browser, TestPage form, Dictionary<string, string> answers)
    {
        var next = await browser.SubmitAsync(form, answers);
        return next.Status == HttpStatusCode.OK ? await browser.SubmitAndFollowAsync(next, []) : await browser.GetAsync(next.Location!);
    }

    private static Dictionary<string, string> Yes(int number) => Codes.Take(number).ToDictionary(code => $"Answers[{code}].Answer", _ => "Yes");

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Answers_give_a_level_with_its_reasons_and_flags_and_the_referral_takes_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.NotAssessed });
        using var ann = await desk.AsAsync("ann");
        var answers = Yes(14);
        answers["Answers[throat].Answer"] = "Yes";
        answers["Answers[throat].Note"] = "A note in made-up words";

        var result = await AssessAsync(ann, await ann.GetAsync(AssessModel.Url("testing", referral.Id)), answers);

        Assert.Equal("Risk assessment: high", result.Heading);
        Assert.Contains("The score is 15 of 24, which is high risk here", result.Text, StringComparison.Ordinal);
        Assert.Contains("Non-fatal strangulation is reported", result.Text, StringComparison.Ordinal);
        Assert.Contains("A note in made-up words", result.Text, StringComparison.Ordinal);
        Assert.Contains("lapwing-demonstration version 2", result.Text, StringComparison.Ordinal);
        var after = await desk.LoadAsync(referral.Id);
        Assert.Equal((RiskLevel.High, desk.Members["ann"].Id), (after.Risk, after.ClaimedBy));
        var assessment = await desk.LookAsync(db => db.RiskAssessments.SingleAsync(a => a.CaseFile == referral.CaseFile));
        var fact = await desk.LookAsync(db => db.Facts.SingleAsync(f => f.Kind == FactKind.RiskAssessed && f.Record == assessment.Id.Value));
        Assert.Equal((int)RiskLevel.High, new FactCodes(fact.Codes).Risk);
        Assert.Contains("Non-fatal strangulation", (await ann.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Judgement_raises_with_reasons_and_never_lowers(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.NotAssessed });
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(AssessModel.Url("testing", referral.Id));
        var answers = Yes(11);

        var lowered = await ann.SubmitAsync(form, new(answers) { ["Judged"] = "Standard", ["Reasons"] = "They seem calm to me and I would like to lower it" });
        Assert.Equal(HttpStatusCode.BadRequest, lowered.Status);
        Assert.Contains("Professional judgement can raise the level and never lower it: the score says medium", lowered.Errors);
        Assert.Equal(11, lowered.Html.QuerySelectorAll("input[type=radio][checked]").Length);
        Assert.Contains("They seem calm to me", lowered.Text, StringComparison.Ordinal);

        var bare = await ann.SubmitAsync(form, new(answers) { ["Judged"] = "High", ["Reasons"] = "high" });
        Assert.Contains("Write the reasons for your judgement in a sentence or more", bare.Errors);
        Assert.Equal(0, await desk.LookAsync(db => db.RiskAssessments.CountAsync(a => a.CaseFile == referral.CaseFile)));

        var raised = await ann.SubmitAndFollowAsync(form, new(answers) { ["Judged"] = "High", ["Reasons"] = "The made-up way in which it is said frightens me" });
        Assert.Equal("Risk assessment: high", raised.Heading);
        Assert.Contains("Raised to high by professional judgement", raised.Text, StringComparison.Ordinal);
        Assert.Equal(RiskLevel.High, (await desk.LoadAsync(referral.Id)).Risk);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_later_assessment_takes_the_place_of_an_earlier_one_which_stays_as_it_was(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.NotAssessed });
        using var ann = await desk.AsAsync("ann");
        var first = await ann.SubmitAndFollowAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), Yes(3));

        var form = await ann.GetAsync(AssessModel.Url("testing", referral.Id));
        Assert.Contains("It stays as it is; this one takes its place.", form.Text, StringComparison.Ordinal);
        await AssessAsync(ann, form, Yes(14));

        var earlier = await ann.GetAsync(first.Address);
        Assert.Equal("Risk assessment: standard", earlier.Heading);
        Assert.Contains("A later assessment took the place of this one.", earlier.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.LookAsync(db => db.RiskAssessments.CountAsync(a => a.CaseFile == referral.CaseFile && a.SupersededBy == null)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_child_under_16_is_sent_to_safeguarding_and_never_to_marac_whatever_the_score(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var child = await desk.ReceiveAsync(new() { Who = Lapwing.Modules.Directory.WhoIsReferred.Child, Born = new(2012, 1, 1), Risk = RiskLevel.NotAssessed });
        var ageless = await desk.ReceiveAsync(new() { Who = Lapwing.Modules.Directory.WhoIsReferred.Child, Born = null, Risk = RiskLevel.NotAssessed });
        var adult = await desk.ReceiveAsync(new() { Risk = RiskLevel.NotAssessed });
        using var ann = await desk.AsAsync("ann");

        var forChild = await AssessAsync(ann, await ann.GetAsync(AssessModel.Url("testing", child.Id)), Yes(20));
        var forAgeless = await AssessAsync(ann, await ann.GetAsync(AssessModel.Url("testing", ageless.Id)), Yes(20));
        var forAdult = await AssessAsync(ann, await ann.GetAsync(AssessModel.Url("testing", adult.Id)), Yes(20));

        Assert.DoesNotContain("MARAC is recommended", forChild.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MARAC is recommended", forAgeless.Text, StringComparison.Ordinal);
        Assert.Contains("Under 16: follow children", forChild.Text, StringComparison.Ordinal);
        Assert.Contains("MARAC is recommended: the score reaches the threshold of 14.", forAdult.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nothing_answered_is_no_assessment_and_a_note_needs_its_answer(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(AssessModel.Url("testing", referral.Id));

        Assert.Contains("Answer at least one question, or give your professional judgement", (await ann.SubmitAsync(form, [])).Errors);
        var noted = await ann.SubmitAsync(form, new() { ["Answers[hurt].Note"] = "A note alone", ["Answers[afraid].Answer"] = "DontKnow" });
        Assert.Single(noted.Errors);
        Assert.Contains("A note alone", noted.Text, StringComparison.Ordinal);
        var unknown = await ann.SubmitAndFollowAsync(form, new() { ["Answers[afraid].Answer"] = "DontKnow", ["Answers[hurt].Answer"] = "Declined" });
        Assert.Contains("No question was answered yes or no, so the score says nothing.", unknown.Text, StringComparison.Ordinal);
    }
}
