using System.Diagnostics;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Referrals.Handovers;

/// <summary>One package is one referral, whatever happens on the way (threat cases 45, 49 and 51).</summary>
public sealed class ExactlyOnceTests
{
    private const int Undisturbed = 3, Disturbed = 25;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Stopped_at_any_moment_begun_again_and_worked_on_by_several_it_arrives_once(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        // How long one takes that nobody stops: whatever this machine is doing, the others are stopped within that time.
        var (stopped, whole) = (0, TimeSpan.Zero);
        for (var round = 0; round < Undisturbed; round++)
        {
            var (_, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
            var watch = Stopwatch.StartNew();
            await two.Deliverer().RunAsync(TwoPartnerships.Here, message.Value, (_, _) => Task.CompletedTask, default);
            whole = watch.Elapsed;
        }
        for (var round = 0; round < Disturbed; round++)
        {
            var random = new Random(1000 + round);
            var (handover, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
            // A transaction is all or nothing: a worker that dies between two of them is a worker that stops at some moment.
            for (var again = 0; again < 4; again++)
                await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
                {
                    using var stop = new CancellationTokenSource(whole * random.NextDouble());
                    try
                    {
                        await two.Deliverer().RunAsync(TwoPartnerships.Here, message.Value, (_, _) => Task.CompletedTask, stop.Token);
                    }
                    catch (Exception fault) when (fault is OperationCanceledException || stop.IsCancellationRequested)
                    {
                        Interlocked.Increment(ref stopped);
                    }
                }));
            await two.WorkAsync();
            Assert.NotNull(await two.ArrivalAsync(handover.Package));
            Assert.Equal(HandoverState.Delivered, (await two.HandoverAsync(handover.Package)).State);
            Assert.Equal(HandoverStatus.Received, (await two.HandoverAsync(handover.Package)).Status);
        }
        Assert.True(stopped > 5, $"Only {stopped} workers were stopped.");
        await using var drive = await two.App.OpenAllAsync(TwoPartnerships.There);
        Assert.Equal((Undisturbed + Disturbed, Undisturbed + Disturbed, Undisturbed + Disturbed), (await drive.Referrals.CountAsync(), await drive.CaseFiles.CountAsync(), await drive.Facts.CountAsync(f => f.Kind == FactKind.HandoverReceived)));
        await using var db = await two.App.OpenAllAsync();
        Assert.Equal(Undisturbed + Disturbed, await db.HandoverNews.CountAsync());
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_receiver_took_it_and_the_sender_never_heard_so_it_gets_the_first_receipt(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        var (handover, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
        var letter = await LetterAsync(two, message);
        var inbox = new Inbox(two.App.Partnerships, two.App.Clock);
        var first = (await inbox.TakeAsync(letter, null, null, default)).Answer.Receipt!;
        two.App.Clock.Advance(TimeSpan.FromMinutes(3));
        // Eight at once, after it and beside each other.
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => inbox.TakeAsync(letter, null, null, default))));
        Assert.All(again, answer => Assert.Equal(first, answer.Answer.Receipt));
        await two.WorkAsync();
        Assert.Equal(first.At, (await two.HandoverAsync(handover.Package)).DeliveredAt);
        Assert.Equal(1, await two.LookAsync(TwoPartnerships.There, db => db.Referrals.CountAsync()));
        Assert.Contains(HandoverProblem.Repeated, await two.ReasonsAsync(TwoPartnerships.There));
        // The same number with other words is refused, and what was taken stays.
        var forged = letter with { Body = letter.Body.Replace("Made-up reasons", "Other reasons", StringComparison.Ordinal) };
        var refused = (await inbox.TakeAsync(forged, null, null, default)).Answer.Receipt!;
        Assert.Equal((false, HandoverProblem.Altered), (refused.Taken, refused.Reason));
        Assert.Equal(1, await two.LookAsync(TwoPartnerships.There, db => db.Referrals.CountAsync()));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Many_at_once_with_one_letter_that_is_new_make_one_referral(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        for (var round = 0; round < 5; round++)
        {
            var (_, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
            var letter = await LetterAsync(two, message);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new Inbox(two.App.Partnerships, two.App.Clock).TakeAsync(letter, null, null, default))));
            Assert.All(answers, answer => Assert.True(answer.Answer.Receipt!.Taken));
            Assert.Equal(round + 1, await two.LookAsync(TwoPartnerships.There, db => db.Referrals.CountAsync()));
        }
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task A_package_and_its_recall_at_the_same_moment_leave_no_open_referral(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        for (var round = 0; round < 12; round++)
        {
            var (handover, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
            var package = await LetterAsync(two, message);
            var recall = package with { Kind = LetterKind.Recall, Body = System.Text.Json.JsonSerializer.Serialize(new RecallBody(HandoverRecall.NotSafe, two.App.Now), Letter.Format) };
            var letters = round % 2 == 0 ? new[] { package, recall } : [recall, package];
            var answers = await Task.WhenAll(letters.Select(letter => Task.Run(() => new Inbox(two.App.Partnerships, two.App.Clock).TakeAsync(letter, null, null, default))));
            Assert.True(answers.Single(a => a.Answer.Receipt!.Kind == LetterKind.Recall).Answer.Receipt!.Taken);
            var arrival = await two.ArrivalAsync(handover.Package);
            if (arrival is null)
                Assert.Equal(HandoverProblem.Recalled, answers.Single(a => a.Answer.Receipt!.Kind == LetterKind.Package).Answer.Receipt!.Reason);
            else
                Assert.Equal(HandoverStatus.Withdrawn, arrival.Outcome);
        }
        Assert.False(await two.LookAsync(TwoPartnerships.There, db => db.Referrals.AnyAsync(r => r.Status != ReferralStatus.Declined)));
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task Statuses_in_any_order_and_more_than_once_settle_to_the_last(EngineKind engine)
    {
        await using var two = await TwoPartnerships.StartAsync(engine);
        HandoverStatus[] told = [HandoverStatus.Deferred, HandoverStatus.Accepted, HandoverStatus.PlaceOffered, HandoverStatus.PlaceStarted, HandoverStatus.Ended];
        for (var round = 0; round < 6; round++)
        {
            var random = new Random(77 + round);
            var (handover, message) = await two.SendAsync((await two.Desk.ReceiveAsync()).CaseFile);
            await two.Deliverer().RunAsync(TwoPartnerships.Here, message.Value, (_, _) => Task.CompletedTask, default);
            foreach (var status in told)
            {
                two.App.Clock.Advance(TimeSpan.FromMinutes(1));
                await two.ReportAsync(handover.Package, status);
                await two.ReportAsync(handover.Package, status); // said again it is nothing new
            }
            var messages = await two.LookAsync(TwoPartnerships.There, db => db.HandoverMessages.AsNoTracking().Where(m => m.Package == handover.Package).OrderBy(m => m.Number).ToListAsync());
            Assert.Equal(Enumerable.Range(1, 6), messages.Select(m => m.Number));
            foreach (var m in messages.Concat(messages).OrderBy(_ => random.Next()))
                await two.Deliverer().RunAsync(TwoPartnerships.There, m.Id.Value, (_, _) => Task.CompletedTask, default);
            var now = await two.HandoverAsync(handover.Package);
            Assert.Equal((HandoverStatus.Ended, 6, HandoverStatus.Accepted), (now.Status!.Value, now.StatusNumber, now.Outcome!.Value));
            Assert.Equal(6, await two.LookAsync(TwoPartnerships.Here, db => db.HandoverNews.CountAsync(n => n.Handover == now.Id)));
        }
        Assert.Contains(HandoverProblem.OutOfOrder, await two.ReasonsAsync(TwoPartnerships.Here));
        var facts = await two.LookAsync(TwoPartnerships.Here, db => db.Facts.AsNoTracking().Where(f => f.Kind == FactKind.HandoverAnswered).ToListAsync());
        Assert.All(facts.GroupBy(f => f.Record), of => Assert.Equal(1, of.Sum(f => f.Sign)));
    }

    /// <summary>Every order of every set of statuses leaves the same state and the same net facts.</summary>
    [Fact]
    public void Whatever_the_order_the_end_is_the_same()
    {
        (int Number, HandoverStatus Status)[][] stories =
        [
            [(1, HandoverStatus.Received), (2, HandoverStatus.Deferred), (3, HandoverStatus.Accepted), (4, HandoverStatus.PlaceStarted)],
            [(1, HandoverStatus.Received), (2, HandoverStatus.Accepted), (3, HandoverStatus.Declined)],
            [(1, HandoverStatus.Received), (2, HandoverStatus.Accepted), (3, HandoverStatus.Declined), (4, HandoverStatus.Accepted), (5, HandoverStatus.Ended)],
            [(1, HandoverStatus.Received), (2, HandoverStatus.Withdrawn)],
            [(1, HandoverStatus.Received), (2, HandoverStatus.Deferred), (3, HandoverStatus.Expired)],
        ];
        foreach (var story in stories)
        {
            var ends = Orders(story).Select(Live).Distinct().ToList();
            Assert.Single(ends);
        }

        static (HandoverStatus?, int, HandoverStatus?, DateTime?, string) Live((int Number, HandoverStatus Status)[] order)
        {
            var now = new DateTime(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);
            var act = new Act(Viewer.System("test", now), now, "test", "test");
            var opened = CaseFile.Open(act, PartnershipKeys.Fresh(), Side.PersonCausingHarm, Id<Lapwing.Modules.Directory.Team>.New(), now.AddYears(1));
            var partner = Partner.ProposeHere(act, 3, "drive", "Drive");
            var package = Package(now);
            var handover = Handover.Send(act, opened.Key, partner, package, Id<Person>.New(), Guid.NewGuid());
            var hearing = act with { Code = "hear" };
            var heard = new List<HandoverNews>();
            foreach (var (number, status) in order)
            {
                var news = HandoverNews.Of(hearing, handover, number, status, now.AddHours(number));
                handover.Hear(hearing, heard, news);
                heard.Add(news);
            }
            var net = act.Facts.Where(f => f.Kind == FactKind.HandoverAnswered).GroupBy(f => (f.HappenedOn, f.Codes)).Where(g => g.Sum(f => f.Sign) != 0).Select(g => $"{g.Key}:{g.Sum(f => f.Sign)}").Order();
            return (handover.Status, handover.StatusNumber, handover.Outcome, handover.OutcomeAt, string.Join(' ', net));
        }
    }

    internal static HandoverPackage Package(DateTime now) => new()
    {
        Id = Guid.CreateVersion7(), Sender = "Testing", SenderTeam = "Front door", SenderTelephone = "020 7946 0001", SenderWorker = "ann", Purpose = HandoverPurpose.SharedPlace,
        Basis = ConsentBasis.Consent, Until = now.AddDays(30), Who = Lapwing.Modules.Directory.WhoIsReferred.PersonCausingHarm, SafeContact = SafeContact.ThroughReferrer().ToJson(),
        Subject = new("Maximilian", "Madeup", new(1980, 2, 29), null, null), Reasons = "Made-up reasons",
    };

    private static IEnumerable<T[]> Orders<T>(T[] items) => items.Length <= 1 ? [items]
        : items.SelectMany((item, i) => Orders<T>([.. items[..i], .. items[(i + 1)..]]).Select(rest => (T[])[item, .. rest]));

    private static async Task<Letter> LetterAsync(TwoPartnerships two, Id<HandoverMessage> id)
    {
        await using var db = await two.App.OpenAllAsync();
        var message = await db.HandoverMessages.AsNoTracking().SingleAsync(m => m.Id == id);
        return message.Read(await db.KeyOfAsync(message.CaseFile), TwoPartnerships.Here, TwoPartnerships.There);
    }
}
