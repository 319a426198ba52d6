using System.Net;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework;

public sealed class SupportTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Accepting_starts_the_wait_opening_ends_it_and_the_figures_know_both(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, id) = await desk.OfferAsync(new() { Given = "Accepta" });
        using var cas = await desk.AsAsync("cas");
        Assert.Contains("Accepta", (await cas.GetAsync("/testing/support")).Text, StringComparison.Ordinal);

        var accepted = await cas.SubmitAndFollowAsync(await cas.GetAsync(EpisodeModel.Url("testing", id)), [], "form.lapwing-accept");

        Assert.Contains("waiting for a worker", accepted.Text, StringComparison.Ordinal);
        Assert.Equal(ReferralStatus.Accepted, (await desk.LoadAsync(referral.Id)).Status);
        var circle = await desk.LookAsync(db => db.Circles.SingleAsync(c => c.File == referral.CaseFile && c.Team == desk.Outreach.Id));
        Assert.Equal(("Support by Kingfisher Outreach", desk.App.Now.AddMonths(12)), (circle.Purpose, circle.Until));

        var opened = await cas.SubmitAndFollowAsync(await cas.GetAsync(WorkerModel.Url("testing", id)), new() { ["Worker"] = desk.Members["cas"].Id.ToString() });

        Assert.Contains("with cas", opened.Text, StringComparison.Ordinal);
        Assert.Contains("Accepta", (await cas.GetAsync("/testing/support?show=mine")).Text, StringComparison.Ordinal);
        var kinds = await desk.LookAsync(db => db.Facts.Where(f => f.Record == id.Value || f.Record == referral.Id.Value).Select(f => f.Kind).ToListAsync());
        Assert.Equal([FactKind.ReferralAccepted, FactKind.EpisodeOpened, FactKind.WaitingStarted, FactKind.WaitingEnded],
            kinds.Where(k => k is FactKind.ReferralAccepted or FactKind.EpisodeOpened or FactKind.WaitingStarted or FactKind.WaitingEnded).Order());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_a_service_does_not_take_is_back_at_the_front_door_with_the_reason_and_the_team_leaves_the_file(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, id) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var form = await cas.GetAsync(NotTakeModel.Url("testing", id));
        Assert.Contains("Say why: the front door must find another route", (await cas.SubmitAsync(form, new() { ["Reason"] = "NoCapacity" })).Errors);

        var list = await cas.SubmitAndFollowAsync(form, new() { ["Reason"] = "NoCapacity", ["Note"] = "Full until a made-up Monday" });

        Assert.Contains("back with the front door", list.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cas.GetAsync(EpisodeModel.Url("testing", id))).Status);
        using var ann = await desk.AsAsync("ann");
        Assert.Contains("Kingfisher Outreach did not take it: no capacity", (await ann.GetAsync("/testing/worklist")).Text, StringComparison.Ordinal);
        Assert.Contains("Full until a made-up Monday", (await ann.GetAsync(ReferralModel.Url("testing", referral.Id))).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_way_that_is_not_safe_is_refused_with_what_is_safe_and_the_first_contact_made_stops_the_clock(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, id) = await desk.OpenAsync(cas);
        var form = await cas.GetAsync(ContactModel.Url("testing", referral.Id));

        var refused = await cas.SubmitAsync(form, new() { ["Channel"] = "Text", ["Result"] = "Made", ["Note"] = "A made-up note" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Text message was not a safe way", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Safe at that time: telephone", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("A made-up note", refused.Text, StringComparison.Ordinal);
        Assert.Null((await desk.LoadAsync(referral.Id)).FirstSafeContactAt);

        var page = await cas.SubmitAndFollowAsync(refused, new() { ["Channel"] = "Telephone" });

        Assert.Equal(EpisodeModel.Url("testing", id), page.Address);
        Assert.Contains("Contact made: telephone", page.Text, StringComparison.Ordinal);
        Assert.Equal(id, await desk.LookAsync(db => db.ContactEntries.Where(c => c.CaseFile == referral.CaseFile).Select(c => c.Episode).SingleAsync()));
        Assert.Equal(30, await desk.LookAsync(db => db.Facts.Where(f => f.Kind == FactKind.FirstSafeContact && f.Record == referral.Id.Value).Select(f => f.Value).SingleAsync()));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Change_is_shown_on_matched_pairs_only_and_nothing_is_measured_twice(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (_, id) = await desk.OpenAsync(cas);
        var start = await cas.GetAsync(OutcomesModel.Url("testing", id, OutcomePoint.Start));
        await cas.SubmitAndFollowAsync(start, new() { ["Scores[safety]"] = "2", ["Scores[housing]"] = "3" });

        var page = await cas.SubmitAndFollowAsync(await cas.GetAsync(OutcomesModel.Url("testing", id, OutcomePoint.End)), new() { ["Scores[safety]"] = "4" });

        var rows = page.Html.QuerySelectorAll("#outcomes tbody tr").Select(r => string.Join("|", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Safety|2|4|Better by 2", "Housing|3|–|No pair to compare"], rows);
        var again = await cas.SubmitAsync(start, new() { ["Scores[safety]"] = "5" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Null((await cas.GetAsync(OutcomesModel.Url("testing", id, OutcomePoint.Start))).Html.QuerySelector("[name='Scores[safety]']"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Who_is_open_and_who_waits_is_counted_from_the_cases(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (_, id) = await desk.OfferAsync();
        var before = Load(await cas.GetAsync("/testing/support"));

        await cas.SubmitAndFollowAsync(await cas.GetAsync(EpisodeModel.Url("testing", id)), [], "form.lapwing-accept");
        var waiting = Load(await cas.GetAsync("/testing/support?show=waiting"));
        await cas.SubmitAndFollowAsync(await cas.GetAsync(WorkerModel.Url("testing", id)), new() { ["Worker"] = desk.Members["eve"].Id.ToString() });
        var open = Load(await cas.GetAsync("/testing/support?show=team"));

        Assert.Equal((before.Open, before.Waiting + 1), waiting);
        Assert.Equal((before.Open + 1, before.Waiting), open);

        static (int Open, int Waiting) Load(TestPage page)
        {
            var cells = page.Html.QuerySelectorAll("#loads tbody tr").Single(r => r.TextContent.Contains("Kingfisher Outreach", StringComparison.Ordinal)).Children.Select(c => c.TextContent.Trim()).ToList();
            Assert.Equal("1", cells[2]);
            return (int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Support_ends_with_outcomes_or_a_reason_for_none_and_a_long_note_survives_the_error(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (_, id) = await desk.OpenAsync(cas);
        var note = new string('n', 10_001);
        var form = await cas.GetAsync(EndModel.Url("testing", id));

        var refused = await cas.SubmitAsync(form, new() { ["Reason"] = "GoalsMet", ["Note"] = note });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Record the outcomes at the end first, or choose why they were not measured", "The note must be 10,000 characters or fewer"], refused.Errors.Order());
        Assert.Equal(note, refused.Html.QuerySelector("textarea")!.TextContent.Trim());
        var asked = await cas.SubmitAndFollowAsync(refused, new() { ["NotMeasured"] = "DidNotWantTo", ["Note"] = note[1..] });
        Assert.Contains("a manager was asked to confirm its end", asked.Text, StringComparison.Ordinal);
        using var max = await desk.AsAsync("max");
        var ended = await max.SubmitAndFollowAsync(await max.GetAsync(EpisodeModel.Url("testing", id)), [], "form.lapwing-confirm-end");
        Assert.Contains("Outcomes at the end were not measured: the person did not want to", ended.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.LookAsync(db => db.Facts.CountAsync(f => f.Kind == FactKind.EpisodeEnded && f.Record == id.Value)));
    }
}
