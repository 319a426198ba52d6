using System.Text.RegularExpressions;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Figures;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Tests.Modules.Figures;

/// <summary>One thing that a measure counts, as the business tables say it.</summary>
/// <param name="Record">The referral, episode or assessment.</param>
/// <param name="From">The London day on which it happened or began.</param>
/// <param name="Until">For what stands: the day on which it ended.</param>
/// <param name="By">Its category in each breakdown.</param>
internal sealed record Counted(Guid Record, Guid Person, DateOnly From, DateOnly? Until, int Weight, long Minutes, Dictionary<string, string> By);

/// <summary>
/// The figures worked out a second time: from referrals, episodes, contacts, assessments and people, never from the coded facts, and with its own arithmetic of
/// days, working hours, age bands and repeats. It shares with the product the names of codes and the dates of bank holidays.
/// </summary>
internal sealed partial class Census
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly (int Below, string Band)[] Bands =
        [(5, "under5"), (11, "from5-to10"), (13, "from11-to12"), (16, "from13-to15"), (18, "from16-to17"), (25, "from18-to24"), (35, "from25-to34"), (45, "from35-to44"), (55, "from45-to54"), (65, "from55-to64"), (int.MaxValue, "from65")];

    private readonly Dictionary<string, List<Counted>> measures = [];

    public IReadOnlyCollection<string> Measures => measures.Keys;

    public IReadOnlyList<Counted> Of(string measure) => measures[measure];

    public static async Task<Census> TakeAsync(PartnershipDb db)
    {
        var ct = TestContext.Current.CancellationToken;
        var people = (await db.People.AsNoTracking().ToListAsync(ct)).ToDictionary(p => p.Id);
        var services = (await db.Services.AsNoTracking().ToListAsync(ct)).ToDictionary(s => s.Id);
        var assessments = (await db.RiskAssessments.AsNoTracking().ToListAsync(ct)).OrderBy(a => a.At).ToLookup(a => a.CaseFile);
        var contacts = (await db.ContactEntries.AsNoTracking().ToListAsync(ct)).Where(c => c.Result == ContactResult.Made).ToLookup(c => c.CaseFile, c => c.At);
        var referrals = await db.Referrals.AsNoTracking().ToListAsync(ct);
        var episodes = await db.SupportEpisodes.AsNoTracking().ToListAsync(ct);
        var outcomes = (await db.Outcomes.AsNoTracking().ToListAsync(ct)).OrderBy(o => o.At).ToLookup(o => o.Episode);
        var clocks = await ClockSettings.ReadAsync(db, ct);
        var census = new Census();

        foreach (var r in referrals)
        {
            var who = (r.SubjectKey, r.Subject.Value) switch { ({ } key, _) => new Guid(BitConverter.GetBytes(key).Concat(new byte[8]).ToArray()), (_, var alone) => alone };
            var person = people[r.Subject];
            var received = By(("risk", RiskAt(r, DateTime.MaxValue)), ("source", Kebab(r.Source)), ("who", Kebab(r.Who)), ("gender", person.Gender ?? "not-known"),
                ("age", person.Age is { } age ? Bands.First(b => age < b.Below).Band : "not-known"), ("ethnicity-recorded", Told(person.Ethnicity)),
                ("disability-recorded", Told(person.Disability)), ("orientation-recorded", Told(person.SexualOrientation)));
            Add("referrals-received", r.Id.Value, r.ReceivedAt, received);
            Add("people-referred", r.Id.Value, r.ReceivedAt, received);
            Add("children-linked", r.Id.Value, r.ReceivedAt, received, weight: Math.Min(r.Children, 15));
            Add("repeat-referrals", r.Id.Value, r.ReceivedAt, received, weight: IsRepeat(r) ? 1 : 0);
            if (r.IncidentOn is { } incident)
                census.Put("incidents-reported", new(r.Id.Value, who, incident, null, 1, 0, received));
            if (r.TriagedAt is { } triaged)
                Clock("referrals-triaged", "triaged-in-time", "time-to-triage", triaged, clocks.TriageHours);
            if (contacts[r.CaseFile].DefaultIfEmpty().Min() is var first && first != default)
                Clock("first-contacts", "contacted-in-time", "time-to-first-contact", first, clocks.ContactHours);
            if (r is { Status: ReferralStatus.Accepted, DecidedAt: { } accepted })
                Add("referrals-accepted", r.Id.Value, accepted, By(("risk", RiskAt(r, accepted)), ("who", Kebab(r.Who)), ("pathway", Kebab(services[r.Service!.Value].Eligibility.Pathway))));
            if (r is { Status: ReferralStatus.Declined, DecidedAt: { } declined })
                Add("referrals-declined", r.Id.Value, declined, By(("who", Kebab(r.Who)), ("decline-reason", Kebab(r.DeclineReason!.Value))));
            foreach (var assessment in assessments[r.CaseFile])
                Add("risk-assessments", assessment.Id.Value, assessment.At, By(("risk", Kebab(assessment.Level))));
            foreach (var e in episodes.Where(e => e.Referral == r.Id.Value))
            {
                var by = By(("service", $"s{services[e.Service].Number}"));
                if (e.OpenedAt is { } opened)
                {
                    Add("episodes-started", e.Id.Value, opened, by);
                    Add("people-supported", e.Id.Value, opened, by);
                    Add("episodes-open", e.Id.Value, opened, by, until: e.EndedAt);
                }
                if (e.EndedAt is { } ended)
                    Add("episodes-ended", e.Id.Value, ended, By(("service", by["service"]), ("end-reason", Kebab(e.EndReason!.Value))));
                foreach (var area in outcomes[e.Id].GroupBy(o => o.Area).Where(a => a.Any(o => o.Point == OutcomePoint.Start)))
                    foreach (var later in area.Where(o => o.Point != OutcomePoint.Start))
                    {
                        var start = area.First(o => o.Point == OutcomePoint.Start).Score;
                        var change = By(("service", by["service"]), ("change", later.Score > start ? "better" : later.Score < start ? "worse" : "same"));
                        Add(later.Point == OutcomePoint.End ? "outcome-pairs" : "outcome-review-pairs", e.Id.Value, later.At, change);
                    }
                if (e.AnsweredAt is { } answered && e.Status is EpisodeStatus.Waiting or EpisodeStatus.Open or EpisodeStatus.Ended)
                    Add("people-waiting", e.Id.Value, e.AnsweredAt!.Value, by, until: e.OpenedAt);
            }

            void Add(string measure, Guid record, DateTime at, Dictionary<string, string> by, int weight = 1, DateTime? until = null) =>
                census.Put(measure, new(record, who, Day(at), until is { } end ? Day(end) : null, weight, 0, by));

            void Clock(string all, string inTime, string median, DateTime at, Func<RiskLevel, int> target)
            {
                var (level, minutes) = (LevelAt(r, at), WorkingMinutes(r.ReceivedAt, at));
                var counted = new Counted(r.Id.Value, who, Day(at), null, 1, minutes, By(("risk", Kebab(level))));
                census.Put(all, counted);
                census.Put(median, counted);
                census.Put(inTime, counted with { Weight = minutes <= target(level) * 60 ? 1 : 0 });
            }
        }
        foreach (var measure in (string[])["handovers-sent", "handovers-answered", "handovers-received", "handovers-decided"])
            census.measures[measure] = [];
        var partners = (await db.Partners.AsNoTracking().ToListAsync(ct)).ToDictionary(p => p.Id, p => $"p{p.Number}");
        foreach (var h in await db.Handovers.AsNoTracking().ToListAsync(ct))
        {
            var who = Kebab(referrals.Where(r => r.CaseFile == h.CaseFile).MaxBy(r => r.ReceivedAt)!.Who);
            census.Put("handovers-sent", new(h.Id.Value, h.Subject.Value, Day(h.At), null, 1, 0, By(("partner", partners[h.Partner]), ("who", who))));
            if (h is { Outcome: { } outcome, OutcomeAt: { } at })
                census.Put("handovers-answered", new(h.Id.Value, h.Subject.Value, Day(at), null, 1, 0, By(("partner", partners[h.Partner]), ("handover-outcome", Kebab(outcome)))));
        }
        foreach (var a in await db.HandoverArrivals.AsNoTracking().ToListAsync(ct))
        {
            var who = Kebab(referrals.Single(r => r.Id == a.Referral).Who);
            census.Put("handovers-received", new(a.Id.Value, a.PersonToken, Day(a.At), null, 1, 0, By(("partner", partners[a.Partner]), ("who", who))));
            if (a is { Outcome: { } outcome, OutcomeAt: { } at })
                census.Put("handovers-decided", new(a.Id.Value, a.PersonToken, Day(at), null, 1, 0, By(("partner", partners[a.Partner]), ("handover-outcome", Kebab(outcome)))));
        }
        await census.TakeGroupsAsync(db, ct);
        await census.AddAccommodationAsync(db, ct);
        return census;

        RiskLevel LevelAt(Referral r, DateTime at) => assessments[r.CaseFile].ToList() is { Count: > 0 } made
            ? made.LastOrDefault(a => a.At <= at)?.Level ?? RiskLevel.NotAssessed : r.Risk;

        string RiskAt(Referral r, DateTime at) => Kebab(LevelAt(r, at));

        bool IsRepeat(Referral r) => r is { SubjectKey: not null, HarmKey: not null } && referrals.Any(o => o.Id != r.Id && o.SubjectKey == r.SubjectKey && o.HarmKey == r.HarmKey
            && o.ReceivedAt <= r.ReceivedAt && Day(o.ReceivedAt) >= Day(r.ReceivedAt).AddMonths(-12));
    }

    /// <summary>Groups, from who waits and sits where, never from the facts.</summary>
    private async Task TakeGroupsAsync(PartnershipDb db, CancellationToken ct)
    {
        var places = await db.GroupPlaces.AsNoTracking().ToListAsync(ct);
        var attendances = await db.Attendances.AsNoTracking().ToListAsync(ct);
        foreach (var e in await db.WaitingEntries.AsNoTracking().ToListAsync(ct))
        {
            Group("groups-waiting", e.Id.Value, Day(e.AskedAt), until: e.EndedAt is { } ended ? Day(ended) : null);
            if (e.Status is WaitingStatus.Placed or WaitingStatus.DeclinedPlace)
                Share("groups-places-answered", "groups-places-taken", e.Id.Value, Day(e.EndedAt!.Value), e.Status == WaitingStatus.Placed);
        }
        foreach (var place in places)
        {
            if (attendances.Where(a => a.Place == place.Id && a.Presence == Presence.Came).Select(a => (DateOnly?)a.On).Min() is { } first)
                Group("groups-started", place.Id.Value, first);
            if (place.Status != PlaceStatus.Placed)
                Group(place.Status == PlaceStatus.Completed ? "groups-completed" : "groups-left", place.Id.Value, Day(place.EndedAt!.Value));
        }
        foreach (var pair in places.Where(p => p is { Pair: not null, Status: PlaceStatus.Completed }).GroupBy(p => p.Pair!.Value).Where(p => p.Select(x => x.Who).Distinct().Count() == 2))
            Group("groups-pairs-completed", pair.Key, Day(pair.GroupBy(p => p.Who).Max(half => half.Min(p => p.EndedAt!.Value))));
        foreach (var a in attendances)
            Share("groups-sessions-due", "groups-sessions-attended", a.Id.Value, a.On, a.Presence == Presence.Came);
        foreach (var said in (await db.GroupFeedback.AsNoTracking().ToListAsync(ct)).GroupBy(f => f.Place).Where(f => f.Count() == 2))
        {
            int Sum(FeedbackPoint point) => System.Text.Json.JsonDocument.Parse(said.Single(f => f.Point == point).Scores).RootElement.EnumerateObject().Sum(score => score.Value.GetInt32());
            Share("groups-changes-measured", "groups-changes-better", said.Key.Value, Day(said.Max(f => f.At)), Sum(FeedbackPoint.After) > Sum(FeedbackPoint.Before));
        }

        void Group(string measure, Guid record, DateOnly on, int weight = 1, DateOnly? until = null) => Put(measure, new(record, record, on, until, weight, 0, []));

        void Share(string all, string some, Guid record, DateOnly on, bool isSome)
        {
            Group(all, record, on);
            Group(some, record, on, isSome ? 1 : 0);
        }
    }

    /// <summary>A measure, or one category of one of its breakdowns, in a quarter.</summary>
    public int Count(string measure, Quarter quarter, string? breakdown = null, string? category = null)
    {
        var counted = Behind(measure, quarter, breakdown, category);
        return measure.StartsWith("people-", StringComparison.Ordinal) && measure != "people-waiting" ? counted.DistinctBy(c => c.Person).Count() : counted.Sum(c => c.Weight);
    }

    /// <summary>What is behind that number.</summary>
    public IReadOnlyList<Counted> Behind(string measure, Quarter quarter, string? breakdown = null, string? category = null)
    {
        var (first, last) = (quarter.Start, quarter.End);
        var stands = measure is "episodes-open" or "people-waiting" or "groups-waiting" or "safe-vacancies";
        return [.. measures[measure].Where(c => c.Weight != 0 && (stands ? c.From <= last && !(c.Until <= last) : c.From >= first && c.From <= last) && (breakdown is null || c.By[breakdown] == category))];
    }

    public double? Median(string measure, Quarter quarter) => Behind(measure, quarter).Select(c => c.Minutes).Order().ToList() is { Count: > 0 } minutes
        ? (minutes[(minutes.Count - 1) / 2] + minutes[minutes.Count / 2]) / 2.0 : null;

    private void Put(string measure, Counted counted)
    {
        if (!measures.TryGetValue(measure, out var list))
            measures[measure] = list = [];
        list.Add(counted);
    }

    private static Dictionary<string, string> By(params (string Breakdown, string Category)[] by) => by.ToDictionary(b => b.Breakdown, b => b.Category);

    private static string Told(string? code) => code is null or CodeList.NotKnown ? "not-recorded" : "recorded";

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, London));

    /// <summary>Monday to Friday, nine to five, without the bank holidays of England.</summary>
    internal static long WorkingMinutes(DateTime from, DateTime to)
    {
        var (start, end, ticks) = (TimeZoneInfo.ConvertTimeFromUtc(from, London), TimeZoneInfo.ConvertTimeFromUtc(to, London), 0L);
        for (var day = start.Date; day <= end; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || BankHolidays.England.Days.ContainsKey(DateOnly.FromDateTime(day)))
                continue;
            var (open, close) = (start > day.AddHours(9) ? start : day.AddHours(9), end < day.AddHours(17) ? end : day.AddHours(17));
            ticks += Math.Max(0, (close - open).Ticks);
        }
        return ticks / TimeSpan.TicksPerMinute;
    }

    private static string Kebab<T>(T value) where T : struct, Enum => Capital().Replace(value.ToString(), "-$1").ToLowerInvariant();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capital();
}
