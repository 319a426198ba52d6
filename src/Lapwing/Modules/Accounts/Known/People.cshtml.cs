using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Known;

/// <summary>What a member says of themselves and of whom they know, so that walls stand before anybody looks. Seen by the member and the guardian only.</summary>
[Permit(Permission.SayWhomIKnow)]
public sealed class PeopleModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    /// <summary>Somebody, as the form asks.</summary>
    public sealed class Answers
    {
        [StringLength(200, ErrorMessage = "The name must be 200 characters or fewer")]
        public string? Name { get; set; }

        public DateOnly? BornOn { get; set; }

        [StringLength(40, ErrorMessage = "The telephone number must be 40 characters or fewer")]
        public string? Telephone { get; set; }

        [StringLength(320, ErrorMessage = "The e-mail address must be 320 characters or fewer")]
        public string? Email { get; set; }

        public DeclaredWho Who => new(Clean(Name), BornOn, Clean(Telephone), Clean(Email));

        private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    [BindProperty]
    public Answers Input { get; set; } = new();

    [BindProperty]
    public Answers Me { get; set; } = new();

    [BindProperty]
    public Tie? Tie { get; set; }

    [BindProperty]
    public Id<DeclaredPerson>? Person { get; set; }

    public IReadOnlyList<(Id<DeclaredPerson> Id, Tie Tie, DeclaredWho Who)> Known { get; private set; } = [];
    public static IReadOnlyList<Option> Ties { get; } = [.. Enum.GetValues<Tie>().Where(tie => tie != Access.Tie.Myself).Select(tie => new Option(tie.ToString(), TieWords.Title(tie)))];

    public static new string Url(string partnership) => $"/{partnership}/people-i-know";

    public Task OnGetAsync(CancellationToken ct) => ShowAgainAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Forget(nameof(Me));
        if (Input.Who is { Name: null, Telephone: null, Email: null })
            ModelState.TryAddModelError("Input.Name", "Enter the person's name");
        if (Tie is null or Access.Tie.Myself)
            ModelState.AddModelError(nameof(Tie), "Choose how you know the person");
        if ((await Declared.MineAsync(db, ct)).Count >= DeclaredPerson.MostOfOne)
            ModelState.AddModelError("Input.Name", $"You can name {DeclaredPerson.MostOfOne} people here. Take back somebody you no longer know, or ask the guardian.");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("known.declare", "saying whom one knows");
        Declared.Add(db, act, Tie!.Value, Input.Who);
        return await SaveAsync(act, "Saved. Where this person is in a file, you will not see it.", ct);
    }

    public async Task<IActionResult> OnPostSelfAsync(CancellationToken ct)
    {
        Forget(nameof(Input));
        ModelState.Remove(nameof(Tie));
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("known.self", "saying how one is recognised");
        await Declared.SayOfMyselfAsync(db, act, Me.Who, ct);
        return await SaveAsync(act, "Saved. Where you are in a file yourself, you will not see it.", ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        Forget(nameof(Me));
        Forget(nameof(Input));
        if (Person is not { } id || !await Declared.TakeBackAsync(db, here.Act("known.take-back", "no longer knowing somebody"), id, ct))
        {
            ModelState.AddModelError("", "Choose the person from the list");
            return await this.AgainAsync(ct);
        }
        return await SaveAsync(here.Act("known.take-back", "no longer knowing somebody"), "Taken back. Walls that stand because of it stay until the guardian lifts them.", ct);
    }

    private async Task<IActionResult> SaveAsync(Act act, string done, CancellationToken ct)
    {
        var shown = await once.SaveAsync(act, Url(here.Address), ct);
        TempData["Done"] = done;
        return Redirect(shown);
    }

    /// <summary>The other form of the page was not sent.</summary>
    private void Forget(string prefix)
    {
        foreach (var key in ModelState.Keys.Where(key => key.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var mine = await Declared.MineAsync(db, ct);
        Known = [.. mine.Where(d => d.Tie != Access.Tie.Myself)];
        if (!HttpMethods.IsPost(Request.Method) || Request.Query["handler"] != "Self")
            if (mine.Where(d => d.Tie == Access.Tie.Myself).Select(d => d.Who).LastOrDefault() is { } self)
                Me = new() { Name = self.Name, BornOn = self.BornOn, Telephone = self.Telephone, Email = self.Email };
    }
}
