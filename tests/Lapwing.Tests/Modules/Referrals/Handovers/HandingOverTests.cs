using System.Net;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Handovers.Pages;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>Handing over between two partnerships of one installation, by the pages.</summary>
public sealed class HandingOverTests
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_was_shown_is_sent_and_is_a_referral_at_the_other_front_door_and_what_they_decide_comes_back(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        var referral = await two.Desk.ReceiveAsync(new() { Given = "Wilhelmina", Family = "Ashdown", Account = "What nobody else shall read" });
        using var ann = await two.Desk.AsAsync("ann");
        var form = await ann.GetAsync(HandOverModel.Url(TwoPartnerships.Here, referral.CaseFile));
        Assert.Equal(["Choose the lawful basis", "Choose the partnership", "Choose what it is handed over for", "Enter the last day on which they may take it", "Say what they need to know to decide"],
            (await ann.SubmitAsync(form, [])).Errors.Order());
        var fields = TwoPartnerships.Form(await two.PartnerAsync());
        Assert.Equal(["Without the person's agreement, write down why handing over is necessary and lawful"],
            (await ann.SubmitAsync(form, new(fields) { ["Basis"] = "VitalInterests" })).Errors);
        foreach (var (year, words) in new[] { ("2022", "The last day must be from today to"), ("2031", "The last day must be from today to") })
            Assert.StartsWith(words, Assert.Single((await ann.SubmitAsync(form, new(fields) { ["Until.Year"] = year })).Errors), StringComparison.Ordinal);
        Assert.NotEmpty((await ann.SubmitAsync(form, new(fields) { ["Until.Day"] = "31", ["Until.Month"] = "2" })).Errors);
        Assert.Equal(["What they need to know must be 4,000 characters or fewer"], (await ann.SubmitAsync(form, new(fields) { ["Reasons"] = new string('x', 10_000) })).Errors);

        var preview = await ann.SubmitAsync(form, new(fields) { ["Reasons"] = "Made-up reasons: \U0001F41F 情報" });
        Assert.Contains("This is what will be sent, and nothing else", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Wilhelmina Ashdown", preview.Html.QuerySelector(".lapwing-preview")!.TextContent, StringComparison.Ordinal);
        Assert.False(await two.LookAsync(TwoPartnerships.Here, db => db.Handovers.AnyAsync()));
        var page = await ann.SubmitAndFollowAsync(preview, new() { ["Step"] = HandOverModel.Send });
        Assert.Contains("On its way", page.Text, StringComparison.Ordinal);
        await two.WorkAsync();

        page = await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, referral.CaseFile));
        Assert.Contains("At their front door", page.Text, StringComparison.Ordinal);
        using var dot = await two.App.SignInAsync("dot@example.org");
        Assert.Contains("Wilhelmina Ashdown", (await dot.GetAsync("/drive/worklist")).Text, StringComparison.Ordinal);
        var (there, file) = await two.LookAsync(TwoPartnerships.There, async db => await db.Referrals.AsNoTracking().SingleAsync() is var r ? (r, r.CaseFile) : default);
        Assert.Equal((ReferralSource.AnotherPartnership, ReferralStatus.Waiting, referral.Risk), (there.Source, there.Status, there.Risk));
        var arrived = await dot.GetAsync(HandoversModel.Url(TwoPartnerships.There, file));
        Assert.Contains("Came by handover from Testing", arrived.Text, StringComparison.Ordinal);
        Assert.Contains("\U0001F41F 情報", arrived.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("What nobody else shall read", arrived.Text, StringComparison.Ordinal);

        var declined = await dot.SubmitAndFollowAsync(await dot.GetAsync(DeclineModel.Url(TwoPartnerships.There, there.Id)), new() { ["Reason"] = "NoCapacity", ["Note"] = "A secret of theirs", ["LookedElsewhere"] = "true" });
        Assert.Equal(HttpStatusCode.OK, declined.Status);
        await two.WorkAsync();
        page = await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, referral.CaseFile));
        Assert.Contains("They have declined it", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret of theirs", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("form.lapwing-recall"));
        var timeline = await ann.GetAsync(TimelineModel.Url(TwoPartnerships.Here, referral.CaseFile));
        Assert.Contains("Handed over to Drive in the test", timeline.Text, StringComparison.Ordinal);
        Assert.Contains("Drive in the test: they have declined it", timeline.Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Addresses_numbers_and_ids_of_the_file_never_leave_not_even_typed(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        var referral = await two.Desk.ReceiveAsync(new() { Address = "14 Invented Row\nMadeup\nRM10 9ZZ", Account = "An account that stays" });
        await using (var db = await two.App.OpenAllAsync())
        {
            var (key, act) = (await db.KeyOfAsync(referral.CaseFile), two.App.Act());
            db.Add(ContactMethod.Add(act, key, db.Session.Index, referral.Subject, ContactKind.Telephone, "020 7946 0999", new() { MayRing = true }));
            await db.SaveAsync(act);
        }
        using var ann = await two.Desk.AsAsync("ann");
        var form = await ann.GetAsync(HandOverModel.Url(TwoPartnerships.Here, referral.CaseFile));
        var partner = await two.PartnerAsync();
        foreach (var (words, what) in new[] { ("She lives at 14 invented row, RM109ZZ now", "an address"), ("Ring 0207 946 0999", "a telephone number") })
            Assert.Contains(what, Assert.Single((await ann.SubmitAsync(form, TwoPartnerships.Form(partner, words))).Errors), StringComparison.Ordinal);
        Assert.False(await two.LookAsync(TwoPartnerships.Here, db => db.Handovers.AnyAsync()));

        var handover = await two.SendAsync(ann, referral);
        await two.WorkAsync();
        await using var drive = await two.App.OpenAllAsync(TwoPartnerships.There);
        var arrival = await drive.HandoverArrivals.AsNoTracking().SingleAsync();
        var content = (await drive.KeyOfAsync(arrival.CaseFile)).Reveal(arrival.Content);
        foreach (var kept in new[] { "Invented Row", "9ZZ", "0999", "An account that stays", referral.Id.ToString(), referral.CaseFile.ToString(), referral.Subject.ToString(), referral.Reference, handover.Id.ToString(), handover.CaseFile.Value.ToString() })
            Assert.DoesNotContain(kept, content, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Testina", content, StringComparison.Ordinal);
        Assert.False(await drive.Whereabouts.AnyAsync());
        Assert.False(await drive.ContactMethods.AnyAsync());
        // Nor does the sender learn an id of the receiver: statuses carry a word and a moment.
        await using var db2 = await two.App.OpenAllAsync();
        Assert.DoesNotContain(await db2.HandoverNews.AsNoTracking().ToListAsync(), n => n.Id.Value == arrival.Id.Value);
        foreach (var message in await drive.HandoverMessages.AsNoTracking().ToListAsync())
            Assert.Matches("""^\{"status":"\w+","at":"[^"]+"\}$""", (await drive.KeyOfAsync(message.CaseFile)).Reveal(message.Body));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_form_that_is_sent_twice_hands_over_once_and_one_whose_file_changed_since_is_shown_again(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        var referral = await two.Desk.ReceiveAsync();
        using var ann = await two.Desk.AsAsync("ann");
        var form = await ann.GetAsync(HandOverModel.Url(TwoPartnerships.Here, referral.CaseFile));
        var fields = TwoPartnerships.Form(await two.PartnerAsync());
        var preview = await ann.SubmitAsync(form, fields);
        // Something else than what was shown is not sent.
        var other = await ann.SubmitAsync(preview, new() { ["Step"] = HandOverModel.Send, ["Reasons"] = "Typed after the preview" });
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
        Assert.Contains("is not what you were shown", Assert.Single(other.Errors), StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ann.SubmitAsync(other, new() { ["Step"] = HandOverModel.Send })));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await two.LookAsync(TwoPartnerships.Here, db => db.Handovers.CountAsync()));
        Assert.Equal("Typed after the preview", HandoverPackage.FromJson(await two.LookAsync(TwoPartnerships.Here, async db => (await db.KeyOfAsync(referral.CaseFile)).Reveal((await db.Handovers.SingleAsync()).Content)))!.Reasons);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task When_a_service_accepts_the_sender_sees_it_and_can_no_longer_take_it_back(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        var referral = await two.Desk.ReceiveAsync();
        using var ann = await two.Desk.AsAsync("ann");
        var handover = await two.SendAsync(ann, referral);
        await two.WorkAsync();
        var before = await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, referral.CaseFile));
        using var dot = await two.App.SignInAsync("dot@example.org");
        var there = await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AsNoTracking().SingleAsync());
        await dot.SubmitAndFollowAsync(await dot.GetAsync(RouteModel.Url(TwoPartnerships.There, there.Id)), new() { ["Chosen"] = two.Panel.Id.ToString(), ["WhyDifferent"] = "A made-up reason" });
        var episode = await two.LookAsync(TwoPartnerships.There, db => db.SupportEpisodes.AsNoTracking().SingleAsync());
        using var dan = await two.App.SignInAsync("dan@example.org");
        await dan.SubmitAndFollowAsync(await dan.GetAsync(EpisodeModel.Url(TwoPartnerships.There, episode.Id)), [], "form.lapwing-accept");

        // The recall crosses the acceptance: they had accepted, and the sender learns that.
        await ann.SubmitAndFollowAsync(before, new() { ["Reason"] = "NoLongerNeeded" }, "form.lapwing-recall");
        await two.WorkAsync();
        var page = await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, referral.CaseFile));
        Assert.Contains("Could not be taken back: they had accepted it", page.Text, StringComparison.Ordinal);
        Assert.Contains("They have accepted it", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("form.lapwing-recall"));
        var late = await ann.SubmitAsync(before, new() { ["Reason"] = "NoLongerNeeded" }, "form.lapwing-recall");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Equal(ReferralStatus.Accepted, (await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AsNoTracking().SingleAsync())).Status);
        Assert.Equal(HandoverStatus.Accepted, (await two.HandoverAsync(handover.Package)).Outcome);
        // A file that came by no handover has nobody to tell.
        var messages = await two.LookAsync(TwoPartnerships.Here, db => db.HandoverMessages.CountAsync());
        await using var db = await two.App.OpenAllAsync();
        await Lapwing.Modules.Referrals.Handovers.Handovers.ReportAsync(db, two.App.Act(), referral.CaseFile, HandoverStatus.Accepted, default);
        Assert.False(db.ChangeTracker.HasChanges());
        Assert.Equal(messages, await db.HandoverMessages.CountAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Taken_back_before_or_after_it_arrived_it_is_no_open_referral(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        using var ann = await two.Desk.AsAsync("ann");
        var (early, late) = (await two.Desk.ReceiveAsync(), await two.Desk.ReceiveAsync());
        var before = await two.SendAsync(ann, early);
        var page = await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, early.CaseFile));
        Assert.Equal(["Choose why you take it back"], (await ann.SubmitAsync(page, [], "form.lapwing-recall")).Errors);
        await ann.SubmitAndFollowAsync(page, new() { ["Reason"] = "WrongPartnership" }, "form.lapwing-recall");
        var after = await two.SendAsync(ann, late);
        await two.WorkAsync();
        await ann.SubmitAndFollowAsync(await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, late.CaseFile)), new() { ["Reason"] = "ConsentWithdrawn" }, "form.lapwing-recall");
        await two.WorkAsync();

        Assert.Equal((HandoverState.Recalled, HandoverStatus.Withdrawn), await two.HandoverAsync(before.Package) is var h ? (h.State, h.Outcome!.Value) : default);
        Assert.Null(await two.ArrivalAsync(before.Package));
        Assert.Equal((HandoverState.Recalled, HandoverStatus.Withdrawn), await two.HandoverAsync(after.Package) is var h2 ? (h2.State, h2.Outcome!.Value) : default);
        var referral = await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AsNoTracking().SingleAsync());
        Assert.Equal((ReferralStatus.Declined, DeclineReason.TakenBack), (referral.Status, referral.DeclineReason));
        Assert.Contains(HandoverProblem.RecallFirst, await two.ReasonsAsync(TwoPartnerships.There));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_nobody_decided_until_its_end_is_closed_and_the_sender_is_told(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        using var ann = await two.Desk.AsAsync("ann");
        var handover = await two.SendAsync(ann, await two.Desk.ReceiveAsync());
        await two.WorkAsync();
        two.App.Clock.Advance(handover.Until - two.App.Now - TimeSpan.FromMinutes(1));
        await two.WorkAsync();
        Assert.Equal(ReferralStatus.Waiting, (await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AsNoTracking().SingleAsync())).Status);
        two.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await two.WorkAsync();
        Assert.Equal(DeclineReason.TakenBack, (await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AsNoTracking().SingleAsync())).DeclineReason);
        Assert.Equal((HandoverStatus.Expired, HandoverStatus.Expired), await two.HandoverAsync(handover.Package) is var h ? (h.Status!.Value, h.Outcome!.Value) : default);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_partnership_that_does_not_know_the_sender_gets_it_when_it_does_or_never_and_keeps_the_reason(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        await SetPartnerAsync(two, partner => partner.End(two.App.Act()));
        var (first, _) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile, two.App.Now.AddDays(20));
        await two.WorkAsync();
        Assert.Null(await two.ArrivalAsync(first.Package));
        Assert.Contains(HandoverProblem.UnknownSender, await two.ReasonsAsync(TwoPartnerships.There));
        using var dag = await two.App.SignInAsync("dag@example.org");
        Assert.Contains("the sender is not one of the confirmed partners", (await dag.GetAsync(InboxModel.Url(TwoPartnerships.There))).Text, StringComparison.Ordinal);
        using var ann = await two.Desk.AsAsync("ann");
        Assert.Contains("It is tried again", (await ann.GetAsync(HandoversModel.Url(TwoPartnerships.Here, first.CaseFile))).Text, StringComparison.Ordinal);
        // They confirm it, and it arrives by itself.
        await using (var db = await two.App.OpenAllAsync(TwoPartnerships.There))
        {
            var act = two.App.Act();
            var partner = Partner.ProposeHere(act, 1, TwoPartnerships.Here, "Testing");
            partner.Confirm(act with { Who = act.Who with { Member = Id<Member>.New() } });
            db.Add(partner);
            await db.SaveAsync(act);
        }
        two.App.Clock.Advance(TimeSpan.FromHours(2));
        await two.WorkAsync();
        Assert.NotNull(await two.ArrivalAsync(first.Package));
        // Another one they never confirm: its time runs out on the way.
        await SetPartnerAsync(two, partner => partner.End(two.App.Act()));
        var (second, _) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile, two.App.Now.AddHours(5));
        for (var hour = 0; hour < 8; hour++)
        {
            await two.WorkAsync();
            two.App.Clock.Advance(TimeSpan.FromHours(1));
        }
        var handover = await two.HandoverAsync(second.Package);
        Assert.Equal((HandoverState.NotDelivered, HandoverProblem.Expired, HandoverStatus.Expired), (handover.State, handover.Problem, handover.Outcome!.Value));
        Assert.Null(await two.ArrivalAsync(second.Package));
    }

    private static async Task SetPartnerAsync(TwoPartnerships two, Action<Partner> change)
    {
        await using var db = await two.App.OpenAllAsync(TwoPartnerships.There);
        change(await db.Partners.SingleAsync(p => p.State == PartnerState.Confirmed));
        await db.SaveAsync(two.App.Act());
    }

    [Fact]
    public void A_package_holds_what_is_on_the_allow_list_and_nothing_else_can_be_added() =>
        Assert.Equal(["Area", "Basis", "BasisNote", "Email", "Id", "Purpose", "Reasons", "Risk", "SafeContact", "Sender", "SenderTeam", "SenderTelephone", "SenderWorker", "Subject", "Telephone", "Until", "Who"],
            typeof(HandoverPackage).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).Order());
}
