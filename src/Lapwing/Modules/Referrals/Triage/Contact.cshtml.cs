using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Logs a contact that was made or tried during triage or support. It passes the send guard: a way that was not safe at that time is refused, and the page says what is safe instead.
/// What happened all the same is reported as unsafe contact, on a page of its own, and is never lost.</summary>
[Permit(Permission.WorkCases)]
public sealed class ContactModel(Here here, PartnershipDb db, Once once, SendGuard guard) : PageModel, IShowAgain
{
    public const int NoteLimit = 10_000;

    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public ContactChannel? Channel { get; set; }

    /// <summary>Which of the file's numbers or e-mail addresses; asked where there are any.</summary>
    [BindProperty]
    public Id<ContactMethod>? To { get; set; }

    [BindProperty]
    public ContactResult? Result { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OpenReferral Open { get; private set; } = null!;
    public IReadOnlyList<(ContactMethod Method, string Hint)> Methods { get; private set; } = [];
    public IReadOnlyList<Way> Ways { get; private set; } = [];
    public string SafeNow => SendGuard.SafeAt(Ways, Now, "now");
    public string UnsafeUrl => Casework.Contact.Pages.IncidentModel.Url(here.Address, Open.Referral.CaseFile);
    public string Partnership => here.Address;
    public DateTime Now => here.Viewer.Now;

    public static new string Url(string partnership, Id<Referral> referral) => ReferralModel.Url(partnership, referral) + "/contact";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = LondonTime.FromUtc(here.Viewer.Now);
        (On, At) = (now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), now.ToString("HH:mm", CultureInfo.InvariantCulture));
        await ShowAgainAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Open = await OpenReferral.TakeAsync(db, Id, ct);
        await MethodsAsync(ct);
        var at = When();
        Check(at);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        var act = here.Act("contact.log", "contact with the person referred");
        var episode = await MyTeamsEpisodeAsync(ct);
        await guard.LogAsync(act, Open.Key, new(Channel!.Value, at!.Value, GuardRules.KindOf(Channel.Value) is null ? null : To, Stated: Open.SafeContact, StatedAt: Open.Referral.ReceivedAt), episode, Result!.Value, Note, ct);
        if (Result == ContactResult.Made)
            Open.Referral.FirstContact(act, at.Value, (await ClockSettings.ReadAsync(db, ct)).MinutesSince(Open.Referral.ReceivedAt, at.Value),
                await db.Facts.AsNoTracking().Where(f => f.Record == Id.Value && f.Kind == FactKind.FirstSafeContact).ToListAsync(ct));
        return Redirect(await once.SaveAsync(act, episode is { } mine ? EpisodeModel.Url(here.Address, mine) : ReferralModel.Url(here.Address, Id), ct));
    }

    /// <summary>The support of the viewer's own team that this contact belongs to, if it gives any.</summary>
    private async Task<Id<SupportEpisode>?> MyTeamsEpisodeAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return await db.SupportEpisodes.Where(e => e.Referral == Id.Value && teams.Contains(e.Team) && (e.Status == EpisodeStatus.Waiting || e.Status == EpisodeStatus.Open))
            .OrderByDescending(e => e.OfferedAt).Select(e => (Id<SupportEpisode>?)e.Id).FirstOrDefaultAsync(ct);
    }

    private DateTime? When() =>
        DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(At, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LondonTime.ToUtc(day, time) : null;

    private void Check(DateTime? at)
    {
        if (Channel is null)
            ModelState.AddModelError(nameof(Channel), "Choose the way");
        else if (GuardRules.KindOf(Channel.Value) is { } kind && Methods.Any(m => m.Method.Kind == kind) && !Methods.Any(m => m.Method.Id == To))
            ModelState.AddModelError(nameof(To), kind == ContactKind.Email ? "Choose which e-mail address it was" : "Choose which number it was");
        if (Result is null)
            ModelState.AddModelError(nameof(Result), "Choose whether the person was reached");
        else if (Result == ContactResult.Made && Channel is ContactChannel.Voicemail or ContactChannel.Letter)
            ModelState.AddModelError(nameof(Result), "A voicemail or a letter does not tell you that the person was reached: choose tried");
        if (at is null)
            ModelState.AddModelError(nameof(At), "Enter a real date and a time like 14:30");
        else if (at > here.Viewer.Now)
            ModelState.AddModelError(nameof(At), "A contact cannot be in the future");
        else if (at < Open.Referral.ReceivedAt.AddMinutes(-1))
            ModelState.AddModelError(nameof(At), $"The contact cannot be before the referral was received, {Spoken.Moment(Open.Referral.ReceivedAt)}");
        if (Note?.ReplaceLineEndings("\n").Length > NoteLimit)
            ModelState.AddModelError(nameof(Note), "The note must be 10,000 characters or fewer");
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        Open = await OpenReferral.ReadAsync(db, Id, ct);
        await MethodsAsync(ct);
        Ways = await guard.WaysAsync(Open.Referral.CaseFile, Now, Open.SafeContact, Open.Referral.ReceivedAt, ct);
    }

    private async Task MethodsAsync(CancellationToken ct) =>
        Methods = [.. (await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == Open.Referral.CaseFile && m.EndedAt == null).OrderBy(m => m.Id).ToListAsync(ct)).Select(m => (m, m.Hint(Open.Key)))];
}
