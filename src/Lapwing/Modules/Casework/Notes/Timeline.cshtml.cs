using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Casework.Working;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Notes;

/// <summary>Everything that happened in a file, newest first, by kind, person, author and dates.</summary>
[Permit(Permission.WorkCases)]
public sealed class TimelineModel(Here here, PartnershipDb db) : PageModel
{
    private const int MostPeople = 100, MostAuthors = 200, MostDrafts = 20;

    public sealed record Line(TimelineEntry Entry, string By, string? About, string? Words);

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(Name = "kind", SupportsGet = true)]
    public List<TimelineKind> Kinds { get; set; } = [];

    [BindProperty(Name = "about", SupportsGet = true)]
    public Id<Person>? About { get; set; }

    [BindProperty(Name = "by", SupportsGet = true)]
    public Id<Member>? By { get; set; }

    [BindProperty(Name = "since", SupportsGet = true)]
    [System.ComponentModel.DataAnnotations.Display(Name = "The first day")]
    public DateOnly? Since { get; set; }

    [BindProperty(Name = "until", SupportsGet = true)]
    [System.ComponentModel.DataAnnotations.Display(Name = "The last day")]
    public DateOnly? Until { get; set; }

    [BindProperty(Name = "from", SupportsGet = true)]
    public string? From { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public string? OlderUrl { get; private set; }
    public IReadOnlyList<Option> People { get; private set; } = [];
    public IReadOnlyList<Option> Authors { get; private set; } = [];
    public IReadOnlyList<(string Url, string When)> Drafts { get; private set; } = [];
    public string WriteUrl => WriteModel.Url(here.Address, CaseFile);
    public string FirstUrl => Url(here.Address, CaseFile);
    public string? SupervisionUrl => here.Viewer.May(Permission.ManageTeam) ? SupervisionModel.Url(here.Address, CaseFile) : null;
    public bool IsFiltered => Kinds.Count > 0 || About is not null || By is not null || Since is not null || Until is not null;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/timeline";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(CaseFile, ct);
        var people = await db.People.AsNoTracking().Where(p => p.CaseFile == CaseFile).OrderBy(p => p.Id).Take(MostPeople).ToListAsync(ct);
        var names = people.ToDictionary(p => p.Id, p => p.DisplayName(key));
        var (notBefore, notAfter) = (Since is { } first ? LondonTime.StartOfDay(first) : DateTime.UnixEpoch.AddYears(-50),
            Until is { } last && last < DateOnly.MaxValue ? LondonTime.StartOfDay(last.AddDays(1)).AddMicroseconds(-1) : here.Viewer.Now.AddYears(1));
        var page = await FileTimeline.ReadAsync(db, new(CaseFile, notAfter, notBefore, 0, By, About, here.Address), Kinds, From, ct);
        var authors = await AuthorsAsync(ct);
        var members = await MemberNames.OfAsync(db, authors.Concat(page.Entries.Select(e => e.By).OfType<Id<Member>>()), ct);
        Lines = [.. page.Entries.Select(e => new Line(e, e.By is { } by ? members[by] : "", e.About is { } about && people.Count > 1 ? names.GetValueOrDefault(about) : null, key.RevealIfAny(e.Words)))];
        OlderUrl = page.Older is { } older ? UrlFrom(older) : null;
        People = [.. people.Select(p => new Option(p.Id.ToString(), names[p.Id]))];
        Authors = [.. authors.Select(a => new Option(a.ToString(), members[a])).OrderBy(a => a.Label, StringComparer.CurrentCulture)];
        var me = here.Viewer.Member;
        Drafts = [.. (await db.NoteDrafts.AsNoTracking().Where(d => d.By == me && d.SignedAs == null && d.CaseFile == CaseFile).OrderByDescending(d => d.SavedAt).Take(MostDrafts).Select(d => new { d.Id, d.SavedAt }).ToListAsync(ct))
            .Select(d => (WriteModel.Url(here.Address, CaseFile, d.Id), Spoken.Moment(d.SavedAt)))];
    }

    /// <summary>Who has written in this file, for the filter.</summary>
    private async Task<IReadOnlyList<Id<Member>>> AuthorsAsync(CancellationToken ct)
    {
        var authors = await db.Notes.Where(n => n.CaseFile == CaseFile).Select(n => n.By).Distinct().Take(MostAuthors).ToListAsync(ct);
        authors.AddRange(await db.ContactEntries.Where(c => c.CaseFile == CaseFile).Select(c => c.By).Distinct().Take(MostAuthors).ToListAsync(ct));
        authors.AddRange(await db.CaseTasks.Where(t => t.CaseFile == CaseFile).Select(t => t.SetBy).Distinct().Take(MostAuthors).ToListAsync(ct));
        return [.. authors.Distinct()];
    }

    private string UrlFrom(string older)
    {
        var parts = Kinds.Select(k => $"kind={k}").ToList();
        if (About is { } about)
            parts.Add($"about={about}");
        if (By is { } by)
            parts.Add($"by={by}");
        if (Since is { } since)
            parts.Add($"since={since:yyyy-MM-dd}");
        if (Until is { } until)
            parts.Add($"until={until:yyyy-MM-dd}");
        return $"{FirstUrl}?{string.Join('&', parts.Append($"from={older}"))}";
    }
}
