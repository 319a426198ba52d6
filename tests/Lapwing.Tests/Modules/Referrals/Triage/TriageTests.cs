using System.Net;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Triage;

public sealed class TriageTests(Desks desks) : IClassFixture<Desks>
{
    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Safe_contact_stands_before_everything_that_was_received(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { Account = "Something made up happened" });
        using var ann = await desk.AsAsync("ann");

        var page = await ann.GetAsync(ReferralModel.Url("testing", referral.Id));

        var (safe, account) = (page.Text.IndexOf("About the library books", StringComparison.Ordinal), page.Text.IndexOf("Something made up happened", StringComparison.Ordinal));
        Assert.InRange(safe, 1, account);
        Assert.Contains("Do not text.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Testina", page.Html.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Testina", page.Address, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Not_there_and_not_yours_are_the_same_page(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var dee = await desk.AsAsync("dee");
        using var ann = await desk.AsAsync("ann");
        foreach (var page in new[] { "", "/assess", "/route", "/decline", "/contact" })
        {
            var notYours = await dee.GetAsync(ReferralModel.Url("testing", referral.Id) + page);
            var notThere = await dee.GetAsync(ReferralModel.Url("testing", Lapwing.Data.Id<Referral>.New()) + page);

            Assert.Equal(HttpStatusCode.NotFound, notYours.Status);
            Assert.Equal(notThere.Status, notYours.Status);
            Assert.Equal(notThere.Html.QuerySelector("main")!.InnerHtml, notYours.Html.QuerySelector("main")!.InnerHtml);
            // The twin: the same address is a page for somebody in the circle.
            Assert.Equal(HttpStatusCode.OK, (await ann.GetAsync(ReferralModel.Url("testing", referral.Id) + page)).Status);
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Two_triage_at_once_and_the_second_sees_what_the_first_did_and_keeps_what_was_typed(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var annsForm = await ann.GetAsync(DeclineModel.Url("testing", referral.Id));
        var bensForm = await ben.GetAsync(DeclineModel.Url("testing", referral.Id));
        var done = await ann.SubmitAsync(annsForm, new() { ["Reason"] = "SurvivorDeclined", ["Note"] = "Ann spoke to a made-up person" });
        Assert.Equal(HttpStatusCode.Redirect, done.Status);

        var second = await ben.SubmitAsync(bensForm, new() { ["Reason"] = "SurvivorDeclined", ["Note"] = "Ben's long note" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains(second.Errors, e => e.StartsWith("Somebody else changed this referral", StringComparison.Ordinal));
        Assert.Contains("Ann spoke to a made-up person", second.Text, StringComparison.Ordinal);
        Assert.Contains("by ann", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.LookAsync(db => db.Facts.CountAsync(f => f.Record == referral.Id.Value && f.Kind == Lapwing.Facts.FactKind.ReferralDeclined)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_second_triager_who_is_not_too_late_keeps_the_typed_note_in_the_form(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");
        var bensForm = await ben.GetAsync(DeclineModel.Url("testing", referral.Id));
        await ann.SubmitAndFollowAsync(await ann.GetAsync(ReferralModel.Url("testing", referral.Id)), [], "form.lapwing-claim");

        var second = await ben.SubmitAsync(bensForm, new() { ["Reason"] = "SurvivorDeclined", ["Note"] = "Ben's long note" });

        Assert.Equal("Ben's long note", second.Html.QuerySelector("textarea[name=Note]")!.TextContent.TrimStart('\n'));
        Assert.Equal(ReferralStatus.InTriage, (await desk.LoadAsync(referral.Id)).Status);
        // Having seen it, he may not simply go on: Ann has claimed it.
        var again = await ben.SubmitAsync(second, []);
        Assert.Contains("Somebody else is already triaging this referral.", again.Errors);
        // But he may take over, openly.
        var page = await ben.GetAsync(ReferralModel.Url("testing", referral.Id));
        Assert.Contains("Take over from ann", page.Text, StringComparison.Ordinal);
        await ben.SubmitAndFollowAsync(page, [], "form.lapwing-claim");
        Assert.Equal(desk.Members["ben"].Id, (await desk.LoadAsync(referral.Id)).ClaimedBy);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_need_is_left_unmet_only_with_a_note_and_after_looking_for_another_route(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync();
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(DeclineModel.Url("testing", referral.Id));

        var refused = await ann.SubmitAsync(form, new() { ["Reason"] = "NotEligible" });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(2, refused.Errors.Count);
        Assert.Equal(ReferralStatus.Waiting, (await desk.LoadAsync(referral.Id)).Status);
        var done = await ann.SubmitAndFollowAsync(refused, new() { ["Note"] = "Lives in another made-up borough", ["LookedElsewhere"] = "true" });
        Assert.Contains("Lives in another made-up borough", done.Text, StringComparison.Ordinal);
        Assert.Equal(DeclineReason.NotEligible, (await desk.LoadAsync(referral.Id)).DeclineReason);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_way_that_is_not_safe_is_refused_and_the_page_says_what_is(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var evenings = new SafeContact { MayRing = true, SafeTimes = WeeklyHours.Parse("Mon-Fri 18:00-20:00") };
        var referral = await desk.ReceiveAsync(new() { SafeContact = evenings });
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(ContactModel.Url("testing", referral.Id));

        var refused = await ann.SubmitAsync(form, new() { ["Channel"] = "Telephone", ["Result"] = "Made", ["Note"] = "Kept words" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Telephone was not a safe way at 6 June 2023, 10:00am. Safe at that time: through the referrer, in person. It is safe to ring from 6 June 2023, 6:00pm.", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal("Kept words", refused.Html.QuerySelector("textarea[name=Note]")!.TextContent.TrimStart('\n'));
        Assert.Equal(0, await desk.LookAsync(db => db.ContactEntries.CountAsync(c => c.CaseFile == referral.CaseFile)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_first_contact_that_is_made_stops_its_clock_and_a_voicemail_does_not(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var referral = await desk.ReceiveAsync(new() { SafeContact = new() { MayRing = true, MayLeaveVoicemail = true }, Ago = TimeSpan.FromMinutes(40) });
        using var ann = await desk.AsAsync("ann");
        var form = await ann.GetAsync(ContactModel.Url("testing", referral.Id));
        Assert.Single((await ann.SubmitAsync(form, new() { ["Channel"] = "Voicemail", ["Result"] = "Made" })).Errors);
        await ann.SubmitAndFollowAsync(form, new() { ["Channel"] = "Voicemail", ["Result"] = "Attempted" });
        Assert.Null((await desk.LoadAsync(referral.Id)).FirstSafeContactAt);

        var page = await ann.SubmitAndFollowAsync(form, new() { ["Channel"] = "Telephone", ["Result"] = "Made", ["Note"] = "They are safe today" });

        Assert.Contains("They are safe today", page.Text, StringComparison.Ordinal);
        var fact = await desk.LookAsync(db => db.Facts.SingleAsync(f => f.Record == referral.Id.Value && f.Kind == Lapwing.Facts.FactKind.FirstSafeContact));
        Assert.Equal(40, fact.Value);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Known_to_us_shows_mine_and_of_others_only_whom_to_ask(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var earlier = await desk.ReceiveAsync(new() { Given = "Katherine", Family = "Twicehere", Account = "An earlier matter" });
        var hidden = await desk.ReceiveAsync(new() { Given = "Olga", Family = "Elsewhereknown" }, desk.Elsewhere);
        var again = await desk.ReceiveAsync(new() { Given = "Catherine", Family = "Twicehere" });
        var other = await desk.ReceiveAsync(new() { Given = "Olga", Family = "Elsewhereknown" });
        var stranger = await desk.ReceiveAsync(new() { Given = "Nobody", Family = "Knowsthem", Born = new(1971, 1, 2) });
        using var ann = await desk.AsAsync("ann");

        var mine = await ann.GetAsync(ReferralModel.Url("testing", again.Id));
        Assert.Contains(mine.Html.QuerySelectorAll("section[aria-labelledby=known] a"), a => a.GetAttribute("href") == ReferralModel.Url("testing", earlier.Id));
        Assert.DoesNotContain("Known to this partnership", mine.Text, StringComparison.Ordinal);

        var theirs = await ann.GetAsync(ReferralModel.Url("testing", other.Id));
        Assert.Contains("Known to this partnership: ask the guardian of this partnership.", theirs.Html.QuerySelector("section[aria-labelledby=known]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.Reference, theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.Id.ToString(), theirs.Text, StringComparison.Ordinal);

        Assert.Null((await ann.GetAsync(ReferralModel.Url("testing", stranger.Id))).Html.QuerySelector("section[aria-labelledby=known]"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Behind_a_wall_somebody_is_not_even_known(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var walled = await desk.ReceiveAsync(new() { Given = "Wanda", Family = "Walledoff" });
        var shown = await desk.ReceiveAsync(new() { Given = "Wanda", Family = "Walledoff" });
        await desk.LookAsync(async db =>
        {
            var act = desk.App.Act();
            db.Add(Lapwing.Access.Wall.Raise(act, walled.CaseFile, desk.Members["ann"].Id, "named by the survivor"));
            await db.SaveAsync(act);
            return 0;
        });
        using var ann = await desk.AsAsync("ann");
        using var ben = await desk.AsAsync("ben");

        Assert.Null((await ann.GetAsync(ReferralModel.Url("testing", shown.Id))).Html.QuerySelector("section[aria-labelledby=known]"));
        Assert.NotNull((await ben.GetAsync(ReferralModel.Url("testing", shown.Id))).Html.QuerySelector("section[aria-labelledby=known]"));
        Assert.Equal(HttpStatusCode.NotFound, (await ann.GetAsync(ReferralModel.Url("testing", walled.Id))).Status);
    }
}
