using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Settings;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Measuring;

/// <summary>What support has changed, for each support of a file: outcomes and the severity of abuse at intake, review and exit.</summary>
[Permit(Permission.WorkCases)]
public sealed class FileOutcomesModel(Here here, PartnershipDb db) : PageModel
{
    private const int Most = 50;

    public sealed record Part(SupportEpisode Episode, string Service, IReadOnlyList<MatchedPair> Outcomes, IReadOnlyList<MatchedPair> Severity, bool MayRecord);

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/outcomes";

    public string RecordUrl(SupportEpisode episode, OutcomePoint at) => $"/{here.Address}/support/{episode.Id}/outcomes?at={at.ToString().ToLowerInvariant()}";

    public string GradeUrl(SupportEpisode episode, OutcomePoint at) => SeverityModel.Url(here.Address, CaseFile, episode.Id, at);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var pack = await CaseworkSettings.PackAsync(db, ct);
        var episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == CaseFile && e.OpenedAt != null).OrderByDescending(e => e.OpenedAt).Take(Most)
            .Join(db.Services, e => e.Service, s => s.Id, (e, s) => new { Episode = e, s.Name }).ToListAsync(ct);
        var outcomes = await db.Outcomes.AsNoTracking().Where(o => o.CaseFile == CaseFile).ToListAsync(ct);
        var grades = await db.Severities.AsNoTracking().Where(s => s.CaseFile == CaseFile).ToListAsync(ct);
        Parts = [.. episodes.Select(e => new Part(e.Episode, e.Name, MatchedPair.Of(outcomes.Where(o => o.Episode == e.Episode.Id), pack), MatchedPair.Of(grades.Where(g => g.Episode == e.Episode.Id)),
            e.Episode.Status == EpisodeStatus.Open && here.Viewer.Teams.Contains(e.Episode.Team)))];
    }
}
