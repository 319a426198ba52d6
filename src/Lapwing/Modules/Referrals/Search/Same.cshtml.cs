using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Linkage;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>Who in other files is likely the person of this file, why, and what was decided; for those whom the viewer may know both.</summary>
[Permit(Permission.WorkCases)]
public sealed class SameModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    private const int Most = 10;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    /// <summary>The person of the other file that the form is about, and the one of this file.</summary>
    [BindProperty]
    public Id<Person>? Other { get; set; }

    [BindProperty]
    public Id<Person>? Mine { get; set; }

    [BindProperty]
    public SameVerdict? Verdict { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Joined> JoinedOnes { get; private set; } = [];
    public IReadOnlyList<Joined> Apart { get; private set; } = [];
    public IReadOnlyList<(KnownPerson Mine, LikelyOther Other, SamePerson? Unsure)> Likely { get; private set; } = [];

    /// <summary>Files of the same person that the viewer may not know, unless a wall stands before them; whom to ask about them.</summary>
    public string? AskElsewhere { get; private set; }
    public IReadOnlyDictionary<Id<Member>, string> Names { get; private set; } = new Dictionary<Id<Member>, string>();

    public string Partnership => here.Address;
    public Id<Member> Me => here.Viewer.Member;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/people/same";

    public string UrlOf(Id<CaseFile> file) => Support.FileModel.Url(here.Address, file);

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (Verdict is null)
            ModelState.AddModelError(nameof(Verdict), "Say whether they are the same person");
        if (Reason?.Length > SamePerson.ReasonLimit)
            ModelState.AddModelError(nameof(Reason), $"The reason must be {SamePerson.ReasonLimit:N0} characters or fewer");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var (mine, other) = await BothAsync(ct);
        var act = here.Act("same-person.decide", "the same person in two files");
        await SamePeople.DecideAsync(db, act, Verdict!.Value, mine, other, Reason, ct);
        return await SaveAsync(act, ct);
    }

    /// <summary>Parts what was joined, or lifts "not the same": at once or, the first time, as a wish that a second person must share.</summary>
    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        if (Reason?.Length > SamePerson.ReasonLimit)
        {
            ModelState.AddModelError(nameof(Reason), $"The reason must be {SamePerson.ReasonLimit:N0} characters or fewer");
            return await this.AgainAsync(ct);
        }
        var (mine, other) = await BothAsync(ct);
        var act = here.Act("same-person.end", "the same person in two files");
        await SamePeople.EndAsync(db, act, mine, other, Reason, ct);
        return await SaveAsync(act, ct);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken ct)
    {
        var (mine, other) = await BothAsync(ct);
        await SamePeople.KeepAsync(db, mine, other, ct);
        return await SaveAsync(here.Act("same-person.keep", "the same person in two files"), ct);
    }

    /// <summary>The two that the form is about: one of this file, the other of a file that the viewer may know.</summary>
    private async Task<(Id<Person> Mine, Id<Person> Other)> BothAsync(CancellationToken ct) =>
        Mine is { } mine && Other is { } other && await db.People.AnyAsync(p => p.Id == mine && p.CaseFile == Id, ct) ? (mine, other)
            : throw new RuleBroken("same-whom", "Choose whom this is about on this page.");

    private async Task<IActionResult> SaveAsync(Act act, CancellationToken ct)
    {
        try
        {
            return Redirect(await once.SaveAsync(act, Url(here.Address, Id), ct));
        }
        catch (DbUpdateException)
        {
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "Somebody else decided on these two while you were working. Look at what they decided, shown on this page.");
        }
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var ids = await db.People.AsNoTracking().Where(p => p.CaseFile == Id).OrderBy(p => p.Id).Select(p => p.Id).Take(Most).ToListAsync(ct);
        var people = await KnownPerson.ReadAsync(db, ids, ct);
        var halves = await db.SamePersons.AsNoTracking().Where(s => s.CaseFile == Id && s.EndedAt == null).OrderBy(s => s.DecidedAt).Take(Most * 5).ToListAsync(ct);
        var others = (await KnownPerson.ReadAsync(db, [.. halves.Select(h => h.Other)], ct)).ToDictionary(p => p.Person.Id);
        var decided = new List<Joined>();
        foreach (var half in halves.Where(h => others.ContainsKey(h.Other) && h.Verdict != SameVerdict.NotSure))
            decided.Add(await Joined.ReadAsync(db, half, people.Single(p => p.Person.Id == half.Person), others[half.Other], ct));
        (JoinedOnes, Apart) = ([.. decided.Where(d => d.Half.Verdict == SameVerdict.Same)], [.. decided.Where(d => d.Half.Verdict == SameVerdict.NotSame)]);
        var unseen = halves.Where(h => h.Verdict == SameVerdict.Same && !others.ContainsKey(h.Other)).Select(h => h.OtherFile).ToList();
        AskElsewhere = unseen.Count > 0 && await Circles.AnyWithoutWallAsync(db, unseen, here.Viewer.Member, ct) ? await Triage.KnownToUs.WhomToAskAsync(db, ct) : null;
        var likely = new List<(KnownPerson, LikelyOther, SamePerson?)>();
        foreach (var person in people)
            likely.AddRange((await LikelyOthers.FindAsync(db, person, Most, ct)).Select(other =>
                (person, other, halves.FirstOrDefault(h => h.Person == person.Person.Id && h.Other == other.Person.Person.Id))));
        Likely = likely;
        var members = halves.Select(h => h.DecidedBy).Concat(halves.Select(h => h.EndAskedBy).OfType<Id<Member>>()).Distinct().ToArray();
        Names = await db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        // Names of other files are about to be shown: each file's trail says so first.
        foreach (var shown in Likely.Select(l => l.Other.Person).Concat(decided.Select(d => d.Theirs)).Select(p => p.Person).DistinctBy(p => p.CaseFile))
            await db.WriteReadAsync(here.Act("same-person", "shown beside another file"), shown.CaseFile, shown.Id.Value, "circle", ct);
    }
}
