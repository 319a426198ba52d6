using System.Net;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Contact.Pages;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Referrals.Triage;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>The pages of the Contact part of a file.</summary>
public sealed class ContactPagesTests(Desks desks) : IClassFixture<Desks>
{
    private static string Url(Id<CaseFile> file, string page = "") => Lapwing.Modules.Casework.Contact.Pages.ContactModel.Url("testing", file) + page;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_number_is_added_with_its_own_safety_confirmed_and_marked_unsafe(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var (referral, _) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var form = await cas.GetAsync(Url(referral.CaseFile, "/method"));
        var person = form.Html.QuerySelector("input[name=Person]")!.GetAttribute("value")!;
        var wrong = await cas.SubmitAsync(form, new() { ["Person"] = person, ["Kind"] = "Telephone", ["Value"] = "not a number", ["Safe"] = "yes", ["Times"] = "when the moon is full" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(["Choose at least one way that is safe with it", "Enter a telephone number, like 020 7946 0000", "Write the times like Mon-Fri 09:00-15:00, Sat 10:00-12:00"], wrong.Errors.Order());

        var page = await cas.SubmitAndFollowAsync(wrong, new() { ["Value"] = "07700 900555", ["Ways"] = "ring|text", ["Times"] = "Tue 09:00-15:00", ["CodePhrase"] = "About the made-up library" });

        Assert.Contains("You may ring only at these times: Tue 09:00-15:00.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Do not leave a voicemail.", page.Text, StringComparison.Ordinal);
        Assert.Contains("6 June 2023, 10:00am, by cas", page.Text, StringComparison.Ordinal);
        Assert.Contains("Safe now: telephone (ending 555), text message (ending 555).", page.Html.QuerySelector("#safe-now")!.TextContent, StringComparison.Ordinal);
        var change = page.Html.QuerySelector("a[href*='method?method=']")!.GetAttribute("href")!;
        Assert.DoesNotContain("900555", change, StringComparison.Ordinal);

        var stale = await cas.GetAsync(change);
        var after = await cas.SubmitAndFollowAsync(await cas.GetAsync(change), new() { ["Safe"] = "no" });
        Assert.Contains("Not safe. Do not use it.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Telephone ending 555: not safe. Do not use it.", after.Html.QuerySelector(".lapwing-safe-contact")!.TextContent, StringComparison.Ordinal);
        var second = await cas.SubmitAsync(stale, new() { ["Times"] = "Wed 09:00-10:00" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("Wed 09:00-10:00", second.Html.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_the_referral_said_is_the_safety_of_each_way_that_it_brought(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        await using var db = await desk.App.OpenAllAsync();
        var door = await FrontDesk.ReadAsync(db);
        var received = door.Receive(desk.App.Act(), new()
        {
            Who = WhoIsReferred.AdultVictim, Telephone = "07700 900777", Email = "made.up@inbox.example", Address = "7 Madeup Row, ZZ7 7ZZ",
            SafeContact = new() { MayRing = true, WithholdNumber = true, SafeTimes = Lapwing.Time.WeeklyHours.Parse("Mon 10:00-11:00"), CodePhrase = "The made-up library" },
        }, new Sender(ReferralSource.Police));

        var methods = received.Entities.OfType<ContactMethod>().ToDictionary(m => m.Kind);
        var home = received.Entities.OfType<Whereabouts>().Single();
        var phone = methods[ContactKind.Telephone].SafetyOf(received.File.Key);
        Assert.Equal((true, false, false, true, "Mon 10:00-11:00", "The made-up library"), (phone.MayRing, phone.MayText, phone.MayLeaveVoicemail, phone.WithholdNumber, phone.Times!.ToString(), phone.CodePhrase));
        Assert.Equal((true, false), (methods[ContactKind.Telephone].IsSafe, methods[ContactKind.Email].IsSafe));
        Assert.Equal((false, (bool?)null, received.Referral.ReceivedAt), (home.MayWrite, home.MayVisit, home.ConfirmedAt));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_contact_is_logged_for_one_number_and_a_refused_one_is_in_the_log_with_its_reason(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, _) = await desk.OpenAsync(cas);
        await AddPhoneAsync(cas, referral, "07700 900321", "ring");
        var form = await cas.GetAsync(Lapwing.Modules.Referrals.Triage.ContactModel.Url("testing", referral.Id));
        Assert.Equal(["Choose which number it was"], (await cas.SubmitAsync(form, new() { ["Channel"] = "Telephone", ["Result"] = "Made" })).Errors);
        var to = form.Html.QuerySelector("input[name=To]")!.GetAttribute("value")!;

        var refused = await cas.SubmitAsync(form, new() { ["Channel"] = "Voicemail", ["Result"] = "Attempted", ["To"] = to, ["Note"] = "Kept words" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Voicemail is not a way that they said is safe with it.", refused.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Kept words", refused.Text, StringComparison.Ordinal);
        await cas.SubmitAndFollowAsync(refused, new() { ["Channel"] = "Telephone", ["Result"] = "Made" });

        var log = (await cas.GetAsync(Url(referral.CaseFile, "/log"))).Html.QuerySelector("main")!.TextContent;
        Assert.Contains("Voicemail ending 321: refused", log, StringComparison.Ordinal);
        Assert.Contains("Why: not this way", log, StringComparison.Ordinal);
        Assert.Contains("Telephone ending 321: contact made", log, StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_move_raises_the_guard_by_itself_and_a_refuge_is_spoken_of_by_its_code_name(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, _) = await desk.OpenAsync(cas);
        await AddPhoneAsync(cas, referral, "07700 900654", "ring");
        desk.App.Clock.Advance(TimeSpan.FromSeconds(1));
        var form = await cas.GetAsync(Url(referral.CaseFile, "/address"));
        var person = form.Html.QuerySelector("input[name=Person]")!.GetAttribute("value")!;

        var moved = await cas.SubmitAndFollowAsync(form, new() { ["Person"] = person, ["Address"] = "9 Zqrefuge Way, ZZ8 8ZZ", ["Kind"] = "Refuge", ["From"] = "2023-06-06", ["Write"] = "no", ["Visit"] = "no", ["Known"] = "no" });

        var changes = moved.Html.QuerySelector("#changes")!.TextContent;
        Assert.Matches(@"6 June 2023: a move, to a place that is spoken of as \w+ \w+", changes);
        Assert.DoesNotContain("Zqrefuge", moved.Text, StringComparison.Ordinal);
        Assert.Contains("It was not confirmed since a move on 6 June 2023.", moved.Text, StringComparison.Ordinal);
        Assert.Contains("Confirm every number and address again before you use it.", moved.Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Safe now: nothing.", moved.Html.QuerySelector("#safe-now")!.TextContent, StringComparison.Ordinal);
        // Her own team recorded the first address of this file and may open it; the front door is not on the list.
        var opened = await cas.SubmitAsync(await cas.GetAsync(AddressesModel.Url("testing", referral.CaseFile)), new() { ["Purpose"] = "confirm" }, "form.lapwing-whereabouts");
        Assert.Contains("9 Zqrefuge Way", opened.Text, StringComparison.Ordinal);
        using var ann = await desk.AsAsync("ann");
        Assert.Equal(["There is no address that your team may open."], (await ann.SubmitAsync(await ann.GetAsync(AddressesModel.Url("testing", referral.CaseFile)), new() { ["Purpose"] = "confirm" }, "form.lapwing-whereabouts")).Errors);

        await cas.SubmitAndFollowAsync(await cas.GetAsync(moved.Html.QuerySelector("a[href*='method?method=']")!.GetAttribute("href")!), []);
        var confirmed = await cas.GetAsync(Url(referral.CaseFile));
        Assert.Contains("Safe now: telephone (ending 654)", confirmed.Text, StringComparison.Ordinal);
        Assert.Null(confirmed.Html.QuerySelector(".lapwing-file-alert"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_letter_to_where_the_other_party_lived_is_refused_and_one_to_a_safe_address_is_printed_once(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        using var cas = await desk.AsAsync("cas");
        var (referral, _) = await desk.OfferAsync(new() { Address = "3 Madeup Mews, ZZ3 3ZZ" }, sendAddress: true);
        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            var home = await db.Whereabouts.SingleAsync(w => w.CaseFile == referral.CaseFile);
            home.Confirm(act, true, false, false);
            var matter = await db.CaseFiles.Where(f => f.Id == referral.CaseFile).Select(f => f.Matter).SingleAsync();
            var harmer = Contacts.Open(db, act, desk.Elsewhere.Id, Side.PersonCausingHarm, matter, "07700 900999", null, "Flat 1, 30 Otherplace Road, ZZ4 4ZZ");
            await db.SaveAsync(act);
        }
        var form = await cas.GetAsync(Url(referral.CaseFile, "/letter?template=0"));
        var to = form.Html.QuerySelector("input[name=To]")!.GetAttribute("value")!;
        Assert.DoesNotContain("Madeup Mews", form.Text, StringComparison.Ordinal);
        Assert.Contains("Please ring us when it suits you.", form.Text, StringComparison.Ordinal);
        var quoted = await cas.SubmitAsync(form, new() { ["To"] = to, ["Text"] = "He lives at 30 otherplace road now." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, quoted.Status);
        Assert.Contains("The letter holds an address of somebody in this matter.", quoted.Errors.Single(), StringComparison.Ordinal);

        var ready = await cas.SubmitAndFollowAsync(quoted, new() { ["Text"] = "Please ring us." });
        var printed = await cas.SubmitAsync(ready, [], "form.lapwing-print");
        Assert.Equal("attachment; filename=letter.docx; filename*=UTF-8''letter.docx", printed.Response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(HttpStatusCode.OK, printed.Status);
        var file = await cas.GetAsync(Lapwing.Modules.Accounts.Files.AccessModel.Url("testing", referral.CaseFile));
        Assert.Contains("For a visit or a letter", file.Html.QuerySelector("#looks")!.TextContent, StringComparison.Ordinal);

        await using (var db = await desk.App.OpenAllAsync())
        {
            var act = desk.App.Act();
            var matter = await db.CaseFiles.Where(f => f.Id == referral.CaseFile).Select(f => f.Matter).SingleAsync();
            var harmer = await db.CaseFiles.Where(f => f.Matter == matter && f.Side == Side.PersonCausingHarm).Select(f => f.Id).SingleAsync();
            var person = await db.People.Where(p => p.CaseFile == harmer).Select(p => p.Id).SingleAsync();
            var before = Whereabouts.Record(act, await db.KeyOfAsync(harmer), db.Session.Index, person, "3 madeup mews zz33zz");
            before.End(act, act.At.AddYears(-1));
            db.Add(before);
            await db.SaveAsync(act);
        }
        var refused = await cas.SubmitAsync(form, new() { ["To"] = to, ["Text"] = "Please ring us.", ["Key"] = Guid.CreateVersion7().ToString() });
        Assert.Contains("The other party lives there or lived there.", refused.Errors.Single(), StringComparison.Ordinal);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Unsafe_contact_is_never_refused_stands_above_the_file_and_a_manager_says_what_was_done(EngineKind engine)
    {
        var desk = await desks.OnAsync(engine);
        var mia = $"mia{engine}".ToLowerInvariant();
        await desk.App.JoinAsync(mia + "@example.org", Job.TeamManager, desk.Agency, desk.Outreach);
        var (referral, _) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        var form = await cas.GetAsync(IncidentModel.Url("testing", referral.CaseFile));

        var log = await cas.SubmitAndFollowAsync(form, new() { ["Channel"] = "Voicemail", ["What"] = "A made-up voicemail on the wrong telephone" });

        Assert.Contains("A made-up voicemail on the wrong telephone", log.Text, StringComparison.Ordinal);
        Assert.Contains("Unsafe contact happened on 6 June 2023", log.Html.QuerySelector(".lapwing-file-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(db => db.ContactEntries.CountAsync(c => c.CaseFile == referral.CaseFile)));
        using var manager = await desk.AsAsync(mia);
        var list = await manager.GetAsync("/testing/unsafe-contacts");
        Assert.Contains("A made-up voicemail on the wrong telephone", list.Text, StringComparison.Ordinal);
        Assert.Equal(["Say what was done"], (await manager.SubmitAsync(list, new() { ["Done"] = " " })).Errors);
        var after = await manager.SubmitAndFollowAsync(list, new() { ["Done"] = "Rang her by the safe number; made-up police told" });
        Assert.DoesNotContain("A made-up voicemail", after.Text, StringComparison.Ordinal);
        Assert.Contains("made-up police told", (await cas.GetAsync(Url(referral.CaseFile, "/log"))).Text, StringComparison.Ordinal);
        Assert.Null((await cas.GetAsync(Url(referral.CaseFile))).Html.QuerySelector(".lapwing-file-alert"));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Nothing_can_be_sent_before_it_is_set_up_and_settings_with_telling_words_are_refused(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var desk = await Desk.StartAsync(engine, Contacts.Through(mail));
        var (referral, _) = await desk.OfferAsync();
        using var cas = await desk.AsAsync("cas");
        await AddPhoneAsync(cas, referral, "made.up@inbox.example", "email", "Email");
        var before = await cas.GetAsync(Url(referral.CaseFile, "/message"));
        Assert.Contains("Messages are not set up yet", before.Text, StringComparison.Ordinal);
        Assert.Null(before.Html.QuerySelector("main form"));
        using var ada = await desk.AsAsync("ada");
        var settings = await ada.GetAsync("/testing/settings/contact");
        var refused = await ada.SubmitAsync(settings, new() { ["Input.Line"] = "A message from Kingfisher Outreach", ["Input.Link"] = "https://marac.example/", ["Input.SenderAddress"] = "post@letters.example" });
        Assert.Equal(["The line holds \"Kingfisher Outreach\", which tells what it is about", "The link holds \"marac\", which tells what it is about"], refused.Errors.Order());
        await ada.SubmitAndFollowAsync(refused, new() { ["Input.Line"] = "You have a new message.", ["Input.Link"] = "https://post.example/in" });

        var form = await cas.GetAsync(Url(referral.CaseFile, "/message"));
        var to = form.Html.QuerySelector("input[name=To]")!.GetAttribute("value")!;
        var text = await cas.SubmitAsync(form, new() { ["Channel"] = "Text", ["To"] = to });
        Assert.Equal(["Text messages are not set up yet."], text.Errors);
        await cas.SubmitAndFollowAsync(form, new() { ["Channel"] = "Email", ["To"] = to });
        await cas.SubmitAndFollowAsync(form, new() { ["Channel"] = "Email", ["To"] = to });
        await Contacts.RunAsync(desk.App);

        Assert.Single(mail.Taken);
        Assert.Contains("E-mail m…@…: sent 6 June 2023, 10:00am", (await cas.GetAsync(Url(referral.CaseFile, "/log"))).Text, StringComparison.Ordinal);
    }

    private static async Task AddPhoneAsync(TestBrowser cas, Referral referral, string value, string ways, string kind = "Telephone")
    {
        var form = await cas.GetAsync(Url(referral.CaseFile, "/method"));
        var person = form.Html.QuerySelector("input[name=Person]")!.GetAttribute("value")!;
        await cas.SubmitAndFollowAsync(form, new() { ["Person"] = person, ["Kind"] = kind, ["Value"] = value, ["Safe"] = "yes", ["Ways"] = ways });
    }
}
