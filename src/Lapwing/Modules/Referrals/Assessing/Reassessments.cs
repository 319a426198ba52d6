using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Assessing;

/// <summary>Somebody whom a team supports, and when they are assessed again.</summary>
public sealed record ReassessmentRow(Id<CaseFile> File, string Name, RiskLevel Level, DateOnly On, string Reason, bool IsOverdue, Id<Member>? Worker);

/// <summary>Who is to be assessed again, of those whom the viewer or the viewer's teams support: the most overdue first.</summary>
public sealed class Reassessments(PartnershipDb db)
{
    public const int PageSize = 25;

    /// <summary>More open cases than a few teams carry; the page says when there are more.</summary>
    public const int MostCases = 2_000;

    /// <returns>The rows of the page, how many are overdue among all, and whether more follow.</returns>
    public async Task<(IReadOnlyList<ReassessmentRow> Rows, int Overdue, bool HasMore, bool IsCut)> ReadAsync(bool mine, int number, CancellationToken ct)
    {
        var (me, teams, now) = (db.Viewer.Member, db.Viewer.Teams.ToArray(), db.Viewer.Now);
        var cases = await db.SupportEpisodes.AsNoTracking().Where(e => e.Status == EpisodeStatus.Open && (mine ? e.Worker == me : teams.Contains(e.Team)))
            .OrderBy(e => e.OfferedAt).Take(MostCases + 1).Select(e => new { e.CaseFile, e.Worker, e.Person }).ToListAsync(ct);
        var ids = cases.Take(MostCases).Select(c => c.CaseFile).Distinct().ToArray();
        var due = await DueAsync(ids, now, ct);
        var ordered = cases.Take(MostCases).DistinctBy(c => c.CaseFile).Where(c => due.ContainsKey(c.CaseFile)).OrderBy(c => due[c.CaseFile].Due.On).ThenBy(c => c.CaseFile.Value).ToList();
        var page = ordered.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        var today = LondonTime.DateOf(now);
        var keys = await db.KeysOfAsync(page.Select(c => c.CaseFile), ct);
        var personIds = page.Select(c => c.Person).ToArray();
        var people = await db.People.AsNoTracking().Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return ([.. page.Where(c => keys.ContainsKey(c.CaseFile) && people.ContainsKey(c.Person)).Select(c => (Case: c, Of: due[c.CaseFile])).Select(r => new ReassessmentRow(r.Case.CaseFile,
                people[r.Case.Person].DisplayName(keys[r.Case.CaseFile]), r.Of.Level, r.Of.Due.On, r.Of.Due.Reasons[0], r.Of.Due.IsOverdue(today), r.Case.Worker))],
            ordered.Count(c => due[c.CaseFile].Due.IsOverdue(today)), ordered.Count > number * PageSize, cases.Count > MostCases);
    }

    /// <summary>When each file is due, from a few queries for all of them: dates and codes, no key and no name.</summary>
    private async Task<Dictionary<Id<CaseFile>, (RiskLevel Level, ReassessmentDue Due)>> DueAsync(Id<CaseFile>[] ids, DateTime now, CancellationToken ct)
    {
        var times = (await RiskSettings.ReadAsync(db, ct)).Reassessment;
        var files = await db.CaseFiles.AsNoTracking().Where(f => ids.Contains(f.Id) && f.Side != Side.PersonCausingHarm).Select(f => new { f.Id, f.OpenedAt }).ToListAsync(ct);
        var assessed = (await db.RiskAssessments.AsNoTracking().Where(a => ids.Contains(a.CaseFile) && a.SupersededBy == null).Select(a => new { a.CaseFile, a.At, a.Level }).ToListAsync(ct))
            .GroupBy(a => a.CaseFile).ToDictionary(g => g.Key, g => g.MaxBy(a => a.At)!);
        var incidents = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.CaseFile) && i.TakenBackAt == null).Select(i => new { i.CaseFile, i.On, i.RecordedAt }).ToListAsync(ct);
        var changes = await db.RiskChanges.AsNoTracking().Where(c => ids.Contains(c.CaseFile)).Select(c => new { c.CaseFile, c.Kind, c.On, c.RecordedAt }).ToListAsync(ct);
        var received = await db.ReceivedResults.AsNoTracking().Where(r => ids.Contains(r.CaseFile)).Select(r => new { r.CaseFile, r.On, r.ReceivedAt, r.RaisedTo }).ToListAsync(ct);
        var elsewhere = await EventsElsewhere.ReadAsync(db, ids, ct);
        var events = incidents.Select(i => (i.CaseFile, Event: new DatedEvent(RiskEventKind.Incident, i.On, i.RecordedAt)))
            .Concat(changes.Select(c => (c.CaseFile, Event: new DatedEvent(c.Kind, c.On, c.RecordedAt))))
            .Concat(received.Select(r => (r.CaseFile, Event: new DatedEvent(RiskEventKind.ReceivedResult, r.On, r.ReceivedAt)))).ToLookup(e => e.CaseFile, e => e.Event);
        var raised = received.Where(r => r.RaisedTo is not null).ToLookup(r => r.CaseFile);
        return files.ToDictionary(f => f.Id, f =>
        {
            var last = assessed.GetValueOrDefault(f.Id);
            var level = raised[f.Id].Where(r => last is null || r.ReceivedAt >= last.At).Select(r => r.RaisedTo!.Value).Append(last?.Level ?? RiskLevel.NotAssessed).Max();
            return (level, ReassessmentRule.Due(last?.At, level, f.OpenedAt, events[f.Id].Concat(elsewhere[f.Id]), times));
        });
    }
}
