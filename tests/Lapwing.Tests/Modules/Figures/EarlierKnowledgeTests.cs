using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Risk;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>Counting what was known at an earlier instant gives the figures of that instant, whatever was recorded, corrected or completed since.</summary>
public sealed class EarlierKnowledgeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_was_known_earlier_is_counted_again_as_it_was_and_what_is_known_now_as_it_is(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 500);
        var then = borough.App.Now;
        await using var db = await borough.OpenAsync();
        var before = await Census.TakeAsync(db);
        borough.App.Clock.Advance(TimeSpan.FromDays(40));
        await WorkOnAsync(borough.App, db);
        await borough.GenerateAsync(60, seed: 12, then.AddMinutes(1));
        var after = await Census.TakeAsync(db);

        Assert.Empty(CountingTests.Differences(await borough.CountAsync(db), after));
        Assert.Empty(CountingTests.Differences(await borough.CountAsync(db, then), before));

        // The later work concerns quarters that were over at the time, or the second assertion would be the first again.
        var changed = CountingTests.Differences(await borough.CountAsync(db, then), after).Where(d => d.Contains($" {Borough.Last}:", StringComparison.Ordinal)).Select(d => string.Join(' ', d.Split(' ')[..2])).Distinct().ToList();
        foreach (var expected in (string[])["referrals-received all", "referrals-received risk", "referrals-received gender", "referrals-received ethnicity-recorded", "people-referred all", "incidents-reported all",
            "first-contacts all", "time-to-first-contact median", "children-linked risk"])
            Assert.Contains(expected, changed);
    }

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task What_is_taken_back_was_recorded_before_and_exactly_so(EngineKind engine)
    {
        await using var borough = await Borough.StartAsync(engine, referrals: 150);
        await using var db = await borough.OpenAsync();
        borough.App.Clock.Advance(TimeSpan.FromDays(10));
        await WorkOnAsync(borough.App, db);

        var facts = await db.Facts.AsNoTracking().ToListAsync(Cancelled);
        Assert.True(facts.Count(f => f.Sign < 0) > 20);
        Assert.Empty(facts.GroupBy(f => (f.Kind, f.HappenedOn, f.Record, f.Person, f.CaseFile, f.Codes, f.Value)).Where(same => same.Sum(f => f.Sign) < 0).Select(same => same.Key));
    }

    /// <summary>Weeks later: levels change, gaps are filled, contacts are entered late, services answer and finish, and what another system knew is imported.</summary>
    private static async Task WorkOnAsync(TestApp app, PartnershipDb db)
    {
        var act = app.Act("test.later");
        var clocks = await ClockSettings.ReadAsync(db, Cancelled);
        var referrals = (await db.Referrals.ToListAsync(Cancelled)).Where(r => r.TriagedAt is not null).OrderBy(r => r.ReceivedAt).ToList();
        var people = (await db.People.ToListAsync(Cancelled)).ToDictionary(p => p.Id);
        var assessed = (await db.RiskAssessments.AsNoTracking().ToListAsync(Cancelled)).ToDictionary(a => a.CaseFile, a => a.At);
        var turn = 0;
        foreach (var referral in referrals)
        {
            var key = await db.KeyOfAsync(referral.CaseFile, Cancelled);
            var (subject, safe) = (people[referral.Subject], referral.TriagedAt!.Value.AddMinutes(50));
            var looked = assessed.TryGetValue(referral.CaseFile, out var at) ? at.AddMinutes(5) : (DateTime?)null;
            switch (turn++ % 4)
            {
                case 0 when looked is not null:
                    var level = referral.Risk == RiskLevel.High ? RiskLevel.Medium : RiskLevel.High;
                    var again = RiskAssessment.Complete(act, key, subject.Id, "demonstration", "1", "[]", 3, level, level, null, "");
                    db.Add(again);
                    referral.Assessed(act, subject, again, referral.TriageDueAt, referral.ContactDueAt);
                    break;
                case 1:
                    subject.Describe(act, new("non-binary", subject.Ethnicity is null ? "white-irish" : null, "none", CodeList.PreferNotToSay));
                    referral.Recode(act, subject);
                    break;
                case 2 when referral.FirstSafeContactAt is null:
                    await ContactAsync(referral, key, safe);
                    break;
                // A colleague enters later that they had reached the person before.
                case 3 when referral.FirstSafeContactAt is { } first && looked < first:
                    await ContactAsync(referral, key, looked.Value);
                    break;
            }
        }
        foreach (var episode in await db.SupportEpisodes.ToListAsync(Cancelled))
        {
            var key = await db.KeyOfAsync(episode.CaseFile, Cancelled);
            if (episode.Status == EpisodeStatus.Open)
                episode.End(act, key, EndReason.MovedAway, null, NotMeasured.TooShort);
            else if (episode.Status == EpisodeStatus.Waiting)
                episode.Open(act, act.Who.Member);
            else if (episode.Status == EpisodeStatus.Offered)
            {
                referrals.Single(r => r.Id.Value == episode.Referral).Accept(act);
                episode.Accept(act);
            }
        }
        await ImportAsync(act, db);
        await db.SaveAsync(act, Cancelled);

        async Task ContactAsync(Referral referral, FileKey key, DateTime at)
        {
            db.Add(ContactEntry.Log(act, key, null, ContactChannel.Telephone, ContactResult.Made, at, null));
            referral.FirstContact(act, at, clocks.MinutesSince(referral.ReceivedAt, at),
                await db.Facts.AsNoTracking().Where(f => f.Record == referral.Id.Value && f.Kind == FactKind.FirstSafeContact).ToListAsync(Cancelled));
        }
    }

    /// <summary>Referrals of the past on either side of midnight in London, where a quarter ends in summer time.</summary>
    private static async Task ImportAsync(Act act, PartnershipDb db)
    {
        var desk = await FrontDesk.ReadAsync(db, Cancelled);
        foreach (var received in (DateTime[])[new(2023, 3, 31, 22, 59, 0), new(2023, 3, 31, 23, 0, 0), new(2023, 6, 30, 22, 59, 59), new(2023, 6, 30, 23, 0, 0), new(2022, 12, 31, 23, 59, 0), new(2023, 1, 1, 0, 0, 0)])
        {
            var answers = new IntakeAnswers
            {
                Who = WhoIsReferred.AdultVictim, SafeContact = new() { MayRing = true }, Subject = new() { Age = 30 }, Children = 17,
                IncidentOn = DateOnly.FromDateTime(received).AddDays(-1),
            };
            db.AddRange(desk.Receive(act, answers, new Sender(ReferralSource.Housing), receivedAt: DateTime.SpecifyKind(received, DateTimeKind.Utc)).Entities);
        }
    }
}
