using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Accounts.LookBack;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Tests.Modules.Referrals.Triage;

namespace Lapwing.Tests.Access;

/// <summary>Threat case 23: browsing without need among 500 workers over 90 days, with 50 who do it.</summary>
public sealed class LookBackTests
{
    private const int Workers = 500;
    private const int Days = 90;
    private static readonly DateOnly Start = new(2023, 3, 6);

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Of_fifty_snoopers_at_least_forty_eight_are_found_and_hardly_anybody_else(int seed)
    {
        var (looks, snoopers) = Borough(new(seed), snoopers: 50);
        var found = UnusualRules.Of(looks).Select(unusual => unusual.Member).ToHashSet();
        var falsely = found.Except(snoopers).Count();
        Assert.True(found.Intersect(snoopers).Count() >= 48, $"{found.Intersect(snoopers).Count()} of 50");
        Assert.True(falsely <= 5 * (Workers / 1000.0) * (Days / 7.0), $"{falsely} falsely");
    }

    [Fact]
    public void Where_nobody_snoops_a_rule_that_asks_after_one_look_would_ask_after_nearly_everybody()
    {
        var (looks, _) = Borough(new(4), snoopers: 0);
        Assert.True(UnusualRules.Of(looks).Count <= 32);
        Assert.True(looks.Where(look => !look.HadNeed).Select(look => look.Member).Distinct().Count() > 400);
    }

    /// <summary>Workers with 25 people each open some of them every working day, and now and then cover for a colleague. Snoopers look without need: a file of
    /// their own name, a former partner's file, or far more files than others.</summary>
    private static (List<Look> Looks, HashSet<Guid> Snoopers) Borough(Random random, int snoopers)
    {
        var (looks, bad) = (new List<Look>(), new HashSet<Guid>());
        var files = Enumerable.Range(0, Workers * 25).Select(_ => Guid.NewGuid()).ToArray();
        var names = files.ToDictionary(file => file, _ => Name(random));
        for (var w = 0; w < Workers; w++)
        {
            var (worker, name) = (Guid.NewGuid(), Name(random));
            var kind = w < snoopers ? w % 3 : -1;
            if (kind >= 0)
                bad.Add(worker);
            var secret = files[random.Next(files.Length)];
            var secretDays = Enumerable.Range(0, kind == 0 ? random.Next(2, 6) : random.Next(3, 8)).Select(_ => random.Next(Days)).Distinct().ToList();
            while (secretDays.Count < (kind == 0 ? 2 : 3))
                secretDays = [.. secretDays.Append(random.Next(Days)).Distinct()];
            var frenzy = kind == 2 ? Enumerable.Range(0, 6).Select(_ => random.Next(Days)).ToHashSet() : [];
            for (var d = 0; d < Days; d++)
            {
                var day = Start.AddDays(d);
                if (kind is 0 or 1 && secretDays.Contains(d))
                    looks.Add(new(worker, secret, day, false, kind == 0));
                if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !frenzy.Contains(d))
                    continue;
                for (var i = 0; i < 25; i++)
                    if (random.NextDouble() < .25)
                        looks.Add(new(worker, files[w * 25 + i], day, true, names[files[w * 25 + i]] == name));
                if (random.NextDouble() < .3) // covers for a colleague of the same team of ten
                {
                    var file = files[(w / 10 * 10 + random.Next(10)) * 25 + random.Next(25)];
                    looks.Add(new(worker, file, day, false, names[file] == name));
                }
                for (var i = 0; frenzy.Contains(d) && i < 40; i++)
                {
                    var file = files[random.Next(files.Length)];
                    looks.Add(new(worker, file, day, false, names[file] == name));
                }
            }
        }
        return (looks, bad);
    }

    /// <summary>A family name: the commonest is borne by one in a hundred.</summary>
    private static int Name(Random random) => (int)(Math.Pow(random.NextDouble(), 2) * 2_000);

    [Theory, InlineData(EngineKind.Sqlite), InlineData(EngineKind.Postgres)]
    public async Task The_guardian_is_told_who_looks_again_and_again_at_a_file_of_their_own_name(EngineKind engine)
    {
        await using var desk = await Desk.StartAsync(engine);
        var app = desk.App;
        var referral = await desk.ReceiveAsync(new() { Given = "Zqauntie", Family = "Snoopington", Born = new(1950, 1, 1) });
        await using (var db = await app.OpenAllAsync())
        {
            var act = app.Act();
            var member = (await db.Members.FindAsync([desk.Members["ben"].Id]))!;
            member.Change(act, "Ben Snoopington", member.Agency);
            await db.SaveAsync(act);
        }
        using (var gus = await desk.AsAsync("gus"))
            Assert.Contains("Nothing stands out", (await gus.GetAsync(UnusualModel.Url("testing"))).Text, StringComparison.Ordinal);
        for (var day = 0; day < UnusualRules.NameDays; day++)
        {
            using var ben = await desk.AsAsync("ben");
            Assert.Equal(System.Net.HttpStatusCode.OK, (await ben.GetAsync(FileModel.Url("testing", referral.CaseFile))).Status);
            // A colleague who triages it has a need, whatever the name.
            using var ann = await desk.AsAsync("ann");
            Assert.Equal(System.Net.HttpStatusCode.OK, (await ann.GetAsync(FileModel.Url("testing", referral.CaseFile))).Status);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }
        using var guardian = await desk.AsAsync("gus");
        var report = await guardian.GetAsync(UnusualModel.Url("testing"));
        var row = Assert.Single(report.Html.QuerySelectorAll("#unusual tbody tr"));
        Assert.Contains("Ben Snoopington", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("same family name", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zqauntie", report.Text, StringComparison.Ordinal);
    }
}
