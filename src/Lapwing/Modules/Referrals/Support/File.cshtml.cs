using System.Globalization;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Referrals.Support;

/// <summary>One support episode of a file, in brief.</summary>
public sealed record EpisodeLine(Id<SupportEpisode> Id, string Service, EpisodeStatus Status, DateTime OfferedAt);

/// <summary>What this viewer's team may know of one case file.</summary>
[Permit(Permission.WorkCases)]
public sealed class FileModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>More than one file holds of any of these; contacts are in pages.</summary>
    private const int Most = 100;
    private const int ContactsPerPage = 20;

    [FromRoute(Name = "file")]
    public Id<CaseFile> Id { get; set; }

    [BindProperty(Name = "contacts", SupportsGet = true)]
    public int Contacts { get; set; } = 1;

    public OpenReferral? Open { get; private set; }
    public IReadOnlyList<(string Name, string? Born)> People { get; private set; } = [];
    public IReadOnlyList<RiskAssessment> Assessments { get; private set; } = [];
    public IReadOnlyList<EpisodeLine> Episodes { get; private set; } = [];
    public IReadOnlyList<HistoryLine> Contacted { get; private set; } = [];
    public bool HasMoreContacts { get; private set; }

    /// <summary>The child whose file this is and whom nobody has referred: named only when a parent was.</summary>
    public Id<Person>? ChildToRefer { get; private set; }

    /// <summary>An address is held and this viewer's team is on its list. It shows only where it is asked for, among the ways to make contact.</summary>
    public bool MayOpenWhereabouts { get; private set; }

    public string Partnership => here.Address;

    public static new string Url(string partnership, Id<CaseFile> file) => $"/{partnership}/files/{file}";

    public string UrlOf(int contacts) => $"{Url(here.Address, Id)}?contacts={contacts}";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var key = await db.KeyOfAsync(Id, ct);
        var referral = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == Id).OrderByDescending(r => r.ReceivedAt).Select(r => (Id<Referral>?)r.Id).FirstOrDefaultAsync(ct);
        Open = referral is { } latest ? await OpenReferral.ReadAsync(db, latest, ct) : null;
        People = [.. (await db.People.AsNoTracking().Where(p => p.CaseFile == Id && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).Take(Most).ToListAsync(ct)).Select(p => (p.DisplayName(key), Born(key.RevealIfAny(p.BornOn))))];
        Assessments = await db.RiskAssessments.AsNoTracking().Where(a => a.CaseFile == Id).OrderByDescending(a => a.At).Take(Most).ToListAsync(ct);
        Episodes = await db.SupportEpisodes.AsNoTracking().Where(e => e.CaseFile == Id).OrderByDescending(e => e.OfferedAt).Take(Most)
            .Join(db.Services, e => e.Service, s => s.Id, (e, s) => new EpisodeLine(e.Id, s.Name, e.Status, e.OfferedAt)).ToListAsync(ct);
        if (Open is null && await db.CaseFiles.AnyAsync(f => f.Id == Id && f.Side == Side.Child, ct))
            ChildToRefer = await db.People.AsNoTracking().Where(p => p.CaseFile == Id && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).Select(p => (Id<Person>?)p.Id).FirstOrDefaultAsync(ct);
        MayOpenWhereabouts = await db.Whereabouts.AnyAsync(w => w.CaseFile == Id, ct);
        await ContactsAsync(key, ct);
    }

    private async Task ContactsAsync(FileKey key, CancellationToken ct)
    {
        Contacts = Math.Clamp(Contacts, 1, ReadLog.MostPages);
        var page = await db.ContactEntries.AsNoTracking().Where(c => c.CaseFile == Id).OrderByDescending(c => c.At).ThenByDescending(c => c.Id)
            .Skip((Contacts - 1) * ContactsPerPage).Take(ContactsPerPage + 1).ToListAsync(ct);
        var by = page.Select(c => c.By).Distinct().ToArray();
        var names = await db.Members.AsNoTracking().Where(m => by.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        HasMoreContacts = page.Count > ContactsPerPage;
        Contacted = [.. page.Take(ContactsPerPage).Select(c => new HistoryLine(c.At,
            $"{(c.Result == ContactResult.Made ? "Contact made" : "Contact tried")}: {c.Channel.Title().ToLowerInvariant()}",
            names.GetValueOrDefault(c.By, "A former member"), key.RevealIfAny(c.Note)))];
    }

    private static string? Born(string? iso) =>
        DateOnly.TryParseExact(iso, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Time.Spoken.Day(day) : null;
}
