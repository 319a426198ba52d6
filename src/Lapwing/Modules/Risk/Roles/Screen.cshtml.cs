using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>Asks who does what to whom about two people of a file.</summary>
[Permit(Permission.WorkCases)]
public sealed class ScreenModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>One answer as it is typed.</summary>
    public sealed class Given
    {
        public Whom? Whom { get; set; }

        [StringLength(RoleScreening.NoteLimit, ErrorMessage = "Notes must be 10,000 characters or fewer")]
        public string? Note { get; set; }
    }

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty]
    public string? Other { get; set; }

    [BindProperty]
    public Dictionary<string, Given> Answers { get; set; } = [];

    public RoleState State { get; private set; } = null!;
    public ScreeningPack Pack { get; } = ScreeningPack.Shipped;
    public string Partnership => here.Address;

    /// <summary>Those about whom something is said: a screening without that would be a search for something.</summary>
    public IReadOnlyList<Option> Others => [.. State.Pairs.Select(p => new Option(p.Other.Id.ToString(), p.Other.Name))];

    public IReadOnlyList<Option> Options => [new(nameof(Whom.ThisPerson), State.People.SubjectName), new(nameof(Whom.TheOther), "The other person"), new(nameof(Whom.Both), "Both"),
        new(nameof(Whom.Neither), "Neither"), new(nameof(Whom.NotKnown), "Not known")];

    public static new string Url(string partnership, Id<CaseFile> file) => RolesModel.Url(partnership, file) + "/screen";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        Other = Others.Count == 1 ? Others[0].Value : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAgainAsync(ct);
        var answers = Answers.Where(a => a.Value?.Whom is not null && Pack.Items.Any(i => i.Code == a.Key)).Select(a => new ScreeningAnswer(a.Key, a.Value.Whom!.Value, a.Value.Note)).ToList();
        var pair = State.Pairs.FirstOrDefault(p => p.Other.Id.ToString() == Other);
        if (pair is null)
            ModelState.AddModelError(nameof(Other), State.Pairs.Count == 0 ? "Record first what is said about the two" : "Choose the other person");
        foreach (var item in Pack.Items.Where(i => answers.All(a => a.Item != i.Code)))
            ModelState.AddModelError($"Answers[{item.Code}].Whom", $"Choose an answer, also when it is not known: {item.Text}");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("roles.screen", "screening who does what to whom");
        db.RoleScreenings.Add(RoleScreening.Complete(act, State.People.Key, pair!.Other.Id, Pack, answers));
        var shown = await once.SaveAsync(act, RolesModel.Url(here.Address, Id), ct);
        TempData["Done"] = "The screening is kept. A manager who did not screen decides.";
        return Redirect(shown);
    }

    public async Task ShowAgainAsync(CancellationToken ct) => State = await RoleState.ReadAsync(db, Id, ct);
}
