using Lapwing.Data;
using Lapwing.Access;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Casework.Capacity;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Bench;

/// <summary>Every worklist, every caseload, and the pages that open a file: 50 ms at the median, 200 ms at p99.</summary>
internal static class Pages
{
    public const double MedianAim = 50, P99Aim = 200;
    private const int Warm = 20, Times = 200, Notes = 1000;
    private const double NotesAim = 100;

    public static async Task MeasureAsync(Site site, Report report)
    {
        var chosen = await Chosen.TakeAsync(site, Warm + Times);
        using (var door = await Visitor.SignInAsync(site, "frontdoor"))
        {
            foreach (var part in Enum.GetValues<WorklistPart>())
                report.Add(await GetAsync(site, door, $"worklist: {part}", n => WorklistModel.Url(Site.Partnership, part, 1 + n % 3)));
            report.Add(await GetAsync(site, door, "worklist: Waiting, page 40", _ => WorklistModel.Url(Site.Partnership, WorklistPart.Waiting, Worklist.MostPages)));
            report.Add(await GetAsync(site, door, "open a referral, any", n => ReferralModel.Url(Site.Partnership, chosen.Referrals[n])));
            report.Add(await GetAsync(site, door, "open a referral, waiting", n => ReferralModel.Url(Site.Partnership, chosen.Waiting[n % chosen.Waiting.Count])));
            report.Add(await GetAsync(site, door, "route a referral", n => RouteModel.Url(Site.Partnership, chosen.Waiting[n % chosen.Waiting.Count])));
            report.Add(await GetAsync(site, door, "open a file", n => FileModel.Url(Site.Partnership, chosen.Files[n])));
            report.Add(await GetAsync(site, door, "services", _ => ServicesModel.Url(Site.Partnership)));
        }
        using (var manager = await Visitor.SignInAsync(site, "manager"))
            foreach (var part in Enum.GetValues<CaseloadPart>())
                report.Add(await GetAsync(site, manager, $"caseload of a manager: {part}", n => SupportModel.Url(Site.Partnership, part, 1 + n % 3)));
        using (var worker = await Visitor.SignInAsync(site, "caseworker"))
        {
            foreach (var part in Enum.GetValues<CaseloadPart>())
                report.Add(await GetAsync(site, worker, $"caseload of a worker: {part}", _ => SupportModel.Url(Site.Partnership, part)));
            report.Add(await GetAsync(site, worker, "open an episode", n => EpisodeModel.Url(Site.Partnership, chosen.Episodes[n % chosen.Episodes.Count])));
            report.Add(await GetAsync(site, worker, "open the file of an episode", n => FileModel.Url(Site.Partnership, chosen.EpisodeFiles[n % chosen.EpisodeFiles.Count])));
            var much = chosen.EpisodeFiles[0];
            await WriteNotesAsync(site, much);
            report.Add(Of("pages", $"timeline of {Notes:N0} entries", site, await Sample.TakeAsync(Warm, Times, _ => worker.GetAsync(TimelineModel.Url(Site.Partnership, much))), NotesAim, NotesAim));
            report.Add(Of("pages", $"open a file of {Notes:N0} entries", site, await Sample.TakeAsync(Warm, Times, _ => worker.GetAsync(FileModel.Url(Site.Partnership, much))), NotesAim, NotesAim));
        }
    }

    /// <summary>As many notes as the longest of files has, one in each of the last hours.</summary>
    private static async Task WriteNotesAsync(Site site, Id<Access.CaseFile> file)
    {
        await using var db = await site.OpenAllAsync();
        var (act, key) = (new Act(Site.Viewer, Site.Viewer.Now, "bench.notes", "measuring a long file"), await db.KeyOfAsync(file));
        for (var n = await db.Notes.CountAsync(note => note.CaseFile == file); n < Notes; n++)
            db.Add(Note.Sign(act, key, new() { Kind = NoteKind.Visit, Words = $"Visit {n}. {new string('x', 400)}" }, act.At.AddHours(-n), null));
        await db.SaveAsync(act);
    }

    private static async Task<Result> GetAsync(Site site, Visitor visitor, string what, Func<int, string> address) =>
        Of("pages", what, site, await Sample.TakeAsync(Warm, Times, n => visitor.GetAsync(address(n))));

    public static Result Of(string part, string what, Site site, Sample sample, double median = MedianAim, double p99 = P99Aim) => new(part, what, site.Engine,
        $"{sample.Median:N1} ms, p99 {sample.P99:N1} ms", $"{median:N0} ms, p99 {p99:N0} ms", Math.Max(sample.Median / median, sample.P99 / p99), $"{sample.ProcessorEach:N1} ms processor");

    /// <summary>Records all over the partnership, found by the indexes.</summary>
    private sealed record Chosen(IReadOnlyList<Id<Referral>> Referrals, IReadOnlyList<Id<Referral>> Waiting, IReadOnlyList<Id<Access.CaseFile>> Files,
        IReadOnlyList<Id<SupportEpisode>> Episodes, IReadOnlyList<Id<Access.CaseFile>> EpisodeFiles)
    {
        public static async Task<Chosen> TakeAsync(Site site, int count)
        {
            await using var db = await site.OpenAllAsync();
            var team = await db.Members.Where(m => m.Name == "Cassia Workington").SelectMany(m => db.TeamMemberships.Where(t => t.Member == m.Id)).Select(t => t.Team).FirstAsync();
            var some = await Picking.ReferralsAsync(db, count);
            var waiting = await db.Referrals.AsNoTracking().Where(r => r.Status == ReferralStatus.Waiting).Take(count).Select(r => r.Id).ToListAsync();
            var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.Team == team && e.Status == EpisodeStatus.Open).Take(count).Select(e => new { e.Id, e.CaseFile }).ToListAsync();
            return new([.. some.Select(r => r.Id)], waiting, [.. some.Select(r => r.CaseFile)], [.. episodes.Select(e => e.Id)], [.. episodes.Select(e => e.CaseFile)]);
        }
    }
}
