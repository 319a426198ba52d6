using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Tests.Modules.Casework.Contact;

/// <summary>Threat case 2: nothing goes out through a way that is not safe at that minute.</summary>
public sealed class SendGuardTests
{
    private const int Cases = 5_000;

    private static readonly string[] Channels = [.. Enum.GetNames<ContactChannel>()];

    /// <summary>The minutes of the two nights on which the clock changes, and of ordinary days.</summary>
    private static readonly DateTime[] Nights = [new(2023, 3, 26, 0, 0, 0, DateTimeKind.Utc), new(2023, 10, 28, 23, 0, 0, DateTimeKind.Utc), new(2024, 3, 31, 0, 0, 0, DateTimeKind.Utc), new(2024, 10, 26, 23, 0, 0, DateTimeKind.Utc)];

    [Fact]
    public void Of_5000_generated_sends_exactly_those_go_that_a_second_reading_of_the_rules_lets_go()
    {
        var (gone, refused, wrong) = (0, 0, new List<string>());
        foreach (var one in Generate())
        {
            var verdict = Verdict.Of(GoingOf(one), CircumstancesOf(one));
            (gone, refused) = verdict.MayGo ? (gone + 1, refused) : (gone, refused + 1);
            if (verdict.MayGo != GuardOracle.MayGo(one))
                wrong.Add($"{(verdict.MayGo ? "went" : verdict.Codes)}: {one}");
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong:\n" + string.Join('\n', wrong.Take(10)));
        Assert.True(gone > 300 && refused > 1_000, $"{gone} went, {refused} were refused: the cases prove nothing.");
    }

    /// <summary>The twin, for every rule of the table: without it something unsafe goes out, and the comparison sees it.</summary>
    [Fact]
    public void Without_any_one_rule_something_unsafe_would_go_out()
    {
        var cases = Generate().ToList();
        var idle = GuardRules.All.Where(rule => !cases.Exists(one => !GuardOracle.MayGo(one)
            && !GuardRules.All.Any(other => other != rule && other.Refuses(GoingOf(one), CircumstancesOf(one))))).Select(rule => rule.Code);
        Assert.Empty(idle);
    }

    [Fact]
    public void Every_minute_of_the_nights_of_the_clock_change_is_judged_by_the_London_wall_clock()
    {
        var hours = WeeklyHours.Parse("Sun 01:00-02:00");
        var (seen, safe) = (0, 0);
        foreach (var night in Nights)
            for (var at = night; at < night.AddHours(5); at = at.AddMinutes(1))
            {
                var london = at.AddHours(GuardOracle.IsSummer(at) ? 1 : 0);
                var expected = london.DayOfWeek == DayOfWeek.Sunday && london.Hour == 1;
                var point = new PointFacts(ContactKind.Telephone, true, new() { MayRing = true, Times = hours }, night.AddDays(-1));
                Assert.Equal(expected, Verdict.Of(new(ContactChannel.Telephone, at), new(point)).MayGo);
                (seen, safe) = (seen + 1, safe + (expected ? 1 : 0));
            }
        // In March the hour does not exist, in October it is there twice.
        Assert.Equal((4 * 300, 2 * 120), (seen, safe));
    }

    [Fact]
    public void Each_rule_has_its_source_and_a_reason_that_a_worker_reads()
    {
        var at = new DateTime(2023, 6, 6, 9, 0, 0, DateTimeKind.Utc);
        Assert.Equal(GuardRules.All.Count, GuardRules.All.Select(rule => rule.Code).Distinct().Count());
        foreach (var one in Generate().Take(500))
            foreach (var rule in GuardRules.All.Where(rule => rule.Refuses(GoingOf(one), CircumstancesOf(one))))
                Assert.Matches("^[A-Z].*[.]$", rule.Reason(GoingOf(one), CircumstancesOf(one)));
        Assert.All(GuardRules.All, rule => Assert.True(rule.Source.Length > 10));
        Assert.Contains("Bolton", GuardRules.All.Single(rule => rule.Code == "others-method").Source, StringComparison.Ordinal);
        Assert.False(Verdict.Of(new(ContactChannel.Telephone, at), new()).MayGo);
    }

    private static IEnumerable<GuardCase> Generate()
    {
        var seeded = new Lapwing.Demonstration.Seeded(20261128, 90);
        for (var i = 0; i < Cases; i++)
        {
            var at = seeded.Chance(.4) ? Nights[seeded.Below(Nights.Length)].AddMinutes(seeded.Below(300)) : new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(seeded.Below(2 * 365 * 24 * 60));
            var hours = seeded.Chance(.4) ? [] : Enumerable.Range(0, 7).Where(_ => seeded.Chance(.7)).Select(day => (Day: day, From: seeded.Below(12) * 60, Until: (13 + seeded.Below(11)) * 60)).ToArray();
            if (hours.Length > 0 && seeded.Chance(.3))
                hours = [(6, 60, 120)];
            DateTime? doubtful = seeded.Chance(.3) ? at.AddDays(-seeded.Below(20)) : seeded.Chance(.1) ? at.AddDays(3) : null;
            // Each fault is rare, so that most cases have one or none and each rule decides alone somewhere.
            yield return new()
            {
                Channel = Channels[seeded.Below(Channels.Length)], At = at, Sent = seeded.Chance(.6), To = seeded.Of(["phone", "phone", "email", "place", "place", "none"]),
                Safe = seeded.Chance(.8) ? "yes" : seeded.Of(["no", "not asked"]), Ring = seeded.Chance(.8), Voicemail = seeded.Chance(.6), Text = seeded.Chance(.7), Email = seeded.Chance(.8), Hours = hours,
                Confirmed = seeded.Chance(.92) ? at.AddDays(-seeded.Below(15)) : null, Doubtful = doubtful, Ended = seeded.Chance(.06), Others = seeded.Chance(.06), KnownToOther = seeded.Chance(.08),
                Write = seeded.Of(["yes", "yes", "yes", "no", "not asked"]), Visit = seeded.Of(["yes", "yes", "no", "not asked"]),
                Stated = seeded.Chance(.8), OnlyReferrer = seeded.Chance(.15), MayWrite = seeded.Chance(.6), StatedAt = seeded.Chance(.8) ? at.AddDays(-seeded.Below(30)) : null,
            };
        }
    }

    private static Going GoingOf(GuardCase c) => new(Enum.Parse<ContactChannel>(c.Channel), c.At, c.Sent);

    private static Circumstances CircumstancesOf(GuardCase c)
    {
        var hours = c.Hours.Length == 0 ? null : new WeeklyHours(c.Hours.Select(h => ((DayOfWeek)((h.Day + 1) % 7), new HoursOfDay(new(h.From / 60, 0), new(h.Until / 60, 0)))));
        var isPhone = c.To == "phone";
        var safety = isPhone
            ? new MethodSafety { MayRing = c.Ring, MayLeaveVoicemail = c.Voicemail, MayText = c.Text, Times = hours }
            : new MethodSafety { MayEmail = c.Email, Times = hours };
        static bool? Asked(string answer) => answer switch { "yes" => true, "no" => false, _ => null };
        return new(
            isPhone || c.To == "email" ? new(isPhone ? ContactKind.Telephone : ContactKind.Email, Asked(c.Safe), safety, c.Confirmed, c.Ended, c.Others) : null,
            c.To == "place" ? new(Asked(c.Write), Asked(c.Visit), c.Confirmed, c.Ended, c.Others, c.KnownToOther) : null,
            !c.Stated ? null : c.OnlyReferrer ? SafeContact.ThroughReferrer() : new() { MayRing = c.Ring, MayLeaveVoicemail = c.Voicemail, MayText = c.Text, MayEmail = c.Email, MayWrite = c.MayWrite, SafeTimes = hours },
            c.StatedAt, c.Doubtful <= c.At ? c.Doubtful : null, SafetyChangeKind.Separated);
    }
}
