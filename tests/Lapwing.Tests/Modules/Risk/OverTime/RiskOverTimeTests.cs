using System.Net;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Assessing;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Tests.Modules.Casework;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Risk.OverTime;

public sealed class RiskOverTimeTests(Desks desks) : IClassFixture<Desks>
{
    private static Dictionary<string, string> Date(string day, string month, string year, params (string, string)[] more) =>
        new(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2))) { ["On.Day"] = day, ["On.Month"] = month, ["On.Year"] = year };

    private static async Task<TestPage> IncidentAsync(TestBrowser browser, Referral referral, string day, string month, string year, string kinds, string? by = null, string? name = null)
    {
        var fields = Date(day, month, year, ("Kinds", kinds), ("Source", "Housing"), ("Account", "What a made-up landlord heard"));
        if (by is not null)
            fields["DoneBy"] = by;
        if (name is not null)
            fields["NewName"] = name;
        return await browser.SubmitAndFollowAsync(await browser.GetAsync(AddIncidentModel.Url("testing", referral.CaseFile)), fields);
    }

    private static Dictionary<string, string> Gates(TestPage page) => page.Html.QuerySelectorAll("#gates tbody tr")
        .ToDictionary(row => row.Children[0].TextContent.Trim(), row => row.Children[1].TextContent.Trim());

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Three_incidents_of_any_agency_meet_the_criteria_until_marac_is_considered_and_one_taken_back_no_longer_counts(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Escala", Born = new(1990, 1, 1) });
        using var ann = await desk.AsAsync("ann");
        await IncidentAsync(ann, referral, "6", "6", "2022", "Economic", FilePeople.New, "Madeup Harmer");
        await IncidentAsync(ann, referral, "1", "2", "2023", "OtherAbuse");
        Assert.DoesNotContain("Meets the criteria for MARAC", (await ann.GetAsync(RiskModel.Url("testing", referral.CaseFile))).Text, StringComparison.Ordinal);

        var page = await IncidentAsync(ann, referral, "5", "6", "2023", "Violence|Strangulation");

        Assert.Equal("Met", Gates(page)["Potential escalation"]);
        Assert.Contains("3 domestic abuse incidents since 6 June 2022, from any agency", page.Text, StringComparison.Ordinal);
        // Nobody overlooks it on any page of the file.
        Assert.Contains("Meets the criteria for MARAC: potential escalation.", (await ann.GetAsync($"/testing/files/{referral.CaseFile}")).Text, StringComparison.Ordinal);
        Assert.Contains("Madeup Harmer", page.Text, StringComparison.Ordinal);

        var form = await ann.GetAsync(MaracModel.Url("testing", referral.CaseFile));
        var bare = await ann.SubmitAsync(form, new() { ["IsMade"] = "false" });
        Assert.Equal(HttpStatusCode.BadRequest, bare.Status);
        Assert.Contains("Write why no referral was made, in a sentence or more", bare.Errors);
        var considered = await ann.SubmitAndFollowAsync(form, new() { ["IsMade"] = "false", ["Reasons"] = "Made-up reasons why the panel would not help her now" });
        Assert.DoesNotContain("Meets the criteria for MARAC", considered.Text, StringComparison.Ordinal);
        Assert.Contains("MARAC considered, no referral made", considered.Text, StringComparison.Ordinal);
        Assert.Equal("Met", Gates(considered)["Potential escalation"]);

        var incident = await desk.LookAsync(db => db.Incidents.Where(i => i.CaseFile == referral.CaseFile).OrderByDescending(i => i.On).FirstAsync());
        var shown = await ann.GetAsync(IncidentModel.Url("testing", referral.CaseFile, incident.Id));
        Assert.Contains("Qualifies for a repeat referral: violence; strangulation or suffocation.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Say why this was recorded by mistake", (await ann.SubmitAsync(shown, [])).Errors);
        await ann.SubmitAndFollowAsync(shown, new() { ["Reason"] = "It belongs to another made-up file" });
        Assert.Equal("Not met", Gates(await ann.GetAsync(RiskModel.Url("testing", referral.CaseFile)))["Potential escalation"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ann.SubmitAsync(shown, new() { ["Reason"] = "A second time" })).Status);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_second_report_of_the_same_event_counts_once_and_both_stay(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        await IncidentAsync(ann, referral, "1", "6", "2023", "Violence");
        var first = await desk.LookAsync(db => db.Incidents.SingleAsync(i => i.CaseFile == referral.CaseFile));
        var form = await ann.GetAsync(AddIncidentModel.Url("testing", referral.CaseFile));
        var page = await ann.SubmitAndFollowAsync(form, Date("1", "6", "2023", ("Kinds", "Violence"), ("Source", "Police"), ("PoliceReference", "MADE/UP/1"), ("SameAs", first.Id.ToString())));
        Assert.Contains("1 domestic abuse incident since", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll("#over-time tbody tr").Count(r => r.TextContent.Contains("Incident", StringComparison.Ordinal)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_qualifying_incident_by_the_same_person_after_a_marac_referral_is_a_repeat(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Given = "Repetita", Born = new(1991, 1, 1) });
        using var ann = await desk.AsAsync("ann");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(MaracModel.Url("testing", referral.CaseFile)), Date("6", "6", "2022", ("IsMade", "true"), ("Harmer", FilePeople.New), ("NewName", "Madeup Harmer")));
        var harmer = await desk.LookAsync(db => db.MaracConsiderations.Where(m => m.CaseFile == referral.CaseFile).Select(m => m.Harmer).SingleAsync());

        var other = await IncidentAsync(ann, referral, "3", "6", "2023", "Violence", FilePeople.New, "Another Madeup");
        Assert.Equal("Not met", Gates(other)["Repeat"]);
        var same = await IncidentAsync(ann, referral, "4", "6", "2023", "ThreatOfViolence", harmer!.Value.ToString());

        Assert.Equal("Met", Gates(same)["Repeat"]);
        Assert.Contains("within 12 months of the MARAC referral of 6 June 2022, by the same person to the same victim", same.Text, StringComparison.Ordinal);
        Assert.Contains("Meets the criteria for MARAC: repeat.", same.Text, StringComparison.Ordinal);
        // The assessment takes it over without a tick.
        var assessment = await ann.SubmitAndFollowAsync(await ann.GetAsync($"/testing/files/{referral.CaseFile}/risk/assess"), new() { ["Answers[hurt].Answer"] = "Yes" });
        Assert.Contains("MARAC is recommended as a repeat", assessment.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_child_under_16_cannot_be_referred_to_marac_and_one_of_16_is_flagged(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var child = await desk.ReceiveAsync(new() { Who = WhoIsReferred.Child, Born = new(2007, 6, 7) }); // sixteen tomorrow
        var young = await desk.ReceiveAsync(new() { Who = WhoIsReferred.Child, Born = new(2007, 6, 6) });
        using var ann = await desk.AsAsync("ann");
        var refused = await ann.SubmitAsync(await ann.GetAsync(MaracModel.Url("testing", child.CaseFile)), new() { ["IsMade"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("MARAC hears people aged 16 and over", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("MARAC never hears this case", (await ann.GetAsync(RiskModel.Url("testing", child.CaseFile))).Text, StringComparison.Ordinal);
        Assert.Contains("children's social care must be told as well", WebUtility.HtmlDecode((await ann.GetAsync(RiskModel.Url("testing", young.CaseFile))).Text), StringComparison.Ordinal);
        await ann.SubmitAndFollowAsync(await ann.GetAsync(MaracModel.Url("testing", young.CaseFile)), new() { ["IsMade"] = "true" });
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_received_result_is_kept_as_stated_and_only_judgement_raises_our_level(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Risk = RiskLevel.NotAssessed });
        using var ann = await desk.AsAsync("ann");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[hurt].Answer"] = "Yes" });
        var form = await ann.GetAsync($"/testing/files/{referral.CaseFile}/risk/received");
        var stated = Date("5", "6", "2023", ("Instrument", "DARA"), ("Level", "High"), ("Score", "31"), ("AssessedBy", "PC Madeup"), ("Words", "Made-up words of an officer"));

        var page = await ann.SubmitAndFollowAsync(form, stated);

        Assert.Equal(RiskLevel.Standard, (await desk.LoadAsync(referral.Id)).Risk);
        Assert.Contains("Received: DARA, high, score 31 on its own scale", page.Text, StringComparison.Ordinal);
        Assert.Contains("Kept as it was stated; it is not part of our score.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Not met", Gates(page)["Professional judgement"]);

        var bare = await ann.SubmitAsync(form, new(stated) { ["Judged"] = "High", ["Reasons"] = "high" });
        Assert.Contains("Write the reasons for your judgement in a sentence or more", bare.Errors);
        var raised = await ann.SubmitAndFollowAsync(form, new(stated) { ["Judged"] = "High", ["Reasons"] = "What the made-up officer saw worries me more than her answers" });
        Assert.Equal(RiskLevel.High, (await desk.LoadAsync(referral.Id)).Risk);
        Assert.Equal("Met", Gates(raised)["Professional judgement"]);
        Assert.Contains("Levels as stated, ours and received", raised.Text, StringComparison.Ordinal);
        Assert.Contains("3 high", raised.Text, StringComparison.Ordinal);
        var lower = await ann.SubmitAsync(form, new(stated) { ["Judged"] = "Medium", ["Reasons"] = "I would like to lower it to this made-up level" });
        Assert.Contains("Judgement can raise the level and never lower it: ours is high already", lower.Errors);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Something_that_changed_makes_an_assessment_due_and_the_worker_and_every_page_say_when_it_is_overdue(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        string change;
        Referral referral;
        using (var cas = await desk.AsAsync("cas"))
        {
            (referral, _) = await desk.OpenAsync(cas, new() { Given = "Duedella" });
            await cas.SubmitAndFollowAsync(await cas.GetAsync($"/testing/files/{referral.CaseFile}/risk/assess"), new() { ["Answers[hurt].Answer"] = "Yes" });
            var before = await cas.GetAsync(RiskModel.Url("testing", referral.CaseFile));
            Assert.Contains("Due by 5 September 2023", before.Html.QuerySelector("#due")!.TextContent, StringComparison.Ordinal);
            change = ChangedModel.Url("testing", referral.CaseFile);
            Assert.Contains("Choose what changed", (await cas.SubmitAsync(await cas.GetAsync(change), [])).Errors);
            desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
            var after = await cas.SubmitAndFollowAsync(await cas.GetAsync(change), Date("6", "6", "2023", ("Kind", "Move")));
            Assert.Contains("Due by 13 June 2023", after.Html.QuerySelector("#due")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("overdue since", after.Text, StringComparison.Ordinal);
            Assert.Contains("0 overdue", (await cas.GetAsync("/testing/reassess")).Text, StringComparison.Ordinal);
        }
        desk.App.Clock.Advance(TimeSpan.FromDays(8));
        using var again = await desk.AsAsync("cas");
        Assert.Contains("A risk assessment is overdue since 13 June 2023. A move on 6 June 2023.", (await again.GetAsync($"/testing/files/{referral.CaseFile}")).Text, StringComparison.Ordinal);
        foreach (var list in new[] { "/testing/reassess", "/testing/reassess?show=team" })
        {
            var row = (await again.GetAsync(list)).Html.QuerySelectorAll("#reassess tbody tr").Single().TextContent;
            Assert.Contains("Duedella", row, StringComparison.Ordinal);
            Assert.Contains("Overdue", row, StringComparison.Ordinal);
        }
        // A new assessment is done: nothing is due for its time again.
        var form = await again.GetAsync($"/testing/files/{referral.CaseFile}/risk/assess");
        await again.SubmitAndFollowAsync(form, new() { ["Answers[hurt].Answer"] = "Yes" });
        var done = await again.GetAsync(RiskModel.Url("testing", referral.CaseFile));
        Assert.DoesNotContain("overdue since", done.Text, StringComparison.Ordinal);
        Assert.Contains("Our scores", done.Text, StringComparison.Ordinal);
        Assert.Contains("Superseded by a later assessment.", done.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_flag_stays_in_sight_when_a_later_assessment_does_not_repeat_it(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        await ann.SubmitAndFollowAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[throat].Answer"] = "Yes" });
        desk.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ann.SubmitAndFollowAsync(await ann.GetAsync(AssessModel.Url("testing", referral.Id)), new() { ["Answers[hurt].Answer"] = "Yes", ["Answers[throat].Answer"] = "Declined" });
        var page = await ann.GetAsync($"/testing/files/{referral.CaseFile}");
        Assert.Contains("Non-fatal strangulation is reported: consider professional judgement whatever the score. (Reported in the assessment of 6 June 2023; the latest one does not repeat it.)",
            page.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Wrong_input_is_said_beside_the_field_and_nothing_typed_is_lost(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        var answer = await ann.SubmitAsync(await ann.GetAsync(AddIncidentModel.Url("testing", referral.CaseFile)),
            Date("31", "2", "2023", ("Account", "Typed made-up words"), ("DoneTo", FilePeople.New), ("DoneBy", FilePeople.New)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(4, answer.Errors.Count);
        Assert.Contains("The date must be a real date", answer.Errors);
        Assert.Contains("Only one of the two can be somebody who is not listed", answer.Errors);
        Assert.Contains("Typed made-up words", answer.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.Incidents.CountAsync(i => i.CaseFile == referral.CaseFile)));
    }
}
