using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People.Family;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace Lapwing.Modules.People.Orders;

/// <summary>Records an order, or corrects what was recorded wrongly. What a court changed is a variation, on the order's own page.</summary>
[Permit(Permission.WorkCases)]
public sealed class OrderEditModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    public sealed class Lines
    {
        public OrderKind? Kind { get; set; }

        [Display(Name = "The date on which it was made")]
        public DateOnly? IssuedOn { get; set; }

        [Display(Name = "The last day")]
        public DateOnly? EndsOn { get; set; }
        public string? IssuedBy { get; set; }
        public string? Conditions { get; set; }
        public List<Id<Person>> Protects { get; set; } = [];
        public List<Id<Person>> Binds { get; set; } = [];
    }

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "order")]
    public Id<ProtectionOrder>? OrderId { get; set; }

    [BindProperty]
    public Lines Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<Option> Choices { get; private set; } = [];
    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public bool IsNew => OrderId is null;
    public string Partnership => here.Address;

    public static string AddUrl(string partnership, Id<CaseFile> file) => OrdersModel.Url(partnership, file) + "/edit";

    public static new string Url(string partnership, Id<CaseFile> file, Id<ProtectionOrder> order) => $"{AddUrl(partnership, file)}/{order}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsNew)
        {
            if (await FindAsync(db.Orders.AsNoTracking(), ct) is not { } order)
                return NotFound();
            Input = await OfAsync(order, await db.KeyOfAsync(Id, ct), ct);
        }
        await ShowAgainAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var order = await FindAsync(db.Orders, ct);
        if (order is null && !IsNew)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (order is not null && order.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed this order while you were working on it. What they kept stands beside what you typed.");
        var key = await db.KeyOfAsync(Id, ct);
        var act = here.Act(order is null ? "order.add" : "order.correct", "keeping the orders of a file");
        var people = await NamedAsync(ct);
        var terms = new OrderTerms(Input.Kind!.Value, Input.IssuedOn!.Value, Input.EndsOn, Input.IssuedBy, Input.Conditions);
        if (order is null)
            db.Orders.Add(order = ProtectionOrder.Record(act, key, terms));
        else
            order.Correct(act, key, terms);
        await NameAsync(order, people, ct);
        var shown = await once.SaveAsync(act, OrderModel.Url(here.Address, Id, order.Id), ct);
        TempData["Done"] = "The order is in this file.";
        return Redirect(shown);
    }

    /// <exception cref="RuleBroken">Somebody of another file.</exception>
    private async Task<Dictionary<Id<Person>, Person>> NamedAsync(CancellationToken ct)
    {
        var ids = Input.Protects.Concat(Input.Binds).Distinct().ToArray();
        var people = await db.People.AsNoTracking().Where(p => p.CaseFile == Id && ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return people.Count == ids.Length ? people : throw new RuleBroken("other-file", "An order names people of the same file.");
    }

    /// <summary>Names whom it protects and binds; who is no longer named goes.</summary>
    private async Task NameAsync(ProtectionOrder order, Dictionary<Id<Person>, Person> people, CancellationToken ct)
    {
        var named = Input.Protects.Select(p => (Person: p, Side: OrderSide.Protects)).Concat(Input.Binds.Select(p => (Person: p, Side: OrderSide.Binds))).ToHashSet();
        foreach (var party in await db.OrderParties.Where(p => p.Order == order.Id).ToListAsync(ct))
            if (!named.Remove((party.Person, party.Side)))
                db.OrderParties.Remove(party);
        db.OrderParties.AddRange(named.Select(n => OrderParty.Name(order, people[n.Person], n.Side)));
    }

    private void Check()
    {
        if (Input.Kind is null)
            ModelState.AddModelError("Input.Kind", "Choose what kind of order it is");
        if (Input.IssuedOn is null && ModelState["Input.IssuedOn"] is not { Errors.Count: > 0 })
            ModelState.AddModelError("Input.IssuedOn", "Enter the date on which it was made");
        if (Input.IssuedOn > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError("Input.IssuedOn", "The date on which it was made must be today or before");
        if (Input.EndsOn < Input.IssuedOn)
            ModelState.AddModelError("Input.EndsOn", "The last day must be after the order was made");
        if (Input.Protects.Count == 0)
            ModelState.AddModelError("Input.Protects", "Choose whom it protects. Add them to the people of this file first if they are not here");
        if (Input.Binds.Count == 0)
            ModelState.AddModelError("Input.Binds", "Choose whom it is against. Add them to the people of this file first if they are not here");
        else if (Input.Binds.Intersect(Input.Protects).Any())
            ModelState.AddModelError("Input.Binds", "Nobody is protected against themselves");
        if (Input.IssuedBy?.Length > ProtectionOrder.IssuedByLimit)
            ModelState.AddModelError("Input.IssuedBy", $"The court or force must be {ProtectionOrder.IssuedByLimit} characters or fewer");
        if (Input.Conditions?.ReplaceLineEndings("\n").Length > ProtectionOrder.ConditionsLimit)
            ModelState.AddModelError("Input.Conditions", "The conditions must be 10,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        var key = await db.KeyOfAsync(Id, ct);
        Choices = await OptionsOfPeople.ReadAsync(db, key, ct);
        if (IsNew || await FindAsync(db.Orders.AsNoTracking(), ct) is not { } kept)
            return;
        if (HttpMethods.IsPost(Request.Method) && kept.Version != Version)
            Differences = Answers.Between([.. Rows(await OfAsync(kept, key, ct)).Zip(Rows(Input), (now, typed) => (now.Field, now.Text, typed.Text))]);
        Version = kept.Version;
    }

    private async Task<Lines> OfAsync(ProtectionOrder order, FileKey key, CancellationToken ct)
    {
        var parties = await db.OrderParties.AsNoTracking().Where(p => p.Order == order.Id).ToListAsync(ct);
        return new()
        {
            Kind = order.Kind, IssuedOn = order.IssuedOn, EndsOn = order.EndsOn, IssuedBy = key.RevealIfAny(order.IssuedBy), Conditions = key.RevealIfAny(order.Conditions),
            Protects = [.. parties.Where(p => p.Side == OrderSide.Protects).Select(p => p.Person)], Binds = [.. parties.Where(p => p.Side == OrderSide.Binds).Select(p => p.Person)],
        };
    }

    private IEnumerable<(string Field, string Text)> Rows(Lines l) =>
    [
        ("Order", l.Kind?.Title() ?? ""), ("Made on", l.IssuedOn is { } made ? Spoken.Day(made) : ""), ("Last day", l.EndsOn is { } end ? Spoken.Day(end) : ""),
        ("Court or force", l.IssuedBy ?? ""), ("Conditions", (l.Conditions ?? "").ReplaceLineEndings("\n")), ("Protects", Named(l.Protects)), ("Against", Named(l.Binds)),
    ];

    private string Named(IEnumerable<Id<Person>> people) => string.Join(", ", Choices.Where(c => people.Any(p => p.ToString() == c.Value)).Select(c => c.Label));

    private async Task<ProtectionOrder?> FindAsync(IQueryable<ProtectionOrder> orders, CancellationToken ct) =>
        OrderId is { } id ? await orders.SingleOrDefaultAsync(o => o.Id == id && o.CaseFile == Id, ct) : null;
}
