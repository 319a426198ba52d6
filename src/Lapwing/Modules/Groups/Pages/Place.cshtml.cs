using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups.Pages;

/// <summary>Somebody's place in a group: which sessions they came to, what an absence set going, and what they said before and after.</summary>
[Permit(Permission.WorkCases)]
public sealed class PlaceModel(Here here, PartnershipDb db) : PageModel
{
    public sealed record Line(CohortSession Session, Attendance? Attendance);

    [FromRoute(Name = "file")] public Id<CaseFile> CaseFile { get; set; }
    [FromRoute(Name = "place")] public Id<GroupPlace> Id { get; set; }

    public GroupPlace Held { get; private set; } = null!;
    public Cohort Cohort { get; private set; } = null!;
    public GroupProgramme Programme { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public IReadOnlyList<MatchedPair> Feedback { get; private set; } = [];
    public IReadOnlySet<FeedbackPoint> Said { get; private set; } = new HashSet<FeedbackPoint>();
    public string? OverAge { get; private set; }
    public string? ApartWhy { get; private set; }
    public string? LeftWhy { get; private set; }
    public string? OutOfTurn { get; private set; }
    public bool IsOfMyTeam { get; private set; }
    public bool HasTherapy => Programme.Tier == GroupTier.Therapeutic;
    public string Partnership => here.Address;
    public int Came => Lines.Count(l => l.Attendance is { Presence: Presence.Came });

    public static new string Url(string partnership, Id<CaseFile> file, Id<GroupPlace> place) => $"{FileGroupsModel.Url(partnership, file)}/places/{place}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Held = await db.GroupPlaces.AsNoTracking().SingleAsync(p => p.Id == Id, ct);
        Cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Id == Held.Cohort, ct);
        Programme = await db.GroupProgrammes.AsNoTracking().SingleAsync(p => p.Id == Cohort.Programme, ct);
        IsOfMyTeam = here.Viewer.Teams.Contains(Programme.Team);
        var key = await db.KeyOfAsync(CaseFile, ct);
        (ApartWhy, LeftWhy, OutOfTurn) = (key.RevealIfAny(Held.ApartWhy), key.RevealIfAny(Held.LeftWhy), key.RevealIfAny(Held.OutOfTurn));
        var attended = (await db.Attendances.AsNoTracking().Where(a => a.Place == Id).ToListAsync(ct)).ToDictionary(a => a.Session);
        // Sessions of an earlier group, from which they moved, count too.
        var earlier = attended.Keys.ToArray();
        Lines = [.. (await db.CohortSessions.AsNoTracking().Where(s => s.Cohort == Held.Cohort || earlier.Contains(s.Id)).OrderBy(s => s.On).ThenBy(s => s.Number).ToListAsync(ct)).Select(s => new Line(s, attended.GetValueOrDefault(s.Id)))];
        var said = await db.GroupFeedback.AsNoTracking().Where(f => f.Place == Id).ToListAsync(ct);
        (Feedback, Said) = (GroupFeedback.Pairs(said, FeedbackPack.Shipped, Held.Who), said.Select(f => f.Point).ToHashSet());
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == Held.Person, ct);
        OverAge = Held is { IsIn: true, Who: GroupFor.Children } ? GroupPlace.OverAge(person.Details(key).AgeOn(LondonTime.DateOf(here.Viewer.Now)), Programme.Ages) : null;
    }

    public static string ChangeWords(MatchedPair pair) => pair.Change switch { null => "No pair to compare", 0 => "No change", > 0 and var up => $"Better by {up}", var down => $"Worse by {-down}" };
}
