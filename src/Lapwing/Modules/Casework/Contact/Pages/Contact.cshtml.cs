using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Casework.Contact.Pages;

/// <summary>One number or e-mail address as the page shows it.</summary>
public sealed record MethodLine(ContactMethod Method, string Person, string Value, IReadOnlyList<string> Words, IReadOnlyList<string> Refused, string? ConfirmedBy);

/// <summary>How the people of this file can be reached: each number and address with its own safety, and what the send guard says of it now.</summary>
[Permit(Permission.WorkCases)]
public sealed class ContactModel(Here here, PartnershipDb db, SendGuard guard) : PageModel
{
    private const int Most = 200;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    public IReadOnlyList<MethodLine> Methods { get; private set; } = [];
    public IReadOnlyList<SafetyChange> Changes { get; private set; } = [];
    public string SafeNow { get; private set; } = "";

    /// <summary>Addresses that this viewer's team may open; how many there are, and nothing of them.</summary>
    public int Addresses { get; private set; }

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}/contact";

    public string Here => Url(here.Address, Id);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = here.Viewer.Now;
        var key = await db.KeyOfAsync(Id, ct);
        var people = (await db.People.AsNoTracking().Where(p => p.CaseFile == Id).Take(Most).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.DisplayName(key));
        var methods = await db.ContactMethods.AsNoTracking().Where(m => m.CaseFile == Id).OrderBy(m => m.EndedAt != null).ThenBy(m => m.Id).Take(Most).ToListAsync(ct);
        var by = methods.Select(m => m.ConfirmedBy).OfType<Id<Member>>().Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var ways = await guard.WaysAsync(Id, now, null, null, ct);
        Methods = [.. methods.Select(m => new MethodLine(m, people.GetValueOrDefault(m.Person, "Not named"), key.Reveal(m.Value), Explain(m, key), Never(ways, m),
            m.ConfirmedBy is { } who ? names.GetValueOrDefault(who, "the referral") : null))];
        Changes = await db.SafetyChanges.AsNoTracking().Where(c => c.CaseFile == Id).OrderByDescending(c => c.At).Take(20).ToListAsync(ct);
        Addresses = await db.Whereabouts.CountAsync(w => w.CaseFile == Id, ct);
        SafeNow = SendGuard.SafeAt([.. ways.Where(w => w.Method is not null)], now, "now");
    }

    private static IReadOnlyList<string> Explain(ContactMethod method, FileKey key) => method.IsSafe switch
    {
        null => ["Nobody asked whether it is safe. Do not use it."],
        false => [method.IsUnsafeByAnother ? "Not safe: somebody else who shares it said so. Do not use it." : "Not safe. Do not use it."],
        _ => method.SafetyOf(key).Explain(method.Kind),
    };

    /// <summary>Why it may not be used whatever the hour.</summary>
    private static IReadOnlyList<string> Never(IReadOnlyList<Way> ways, ContactMethod method) =>
        [.. ways.Where(w => w.Method == method.Id).SelectMany(w => w.Verdict.Refusals).Where(r => r.Code is "others-method" or "not-since-change").Select(r => r.Words).Distinct()];
}
