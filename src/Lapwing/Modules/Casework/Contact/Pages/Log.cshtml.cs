using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>One line of what went out, was refused or should never have happened.</summary>
public sealed record OutLine(DateTime At, string Title, string By, string? Words);

/// <summary>Everything that went out to the people of this file, everything that was refused and why, and contact that was not safe.</summary>
[Permit(Permission.WorkCases)]
public sealed class LogModel(Here here, PartnershipDb db) : PageModel
{
    private const int PerPage = 20, MostPages = 50;

    [FromRoute(Name = "file")]
    public Id<CaseFile> CaseFile { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<OutLine> Lines { get; private set; } = [];
    public bool HasMore { get; private set; }
    public string BackUrl => ContactModel.Url(here.Address, CaseFile);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Number = Math.Clamp(Number, 1, MostPages);
        var most = Number * PerPage + 1;
        var key = await db.KeyOfAsync(CaseFile, ct);
        var hints = (await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == CaseFile).Take(500).ToListAsync(ct)).ToDictionary(m => m.Id, m => m.Hint(key));
        var sent = await db.Dispatches.AsNoTracking().Where(d => d.CaseFile == CaseFile).OrderByDescending(d => d.AskedAt).Take(most).ToListAsync(ct);
        var made = await db.ContactEntries.AsNoTracking().Where(c => c.CaseFile == CaseFile).OrderByDescending(c => c.At).Take(most).ToListAsync(ct);
        var unsafely = await db.UnsafeContacts.AsNoTracking().Where(u => u.CaseFile == CaseFile).OrderByDescending(u => u.At).Take(most).ToListAsync(ct);
        var by = sent.Select(d => d.By).Concat(made.Select(c => c.By)).Concat(unsafely.Select(u => u.By)).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var lines = sent.Select(d => new OutLine(d.AskedAt, $"{d.Channel.Title()}{Hint(d.Method)}: {StateOf(d)}", Name(d.By), WhyNot(d)))
            .Concat(made.Select(c => new OutLine(c.At, $"{c.Channel.Title()}{Hint(c.Method)}: {(c.Result == ContactResult.Made ? "contact made" : "contact tried")}", Name(c.By), key.RevealIfAny(c.Note))))
            .Concat(unsafely.Select(u => new OutLine(u.At, $"Unsafe contact: {u.Channel.Title().ToLowerInvariant()}", Name(u.By),
                key.Reveal(u.What) + (u.Done is null ? "\nA manager has not yet said what was done." : $"\nWhat was done: {key.Reveal(u.Done)}"))))
            .OrderByDescending(line => line.At).Skip((Number - 1) * PerPage).Take(PerPage + 1).ToList();
        (Lines, HasMore) = ([.. lines.Take(PerPage)], lines.Count > PerPage && Number < MostPages);

        string Hint(Id<ContactMethod>? method) => method is { } id && hints.TryGetValue(id, out var hint) ? $" {hint}" : "";
        string Name(Id<Member> member) => names.GetValueOrDefault(member, "A former member");
    }

    private static string StateOf(Dispatch dispatch) => dispatch.State switch
    {
        DispatchState.Waiting => "waits to be sent",
        DispatchState.Sending => "is being sent",
        DispatchState.Sent => $"sent {Spoken.Moment(dispatch.At!.Value)}",
        DispatchState.Refused => "refused",
        DispatchState.Failed => "the carrier refused it",
        DispatchState.Unsure => "nobody knows whether it arrived; it is not sent again",
        DispatchState.Ready => "waits to be printed",
        _ => $"printed {Spoken.Moment(dispatch.At!.Value)}",
    };

    /// <summary>The rules in a few words: their sentences are for the moment of refusing.</summary>
    private static string? WhyNot(Dispatch dispatch) => dispatch.Codes.Length == 0 ? null
        : "Why: " + string.Join(", ", dispatch.Codes.Split(',').Select(code => code.Replace('-', ' ')));
}
