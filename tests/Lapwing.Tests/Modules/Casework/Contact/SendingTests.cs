using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Contact.Out;
using Lapwing.Modules.People;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>Messages leave once, after the guard has looked a second time, and say nothing.</summary>
public sealed class SendingTests
{
    private static readonly Guid Matter = Guid.CreateVersion7();

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task An_email_leaves_once_through_a_mail_server_with_a_neutral_line_and_nothing_else(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var app = await TestApp.StartAsync(engine, outbound: Contacts.Through(mail));
        var held = await ArrangeAsync(app, email: "Zqtoken@inbox.example");
        var form = Guid.CreateVersion7();

        await QueueAsync(app, held, new(ContactChannel.Email, app.Now, held.Email), form);
        await QueueAsync(app, held, new(ContactChannel.Email, app.Now, held.Email), form);
        await Contacts.RunAsync(app);
        await Contacts.RunAsync(app);

        var sent = Assert.Single(mail.Taken);
        Assert.Contains("Zqtoken@inbox.example", sent.To, StringComparison.Ordinal);
        var words = sent.Text;
        Assert.Contains("You have a new message.\n\nhttps://post.example/sign-in", words, StringComparison.Ordinal);
        Assert.Contains("From: Messages <post@letters.example>", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Madeup", words, StringComparison.Ordinal);
        Assert.DoesNotContain("apwing", words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("X-Mailer", words, StringComparison.OrdinalIgnoreCase);
        Assert.Null(NeutralWords.Find(words.Replace("Zqtoken@inbox.example", "", StringComparison.Ordinal), ["Testing Charity", "Advocacy"]));
        Assert.Equal(DispatchState.Sent, (await Contacts.LastAsync(app, held.File)).State);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_was_handed_over_and_never_answered_is_not_sent_again_and_what_nobody_took_is(EngineKind engine)
    {
        using var mail = MailServer.Start();
        mail.HangUps = 1;
        await using var app = await TestApp.StartAsync(engine, outbound: Contacts.Through(mail));
        var held = await ArrangeAsync(app, email: "somebody@inbox.example");
        await QueueAsync(app, held, new(ContactChannel.Email, app.Now, held.Email), Guid.CreateVersion7());
        await Contacts.RunAsync(app);
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        await Contacts.RunAsync(app);
        Assert.Single(mail.Taken);
        Assert.Equal(DispatchState.Unsure, (await Contacts.LastAsync(app, held.File)).State);

        mail.RefusesEverybody = true;
        await QueueAsync(app, held, new(ContactChannel.Email, app.Now, held.Email), Guid.CreateVersion7());
        await Contacts.RunAsync(app);
        Assert.Equal(DispatchState.Failed, (await Contacts.LastAsync(app, held.File)).State);

        mail.Dispose();
        await QueueAsync(app, held, new(ContactChannel.Email, app.Now, held.Email), Guid.CreateVersion7());
        await Contacts.RunAsync(app);
        Assert.Equal(DispatchState.Waiting, (await Contacts.LastAsync(app, held.File)).State);
        Assert.Single(mail.Taken);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_became_unsafe_while_it_waited_does_not_go_and_an_unsafe_hour_is_waited_out(EngineKind engine)
    {
        await using var notify = await NotifyServer.StartAsync(() => new DateTimeOffset(2023, 6, 6, 9, 0, 0, TimeSpan.Zero).AddHours(hours));
        await using var app = await TestApp.StartAsync(engine, outbound: new(null, notify.Settings));
        hours = 0;
        var held = await ArrangeAsync(app, phone: "07700 900123", safety: new() { MayText = true, Times = WeeklyHours.Parse("Tue 09:00-10:30, Wed 12:00-13:00") });
        await QueueAsync(app, held, new(ContactChannel.Text, app.Now, held.Phone), Guid.CreateVersion7());
        app.Clock.Advance(TimeSpan.FromHours(1)); // 11:00 in London: not safe any more
        hours = 1;
        await Contacts.RunAsync(app);
        Assert.Empty(notify.Taken);
        Assert.Equal(DispatchState.Waiting, (await Contacts.LastAsync(app, held.File)).State);
        app.Clock.Advance(TimeSpan.FromHours(25));
        hours = 26;
        await Contacts.RunAsync(app);
        var (path, body) = Assert.Single(notify.Taken);
        Assert.Equal(("/v2/notifications/sms", "+447700900123"), (path, body.GetProperty("phone_number").GetString()));
        Assert.Equal("You have a new message.", body.GetProperty("personalisation").GetProperty("line").GetString());
        Assert.Empty(notify.Problems);

        await QueueAsync(app, held, new(ContactChannel.Text, app.Now, held.Phone), Guid.CreateVersion7());
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            db.SafetyChanges.Add(SafetyChange.Record(act with { At = act.At.AddSeconds(1) }, held.File, held.Person, SafetyChangeKind.Separated, LondonTime.DateOf(act.At)));
            await db.SaveAsync(act);
        }
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await Contacts.RunAsync(app);
        Assert.Single(notify.Taken);
        var refused = await Contacts.LastAsync(app, held.File);
        Assert.Equal((DispatchState.Refused, "not-since-change"), (refused.State, refused.Codes));
    }

    private int hours;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Notify_is_asked_whether_it_has_a_message_before_it_is_given_one_again(EngineKind engine)
    {
        await using var app = await TestApp.StartAsync(engine);
        await using var notify = await NotifyServer.StartAsync(() => app.Clock.GetUtcNow());
        notify.LosesItsAnswer = true;
        var carrier = new NotifyCarrier(notify.Settings, Contacts.Ready, app.Clock);
        var point = new PointFacts(ContactKind.Email, true, Contacts.AllEmail, app.Now);
        var verdict = Verdict.Of(new(ContactChannel.Email, app.Now), new(point));
        var parcel = new Parcel("somebody@inbox.example", "New message", "You have a new message.", "https://post.example/", Guid.CreateVersion7(), app.Now);

        Assert.Equal(Carried.Unsure, await carrier.CarryAsync(verdict, parcel, default));
        Assert.Equal(Carried.Sent, await carrier.CarryAsync(verdict, parcel, default));

        Assert.Single(notify.Taken);
        Assert.Empty(notify.Problems);
        await Assert.ThrowsAsync<InvalidOperationException>(() => carrier.CarryAsync(Verdict.Of(new(ContactChannel.Email, app.Now), new(point with { IsOthers = true })), parcel with { Key = Guid.CreateVersion7() }, default));
        Assert.Single(notify.Taken);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_calendar_entry_holds_its_hour_and_a_neutral_title_and_goes_only_when_that_hour_is_safe_too(EngineKind engine)
    {
        using var mail = MailServer.Start();
        await using var app = await TestApp.StartAsync(engine, outbound: Contacts.Through(mail));
        var held = await ArrangeAsync(app, email: "somebody@inbox.example", emailSafety: new() { MayEmail = true, Times = WeeklyHours.Parse("Mon-Fri 09:00-15:00") });
        var evening = await Assert.ThrowsAsync<RuleBroken>(() => QueueAsync(app, held, new(ContactChannel.Calendar, app.Now, held.Email), Guid.CreateVersion7(), app.Now.AddHours(9)));
        Assert.Contains("only at these times", evening.Message, StringComparison.Ordinal);

        await QueueAsync(app, held, new(ContactChannel.Calendar, app.Now, held.Email), Guid.CreateVersion7(), app.Now.AddDays(1));
        await Contacts.RunAsync(app);

        var sent = Assert.Single(mail.Taken).Text;
        Assert.Contains("SUMMARY:Appointment", sent, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20230607T090000Z", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("LOCATION", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("DESCRIPTION", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_telling_words_has_two_hundred_and_finds_them_and_the_names_of_the_directory_in_every_field()
    {
        Assert.True(NeutralWords.All.Count >= 200);
        Assert.Empty(new ContactSettings().Problems(["Refuge", "Kingfisher Outreach"]));
        foreach (var word in NeutralWords.All)
        {
            var wrong = new ContactSettings { Line = $"About {word}.", Subject = word, SenderName = word, AppointmentTitle = word, LetterSender = word, Letters = [new("One", $"Your {word} today")] };
            Assert.Equal(6, wrong.Problems([]).Count(p => p.Message.Contains("tells what it is about", StringComparison.Ordinal)));
        }
        Assert.Contains(new ContactSettings { Link = "https://domesticabuse.example/" }.Problems([]), p => p.Member == nameof(ContactSettings.Link));
        Assert.Contains(new ContactSettings { SenderAddress = "idva-team@example.org" }.Problems([]), p => p.Member == nameof(ContactSettings.SenderAddress));
        Assert.Contains(new ContactSettings { Line = "Kingfisher Outreach wrote to you." }.Problems(["Kingfisher Outreach"]), p => p.Member == nameof(ContactSettings.Line));
    }

    private static async Task<Held> ArrangeAsync(TestApp app, string? phone = null, string? email = null, MethodSafety? safety = null, MethodSafety? emailSafety = null)
    {
        var data = await TestData.ArrangeAsync(app);
        await Contacts.SetAsync(app, Contacts.Ready);
        await using var db = await app.OpenAllAsync();
        var act = app.Act();
        var held = Contacts.Open(db, act, data.FrontDoor.Id, Side.Survivor, Matter, phone, email, null, safety);
        await db.SaveAsync(act);
        if (emailSafety is not null)
        {
            (await db.ContactMethods.SingleAsync(m => m.Id == held.Email)).Confirm(act, await db.KeyOfAsync(held.File), emailSafety);
            await db.SaveAsync(act);
        }
        return held;
    }

    private static async Task QueueAsync(TestApp app, Held held, Wanted wanted, Guid form, DateTime? appointment = null)
    {
        await using var db = await app.OpenAllAsync();
        var act = app.Act("message.ask");
        await Contacts.Guard(app, db).QueueAsync(act, held.File, wanted, form, appointment, default);
        await db.SaveAsync(act);
    }
}
