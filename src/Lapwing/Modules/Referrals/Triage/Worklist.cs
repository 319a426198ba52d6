using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Risk;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Which part of the worklist is shown.</summary>
public enum WorklistPart { Waiting, Mine, Overdue, Offered }

/// <summary>One referral on the worklist.</summary>
/// <param name="Clock">What the clock says, in working hours.</param>
/// <param name="Returned">Why a service did not take it, when one did not.</param>
public sealed record WorklistRow(
    Id<Referral> Referral, string Reference, string Name, WhoIsReferred Who, RiskLevel Risk, ReferralSource Source, DateTime ReceivedAt,
    string Clock, bool IsBreached, string? ClaimedBy, bool IsMine, bool IsRepeat, IReadOnlyList<RiskFlag> Flags, string? Returned, string? AskedOf);

/// <summary>One page of the worklist, and whether more follows.</summary>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Rows, int Number, bool HasMore);

/// <summary>Every referral that is not decided, by risk and then by clock. Read in the order of its index, one page at a time, with a fixed number
/// of queries whatever the size of the partnership: each status is walked in order and the few rows of the page are merged.</summary>
public sealed class Worklist(PartnershipDb db, ClockSettings clocks)
{
    public const int PageSize = 25;

    /// <summary>Nobody pages further by hand; search finds the rest.</summary>
    public const int MostPages = 40;

    /// <summary>Counts stop here: "99+" tells as much.</summary>
    public const int CountLimit = 100;

    private DateTime Now => db.Viewer.Now;

    public async Task<WorklistPage> ReadAsync(WorklistPart part, int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, MostPages);
        var skip = (number - 1) * PageSize;
        var keys = new List<Key>();
        foreach (var ordered in Parts(part))
            keys.AddRange(await ordered.OrderBy(r => r.Priority).ThenBy(r => r.TriageDueAt).ThenBy(r => r.Id)
                .Select(r => new Key(r.Id, r.Priority, r.TriageDueAt)).Take(skip + PageSize + 1).ToListAsync(ct));
        var page = keys.OrderBy(k => k.Priority).ThenBy(k => k.DueAt).ThenBy(k => k.Id.Value).Skip(skip).Take(PageSize + 1).ToList();
        var rows = await RowsAsync([.. page.Take(PageSize).Select(k => k.Id)], ct);
        return new(rows, number, page.Count > PageSize && number < MostPages);
    }

    /// <summary>How many there are of each part, up to <see cref="CountLimit"/>.</summary>
    public async Task<IReadOnlyDictionary<WorklistPart, int>> CountAsync(CancellationToken ct)
    {
        var counts = new Dictionary<WorklistPart, int>();
        foreach (var part in Enum.GetValues<WorklistPart>())
        {
            var count = 0;
            foreach (var query in Parts(part))
                count += count >= CountLimit ? 0 : await query.Select(r => r.Id).Take(CountLimit).CountAsync(ct);
            counts[part] = Math.Min(count, CountLimit);
        }
        return counts;
    }

    /// <summary>One query for each status, because the index begins with it.</summary>
    private IEnumerable<IQueryable<Referral>> Parts(WorklistPart part)
    {
        var all = db.Referrals.AsNoTracking();
        var (me, now) = (db.Viewer.Member, Now);
        return part switch
        {
            WorklistPart.Mine => [all.Where(r => r.ClaimedBy == me && r.Status == ReferralStatus.InTriage)],
            WorklistPart.Overdue => [.. Triaged().Select(q => q.Where(r => r.TriageDueAt < now))],
            WorklistPart.Offered => [all.Where(r => r.Status == ReferralStatus.Offered)],
            _ => Triaged(),
        };

        IEnumerable<IQueryable<Referral>> Triaged() =>
            [all.Where(r => r.Status == ReferralStatus.Waiting), all.Where(r => r.Status == ReferralStatus.InTriage)];
    }

    private async Task<IReadOnlyList<WorklistRow>> RowsAsync(Id<Referral>[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        var referrals = await db.Referrals.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        var (files, people, claimers) = (referrals.Select(r => r.CaseFile).ToArray(), referrals.Select(r => r.Subject).ToArray(), referrals.Select(r => r.ClaimedBy).OfType<Id<Member>>().Distinct().ToArray());
        var keys = await db.KeysOfAsync(files, ct);
        var persons = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var names = await db.Members.AsNoTracking().Where(m => claimers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var flags = (await db.RiskAssessments.AsNoTracking().Where(a => files.Contains(a.CaseFile) && a.SupersededBy == null && a.Flags != "")
            .Select(a => new { a.CaseFile, a.Flags }).ToListAsync(ct)).ToLookup(a => a.CaseFile, a => a.Flags);
        var numbers = ids.Select(id => id.Value).ToArray();
        var episodes = (await db.SupportEpisodes.AsNoTracking().Where(e => numbers.Contains(e.Referral))
            .Select(e => new Asked(e.Referral, e.Service, e.Status, e.NotTakenReason, e.OfferedAt)).ToListAsync(ct)).ToLookup(e => e.Referral);
        var services = episodes.Count > 0 ? await db.Services.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, ct) : [];
        var hours = clocks.Hours();
        return [.. ids.Select(id => referrals.SingleOrDefault(r => r.Id == id)).OfType<Referral>().Select(Row)];

        WorklistRow Row(Referral r)
        {
            var last = episodes[r.Id.Value].MaxBy(e => e.OfferedAt);
            var name = persons.TryGetValue(r.Subject, out var person) && keys.TryGetValue(r.CaseFile, out var key) ? person.DisplayName(key) : "Not named";
            var (clock, breached) = Clock(r, last, hours);
            return new(r.Id, r.Reference, name, r.Who, r.Risk, r.Source, r.ReceivedAt, clock, breached,
                r.ClaimedBy is { } by ? names.GetValueOrDefault(by, "A former member") : null, r.ClaimedBy == db.Viewer.Member, r.IsRepeat,
                [.. flags[r.CaseFile].SelectMany(RiskFlagCodes.Read).Distinct().Order()],
                last is { Status: EpisodeStatus.NotTaken, Reason: { } reason } ? $"{services.GetValueOrDefault(last.Service, "A service")} did not take it: {reason.Title().ToLowerInvariant()}" : null,
                last is { Status: EpisodeStatus.Offered } ? services.GetValueOrDefault(last.Service, "a service") : null);
        }
    }

    private (string Clock, bool IsBreached) Clock(Referral referral, Asked? last, WorkingHours hours)
    {
        if (referral.Status == ReferralStatus.Offered)
            return ($"Asked {Spoken.Stretch(hours.Elapsed(last?.OfferedAt ?? Now, Now))} ago", false);
        return referral.TriageDueAt < Now
            ? ($"Overdue by {Spoken.Stretch(hours.Elapsed(referral.TriageDueAt, Now))}", true)
            : ($"{Spoken.Stretch(hours.Elapsed(Now, referral.TriageDueAt))} left", false);
    }

    private sealed record Key(Id<Referral> Id, int Priority, DateTime DueAt);

    private sealed record Asked(Guid Referral, Id<Service> Service, EpisodeStatus Status, DeclineReason? Reason, DateTime OfferedAt);
}
