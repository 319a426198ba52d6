using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>Which part of a team's support is shown.</summary>
public enum CaseloadPart { Offers, Waiting, Mine, Team }

/// <summary>One support episode on the list.</summary>
/// <param name="Since">When its present state began.</param>
public sealed record CaseloadRow(Id<SupportEpisode> Episode, string Name, string Reference, RiskLevel Risk, string Service, DateTime Since, string? Worker, bool IsRepeat, bool IsContacted);

/// <summary>One page of the list, and whether more follows.</summary>
public sealed record CaseloadPage(IReadOnlyList<CaseloadRow> Rows, int Number, bool HasMore);

/// <summary>The support of the viewer's own teams, the longest first, read in the order of the index: one walk for each team, the few rows
/// of the page merged, and everything that a row shows fetched for the whole page at once.</summary>
public sealed class Caseload(PartnershipDb db)
{
    public const int PageSize = 25;

    /// <summary>Nobody pages further by hand; search finds the rest.</summary>
    public const int MostPages = 40;

    /// <summary>Counts stop here: "99+" tells as much.</summary>
    public const int CountLimit = 100;

    public async Task<CaseloadPage> ReadAsync(CaseloadPart part, int number, CancellationToken ct)
    {
        number = Math.Clamp(number, 1, MostPages);
        var skip = (number - 1) * PageSize;
        var keys = new List<Key>();
        foreach (var team in Parts(part))
            keys.AddRange(await team.OrderBy(e => e.OfferedAt).ThenBy(e => e.Id).Select(e => new Key(e.Id, e.OfferedAt)).Take(skip + PageSize + 1).ToListAsync(ct));
        var page = keys.OrderBy(k => k.OfferedAt).ThenBy(k => k.Id.Value).Skip(skip).Take(PageSize + 1).ToList();
        return new(await RowsAsync([.. page.Take(PageSize).Select(k => k.Id)], ct), number, page.Count > PageSize && number < MostPages);
    }

    /// <summary>How many there are of each part, up to <see cref="CountLimit"/>.</summary>
    public async Task<IReadOnlyDictionary<CaseloadPart, int>> CountAsync(CancellationToken ct)
    {
        var counts = new Dictionary<CaseloadPart, int>();
        foreach (var part in Enum.GetValues<CaseloadPart>())
        {
            var count = 0;
            foreach (var team in Parts(part))
                count += count >= CountLimit ? 0 : await team.Select(e => e.Id).Take(CountLimit).CountAsync(ct);
            counts[part] = Math.Min(count, CountLimit);
        }
        return counts;
    }

    private IEnumerable<IQueryable<SupportEpisode>> Parts(CaseloadPart part)
    {
        var all = db.SupportEpisodes.AsNoTracking();
        var (me, status) = (db.Viewer.Member, part switch
        {
            CaseloadPart.Offers => EpisodeStatus.Offered,
            CaseloadPart.Waiting => EpisodeStatus.Waiting,
            _ => EpisodeStatus.Open,
        });
        return part == CaseloadPart.Mine
            ? [all.Where(e => e.Worker == me && e.Status == EpisodeStatus.Open)]
            : db.Viewer.Teams.Select(team => all.Where(e => e.Team == team && e.Status == status));
    }

    /// <summary>These episodes as lines, in their order.</summary>
    public async Task<IReadOnlyList<CaseloadRow>> RowsAsync(Id<SupportEpisode>[] ids, CancellationToken ct)
    {
        if (ids.Length == 0)
            return [];
        var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
        var (referralIds, personIds, serviceIds) = (episodes.Values.Select(e => new Id<Referral>(e.Referral)).ToArray(),
            episodes.Values.Select(e => e.Person).ToArray(), episodes.Values.Select(e => e.Service).Distinct().ToArray());
        var workerIds = episodes.Values.Select(e => e.Worker).OfType<Id<Member>>().Distinct().ToArray();
        var keys = await db.KeysOfAsync(episodes.Values.Select(e => e.CaseFile), ct);
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var referrals = await db.Referrals.AsNoTracking().Where(r => referralIds.Contains(r.Id))
            .Select(r => new { r.Id, r.Reference, r.Risk, r.IsRepeat, r.FirstSafeContactAt }).ToDictionaryAsync(r => r.Id.Value, ct);
        var services = await db.Services.AsNoTracking().Where(s => serviceIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var workers = await db.Members.AsNoTracking().Where(m => workerIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        return [.. ids.Where(episodes.ContainsKey).Select(id => Row(episodes[id]))];

        CaseloadRow Row(SupportEpisode e)
        {
            var referral = referrals.GetValueOrDefault(e.Referral);
            var name = people.TryGetValue(e.Person, out var person) && keys.TryGetValue(e.CaseFile, out var key) ? person.DisplayName(key) : "Not named";
            return new(e.Id, name, referral?.Reference ?? "", referral?.Risk ?? RiskLevel.NotAssessed, services.GetValueOrDefault(e.Service, "A service"),
                e.OpenedAt ?? e.AnsweredAt ?? e.OfferedAt, e.Worker is { } worker ? workers.GetValueOrDefault(worker, "A former member") : null,
                referral?.IsRepeat ?? false, referral?.FirstSafeContactAt is not null);
        }
    }

    private sealed record Key(Id<SupportEpisode> Id, DateTime OfferedAt);
}
