using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using System.ComponentModel.DataAnnotations;

namespace Lapwing.Modules.People.Orders;

/// <summary>What became of an order, in words.</summary>
public sealed record OrderEventLine(OrderEvent Event, string By, string? What, string? Done, string? Before);

/// <summary>One order: what it says, and what became of it. A breach is recorded with what was done about it.</summary>
[Permit(Permission.WorkCases)]
public sealed class OrderModel(Here here, PartnershipDb db, Once once) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [FromRoute(Name = "order")]
    public Id<ProtectionOrder> OrderId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Display(Name = "The date")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Done { get; set; }

    [BindProperty, Display(Name = "The new last day")]
    public DateOnly? EndsOn { get; set; }

    [BindProperty]
    public string? Conditions { get; set; }

    /// <summary>Which of the three forms is open.</summary>
    [BindProperty(Name = "became", SupportsGet = true)]
    public OrderEventKind? Doing { get; set; }

    public OrderLine Line { get; private set; } = null!;
    public IReadOnlyList<OrderEventLine> Events { get; private set; } = [];
    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file, Id<ProtectionOrder> order) => $"{OrdersModel.Url(partnership, file)}/{order}";

    public string UrlOf(OrderEventKind kind) => $"{Url(here.Address, Id, OrderId)}?became={kind}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await db.Orders.AnyAsync(o => o.Id == OrderId && o.CaseFile == Id, ct))
            return NotFound();
        await ShowAgainAsync(ct);
        (EndsOn, Conditions) = (Line.Order.EndsOn, Line.Conditions);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await db.Orders.SingleOrDefaultAsync(o => o.Id == OrderId && o.CaseFile == Id, ct) is not { } order)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (order.Version != Version)
            throw new RuleBroken(PartnershipDb.ChangedMeanwhile, "A colleague changed this order while you were working on it. Look at what they did, shown on this page. What you typed is still here.");
        var key = await db.KeyOfAsync(Id, ct);
        var act = here.Act($"order.{Doing.ToString()!.ToLowerInvariant()}", "keeping the orders of a file");
        db.OrderEvents.Add(Doing switch
        {
            OrderEventKind.Varied => order.Vary(act, key, On!.Value, EndsOn, Conditions, What),
            OrderEventKind.Discharged => order.Discharge(act, key, On!.Value, What),
            _ => order.Breach(act, key, On!.Value, What!, Done!),
        });
        var shown = await once.SaveAsync(act, Url(here.Address, Id, OrderId), ct);
        TempData["Done"] = "Saved.";
        return Redirect(shown);
    }

    private void Check()
    {
        if (Doing is null)
            ModelState.AddModelError("became", "Choose what became of the order");
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), "Enter the date");
        if (On > LondonTime.DateOf(here.Viewer.Now))
            ModelState.AddModelError(nameof(On), "The date must be today or before");
        if (Doing == OrderEventKind.Breached && string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), "Say what happened");
        if (Doing == OrderEventKind.Breached && string.IsNullOrWhiteSpace(Done))
            ModelState.AddModelError(nameof(Done), "Say what was done about it");
        foreach (var (field, text) in new[] { (nameof(What), What), (nameof(Done), Done), (nameof(Conditions), Conditions) })
            if (text?.ReplaceLineEndings("\n").Length > OrderEvent.TextLimit)
                ModelState.AddModelError(field, "This must be 10,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear(); // what was refused is not saved by the way
        var key = await db.KeyOfAsync(Id, ct);
        Line = (await OrdersOfFile.ReadAsync(db, key, ct)).Single(l => l.Order.Id == OrderId);
        Version = Line.Order.Version;
        var events = await db.OrderEvents.AsNoTracking().Where(e => e.CaseFile == Id && e.Order == OrderId).OrderByDescending(e => e.On).ThenByDescending(e => e.Id).Take(OrdersOfFile.Most).ToListAsync(ct);
        var by = events.Select(e => e.RecordedBy).Distinct().ToArray();
        var members = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        Events = [.. events.Select(e => new OrderEventLine(e, members.GetValueOrDefault(e.RecordedBy, "A former member"), key.RevealIfAny(e.What), key.RevealIfAny(e.Done), key.RevealIfAny(e.Before)))];
    }
}
