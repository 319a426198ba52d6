using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Jobs;
using Lapwing.Modules.People.Linkage;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>One pair of the list.</summary>
public sealed record SamePair(KnownPerson One, KnownPerson Other, MatchEvidence Evidence, string Url);

/// <summary>Everybody who is likely in two of the files that the viewer may know, the likeliest first, as of the last look. Pairs of which one may not be known are not
/// there and not counted.</summary>
[Permit(Permission.WorkCases)]
public sealed class SameListModel(Here here, PartnershipDb db) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 500;

    [BindProperty(Name = "number", SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<SamePair> Pairs { get; private set; } = [];
    public bool HasMore { get; private set; }
    public DateTime? LookedAt { get; private set; }
    public bool IsLooking { get; private set; }

    public static new string Url(string partnership) => $"/{partnership}/same";

    public string UrlOf(int number) => Url(here.Address) + (number > 1 ? $"?number={number}" : "");

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, MostPages);
        var settings = await LinkageSettings.ReadAsync(db, ct);
        LookedAt = settings.LearnedAt;
        IsLooking = await WaitsAsync(ct);
        var page = await db.LikelyPairs.AsNoTracking()
            .Where(p => db.CaseFiles.Any(f => f.Id == p.OtherFile) && !db.SamePersons.Any(s => s.Person == p.Person && s.Other == p.Other && s.EndedAt == null && s.Verdict != SameVerdict.NotSure))
            .OrderByDescending(p => p.Weight).ThenBy(p => p.Id).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        HasMore = page.Count > PageSize && Number < MostPages;
        var people = (await KnownPerson.ReadAsync(db, [.. page.SelectMany(p => new[] { p.Person, p.Other })], ct)).ToDictionary(p => p.Person.Id);
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "likely the same person"), null, null, "circle", ct);
        Pairs = [.. page.Take(PageSize).Where(p => people.ContainsKey(p.Person) && people.ContainsKey(p.Other))
            .Select(p => new SamePair(people[p.Person], people[p.Other], MatchEvidence.Of(settings.Model, p), SameModel.Url(here.Address, p.CaseFile)))];
    }

    /// <summary>Asks for a new look; one that waits already is enough.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await WaitsAsync(ct))
        {
            var act = here.Act("same-person.look", "looking for the same person in two files");
            db.Jobs.Add(LookForSamePeople.For(act));
            await db.SaveAsync(act, ct);
        }
        return Redirect(Url(here.Address));
    }

    private Task<bool> WaitsAsync(CancellationToken ct) =>
        db.Jobs.AnyAsync(j => j.Kind == nameof(LookForSamePeople) && (j.State == JobState.Queued || j.State == JobState.Running), ct);
}
