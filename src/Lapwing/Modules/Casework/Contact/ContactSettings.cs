using System.Net.Mail;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Settings;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>A letter as it usually is; the worker completes it.</summary>
public sealed record LetterTemplate(string Title, string Text);

/// <summary>What a partnership's messages and letters say about themselves: nothing. Every word of it is looked through for what would tell somebody who reads over a shoulder.</summary>
public sealed record ContactSettings
{
    public const string Concern = "contact";
    public const int LineLimit = 140, TextLimit = 4000, MostLetters = 20;

    /// <summary>All that a message says beside the link.</summary>
    public string Line { get; init; } = "You have a new message.";
    public string Subject { get; init; } = "New message";

    /// <summary>Where the person signs in to read it; nothing is sent without.</summary>
    public string Link { get; init; } = "";
    public string SenderName { get; init; } = "Messages";
    public string SenderAddress { get; init; } = "";
    public string AppointmentTitle { get; init; } = "Appointment";

    /// <summary>Templates of GOV.UK Notify with ((line)) and ((link)), and nothing else.</summary>
    public string NotifyEmailTemplate { get; init; } = "";
    public string NotifyTextTemplate { get; init; } = "";

    /// <summary>Above a letter: who sends it and where it goes when it cannot be delivered. A post box, never a service's name.</summary>
    public string LetterSender { get; init; } = "";

    public IReadOnlyList<LetterTemplate> Letters { get; init; } =
    [
        new("Please ring us", "We would like to speak with you. Please ring us when it suits you.\n\nThank you."),
        new("An appointment", "We would like to see you on [day] at [time].\n\nPlease ring us if that does not suit you.\n\nThank you."),
    ];

    public static async Task<ContactSettings> ReadAsync(PartnershipDb db, CancellationToken ct = default) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<ContactSettings>() ?? new();

    /// <param name="names">Of agencies, teams and services: none of them may be named.</param>
    public IEnumerable<(string Member, string Message)> Problems(IReadOnlyCollection<string> names)
    {
        foreach (var (member, text, limit, title, required) in new[]
        {
            (nameof(Line), Line, LineLimit, "The line", true), (nameof(Subject), Subject, LineLimit, "The subject", true), (nameof(SenderName), SenderName, 40, "The sender's name", true),
            (nameof(AppointmentTitle), AppointmentTitle, 40, "The title of an appointment", true), (nameof(Link), Link, 300, "The link", false),
            (nameof(SenderAddress), SenderAddress, 200, "The sender's address", false), (nameof(LetterSender), LetterSender, 300, "The sender of letters", false),
        })
        {
            if (required && text.Length == 0)
                yield return (member, $"Enter {Lower(title)}");
            if (text.Length > limit)
                yield return (member, $"{title} must be {limit} characters or fewer");
            if (NeutralWords.Find(text, names) is { } word)
                yield return (member, $"{title} holds \"{word}\", which tells what it is about");
        }
        if (Link.Length > 0 && (!Uri.TryCreate(Link, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps && !link.IsLoopback || link.Query.Length > 0))
            yield return (nameof(Link), "Enter an address that begins with https:// and carries nothing about anybody");
        if (SenderAddress.Length > 0 && !MailAddress.TryCreate(SenderAddress, out _))
            yield return (nameof(SenderAddress), "Enter an e-mail address");
        foreach (var (member, template) in new[] { (nameof(NotifyEmailTemplate), NotifyEmailTemplate), (nameof(NotifyTextTemplate), NotifyTextTemplate) })
            if (template.Length > 0 && !Guid.TryParse(template, out _))
                yield return (member, "Enter the template's id as GOV.UK Notify shows it");
        foreach (var letter in Letters)
            if (NeutralWords.Find(letter.Text, names) is { } word)
                yield return (nameof(Letters), $"The letter \"{letter.Title}\" holds \"{word}\", which tells what it is about");
        if (Letters.Any(letter => letter.Text.Length > TextLimit) || Letters.Count > MostLetters)
            yield return (nameof(Letters), $"A letter must be {TextLimit} characters or fewer, and there can be {MostLetters}");

        static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
    }

    /// <summary>Why nothing of this kind can be sent, or null when it can.</summary>
    public string? NotReady(ContactChannel channel, Outbound outbound) =>
        Link.Length == 0 ? "Messages are not set up yet: there is no address at which people sign in."
        : channel == ContactChannel.Text ? outbound.Notify is null || NotifyTextTemplate.Length == 0 ? "Text messages are not set up yet." : null
        : channel == ContactChannel.Calendar ? HasMail(outbound) ? null : "Calendar entries need a mail server, which is not set up yet."
        : HasMail(outbound) || outbound.Notify is not null && NotifyEmailTemplate.Length > 0 ? null : "E-mail is not set up yet.";

    public bool HasMail(Outbound outbound) => outbound.Smtp is not null && SenderAddress.Length > 0;

    /// <summary>The names that no message may carry.</summary>
    public static async Task<IReadOnlyCollection<string>> NamesAsync(PartnershipDb db, CancellationToken ct) =>
        [.. await db.Agencies.AsNoTracking().Select(a => a.Name).ToListAsync(ct), .. await db.Services.AsNoTracking().Select(s => s.Name).ToListAsync(ct), .. await db.Teams.AsNoTracking().Select(t => t.Name).ToListAsync(ct)];
}
