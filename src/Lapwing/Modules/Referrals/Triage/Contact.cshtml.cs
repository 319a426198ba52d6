using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Support;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Triage;

/// <summary>Logs a contact that was made or tried during triage or support. A way that was not safe at that time is refused, and the page says what is safe instead.</summary>
[Permit(Permission.WorkCases)]
public sealed class ContactModel(Here here, PartnershipDb db) : PageModel, IShowAgain
{
    public const int NoteLimit = 10_000;

    [FromRoute(Name = "referral")]
    public Id<Referral> Id { get; set; }

    [BindProperty]
    public ContactChannel? Channel { get; set; }

    [BindProperty]
    public ContactResult? Result { get; set; }

    [BindProperty]
    public string? On { get; set; }

    [BindProperty]
    public string? At { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public OpenReferral Open { get; private set; } = null!;
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
        var at = When();
        Check(at);
        if (!ModelState.IsValid)
        {
            await ShowAgainAsync(ct);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        MustBeSafe(at!.Value);
        var act = here.Act("contact.log", "contact with the person referred");
        var episode = await MyTeamsEpisodeAsync(ct);
        db.ContactEntries.Add(ContactEntry.Log(act, Open.Key, episode, Channel!.Value, Result!.Value, at.Value, Note));
        if (Result == ContactResult.Made)
            Open.Referral.FirstContact(act, at.Value, (await ClockSettings.ReadAsync(db, ct)).MinutesSince(Open.Referral.ReceivedAt, at.Value),
                await db.Facts.AsNoTracking().Where(f => f.Record == Id.Value && f.Kind == FactKind.FirstSafeContact).ToListAsync(ct));
        await db.SaveAsync(act, ct);
        return Redirect(episode is { } mine ? EpisodeModel.Url(here.Address, mine) : ReferralModel.Url(here.Address, Id));
    }

    /// <summary>The support of the viewer's own team that this contact belongs to, if it gives any.</summary>
    private async Task<Id<SupportEpisode>?> MyTeamsEpisodeAsync(CancellationToken ct)
    {
        var teams = here.Viewer.Teams.ToArray();
        return await db.SupportEpisodes.Where(e => e.Referral == Id.Value && teams.Contains(e.Team) && (e.Status == EpisodeStatus.Waiting || e.Status == EpisodeStatus.Open))
            .OrderByDescending(e => e.OfferedAt).Select(e => (Id<SupportEpisode>?)e.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>The channels that are safe at an instant, in words.</summary>
    public string SafeAt(DateTime utc, string when = "at that time")
    {
        var safe = Enum.GetValues<ContactChannel>().Where(c => Open.SafeContact.Allows(c, utc)).Select(c => c.Title().ToLowerInvariant()).ToList();
        var next = Open.SafeContact.NextSafeToRing(utc) is { } ring && ring > utc ? $" It is safe to ring from {Spoken.Moment(ring)}." : "";
        return $"Safe {when}: {string.Join(", ", safe)}.{next}";
    }

    /// <exception cref="RuleBroken">That way was not safe at that time.</exception>
    private void MustBeSafe(DateTime at)
    {
        if (!Open.SafeContact.Allows(Channel!.Value, at))
            throw new RuleBroken("unsafe-contact", $"{Channel.Value.Title()} was not a safe way at {Spoken.Moment(at)}. {SafeAt(at)} "
                + "If it has already happened, tell your manager now: the person may be in danger.");
    }

    private DateTime? When() =>
        DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && TimeOnly.TryParseExact(At, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? LondonTime.ToUtc(day, time) : null;

    private void Check(DateTime? at)
    {
        if (Channel is null)
            ModelState.AddModelError(nameof(Channel), "Choose the way");
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

    public async Task ShowAgainAsync(CancellationToken ct) => Open = await OpenReferral.ReadAsync(db, Id, ct);
}
