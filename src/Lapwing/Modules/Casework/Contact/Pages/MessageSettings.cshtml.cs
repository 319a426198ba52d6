using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Settings;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>What messages and letters of this partnership look like from outside: nothing in them may tell what they are about.</summary>
[Permit(Permission.EditDirectory)]
public sealed class MessageSettingsModel(Here here, PartnershipDb db, Outbound outbound) : PageModel, IShowAgain
{
    public sealed class Form
    {
        public string? Line { get; set; }
        public string? Subject { get; set; }
        public string? Link { get; set; }
        public string? SenderName { get; set; }
        public string? SenderAddress { get; set; }
        public string? AppointmentTitle { get; set; }
        public string? NotifyEmailTemplate { get; set; }
        public string? NotifyTextTemplate { get; set; }
        public string? LetterSender { get; set; }

        /// <summary>Each letter begins with a line <c># Title</c>.</summary>
        public string? Letters { get; set; }

        public static Form Of(ContactSettings s) => new()
        {
            Line = s.Line, Subject = s.Subject, Link = s.Link, SenderName = s.SenderName, SenderAddress = s.SenderAddress, AppointmentTitle = s.AppointmentTitle,
            NotifyEmailTemplate = s.NotifyEmailTemplate, NotifyTextTemplate = s.NotifyTextTemplate, LetterSender = s.LetterSender,
            Letters = string.Join("\n\n", s.Letters.Select(l => $"# {l.Title}\n{l.Text}")),
        };

        public ContactSettings Settings => new()
        {
            Line = Tidy(Line), Subject = Tidy(Subject), Link = Tidy(Link), SenderName = Tidy(SenderName), SenderAddress = Tidy(SenderAddress), AppointmentTitle = Tidy(AppointmentTitle),
            NotifyEmailTemplate = Tidy(NotifyEmailTemplate), NotifyTextTemplate = Tidy(NotifyTextTemplate), LetterSender = Tidy(LetterSender), Letters = Read(Tidy(Letters)),
        };

        private static string Tidy(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

        private static List<LetterTemplate> Read(string text) => [.. ("\n" + text).Split("\n# ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim().Split('\n', 2))
            .Where(part => part[0].Length > 0).Select(part => new LetterTemplate(part[0].Trim(), part.Length > 1 ? part[1].Trim() : ""))];
    }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>0 when nothing was kept yet and the defaults hold.</summary>
    [BindProperty] public int Version { get; set; }

    public IReadOnlyList<Difference> Differences { get; private set; } = [];
    public string BackUrl => $"/{here.Address}/settings";

    /// <summary>What this installation can send through.</summary>
    public string Carriers => (outbound.Smtp, outbound.Notify) switch
    {
        (null, null) => "This installation has no mail server and no GOV.UK Notify, so nothing is sent. Whoever runs it sets them.",
        (not null, null) => "E-mail goes through a mail server. Text messages need GOV.UK Notify.",
        (null, not null) => "E-mail and text messages go through GOV.UK Notify. Calendar entries need a mail server.",
        _ => "E-mail goes through a mail server, text messages through GOV.UK Notify.",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == ContactSettings.Concern, ct);
        (Input, Version) = (Form.Of(stored?.Read<ContactSettings>() ?? new()), stored?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var settings = Input.Settings;
        foreach (var (member, message) in settings.Problems(await ContactSettings.NamesAsync(db, ct)))
            ModelState.AddModelError($"{nameof(Input)}.{member}", message);
        if (!ModelState.IsValid)
            return await this.AgainAsync(ct);
        var act = here.Act("settings.contact", "changing what messages and letters look like");
        var stored = await db.Settings.SingleOrDefaultAsync(s => s.Concern == ContactSettings.Concern, ct);
        if (stored is null)
        {
            db.Settings.Add(StoredSettings.Keep(act, ContactSettings.Concern, settings));
        }
        else
        {
            stored.Change(act, settings);
            db.Expect(stored, Version);
        }
        await db.SaveAsync(act, ct);
        TempData["Done"] = "Messages and letters are saved.";
        return Redirect(BackUrl);
    }

    public async Task ShowAgainAsync(CancellationToken ct)
    {
        var stored = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == ContactSettings.Concern, ct);
        var now = Form.Of(stored?.Read<ContactSettings>() ?? new());
        if ((stored?.Version ?? 0) != Version)
            Differences = Answers.Between(("Line", now.Line, Input.Line), ("Subject", now.Subject, Input.Subject), ("Link", now.Link, Input.Link), ("Sender", now.SenderName, Input.SenderName),
                ("Sender's address", now.SenderAddress, Input.SenderAddress), ("Appointment", now.AppointmentTitle, Input.AppointmentTitle), ("Notify, e-mail", now.NotifyEmailTemplate, Input.NotifyEmailTemplate),
                ("Notify, text", now.NotifyTextTemplate, Input.NotifyTextTemplate), ("Sender of letters", now.LetterSender, Input.LetterSender), ("Letters", now.Letters, Input.Letters));
        Version = stored?.Version ?? 0;
        ModelState.Remove(nameof(Version));
    }
}
