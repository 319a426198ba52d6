using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.People;
using Lapwing.Settings;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>Sends a text, an e-mail or a calendar entry. Nobody types what it says: it carries one neutral line and a link to sign in.</summary>
[Permit(Permission.WorkCases)]
public sealed class MessageModel(Here here, PartnershipDb db, SendGuard guard, Outbound outbound) : PageModel, IShowAgain
{
    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty] public ContactChannel? Channel { get; set; }
    [BindProperty] public Id<ContactMethod>? To { get; set; }
    [BindProperty] public string? On { get; set; }
    [BindProperty] public string? At { get; set; }

    /// <summary>One form sends once, however often it is sent.</summary>
    [BindProperty] public Guid Key { get; set; }

    public IReadOnlyList<Option> Methods { get; private set; } = [];
    public ContactSettings Settings { get; private set; } = new();
    public string SafeNow { get; private set; } = "";
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public static IReadOnlyList<Option> Channels { get; } =
    [
        new(nameof(ContactChannel.Text), "Text message"), new(nameof(ContactChannel.Email), "E-mail"),
        new(nameof(ContactChannel.Calendar), "Calendar entry", "By e-mail. It shows itself again at its hour, so that hour must be safe too."),
    ];

    /// <summary>What is not set up, in words.</summary>
    public IReadOnlyList<string> Missing => [.. new[] { ContactChannel.Text, ContactChannel.Email, ContactChannel.Calendar }.Select(c => Settings.NotReady(c, outbound)).OfType<string>().Distinct()];

    public bool IsReady => Channels.Any(c => Settings.NotReady(Enum.Parse<ContactChannel>(c.Value), outbound) is null);

    public Task OnGetAsync(CancellationToken ct)
    {
        Key = OrderedGuid.Next();
        return ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Settings = await ContactSettings.ReadAsync(db, ct);
        var appointment = When();
        if (Channel is not (ContactChannel.Text or ContactChannel.Email or ContactChannel.Calendar))
            ModelState.AddModelError(nameof(Channel), "Choose how to send it");
        if (To is null || !await db.ContactMethods.AnyAsync(m => m.CaseFile == CaseFile && m.Id == To, ct))
            ModelState.AddModelError(nameof(To), "Choose where to send it");
        if (Channel == ContactChannel.Calendar && (appointment is null || appointment <= here.Viewer.Now))
            ModelState.AddModelError(nameof(At), "Enter the day and time of the appointment, in the future");
        if (Key == default)
            ModelState.AddModelError("", "Open this page again and send it from there");
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        if (Settings.NotReady(Channel!.Value, outbound) is { } missing)
            throw new RuleBroken("not-set-up", missing);
        if (Settings.Problems(await ContactSettings.NamesAsync(db, ct)).Select(p => p.Message).FirstOrDefault() is { } problem)
            throw new RuleBroken("telling-words", $"Nothing is sent until an administrator has put the messages right: {problem}.");
        var act = here.Act("message.ask", "a message to this person");
        await guard.QueueAsync(act, CaseFile, new(Channel.Value, act.At, To), Key, Channel == ContactChannel.Calendar ? appointment : null, ct);
        await db.SaveAsync(act, ct);
        TempData["Done"] = "It is on its way. The guard looks once more at the moment of sending; the list below says what came of it.";
        return Redirect(BackUrl + "/log");
    }

    private DateTime? When() =>
        DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(At, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LondonTime.ToUtc(day, time) : null;

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Settings = await ContactSettings.ReadAsync(db, ct);
        var key = await db.KeyOfAsync(CaseFile, ct);
        Methods = [.. (await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == CaseFile && m.EndedAt == null).OrderBy(m => m.Id).Take(100).ToListAsync(ct))
            .Select(m => new Option(m.Id.ToString(), $"{m.Kind.Title()} {m.Hint(key)}"))];
        SafeNow = SendGuard.SafeAt([.. (await guard.WaysAsync(CaseFile, here.Viewer.Now, null, null, ct)).Where(w => w.Method is not null)], here.Viewer.Now, "now");
    }
}
