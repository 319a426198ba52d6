using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Assessing;
using Lapwing.Modules.Referrals.Triage;
using Lapwing.Modules.Risk;
using Lapwing.Modules.Risk.Roles;
using Lapwing.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Web;

/// <summary>Something that whoever opens any page of a file must see first, such as an order that is in force.</summary>
/// <param name="Url">Where more of it stands; null when this is all.</param>
public sealed record FileAlert(string Text, string? Url = null);

/// <summary>What one module has to say above every page of a file, for this viewer and at this moment.</summary>
public delegate Task<IReadOnlyList<FileAlert>> FileAlerts(Here here, FileKey key, CancellationToken ct);

/// <summary>What stands above every page of a case file: whom it is about, how to make contact safely, and what nobody may overlook.</summary>
public sealed record FileFrame(Id<CaseFile> File, string Name, string Caption, RiskLevel? Risk, IReadOnlyList<string> SafeContact, IReadOnlyList<FileAlert> Alerts)
{
    /// <summary>Who may raise an alert above a file: one line for each module that does.</summary>
    private static readonly FileAlerts[] Sources =
    [
        ContactAlerts.ReadAsync,
        OrdersOfFile.AlertsAsync,
        RiskAlerts.ReadAsync,
        RoleAlerts.ReadAsync,
        Modules.Places.PlaceAlerts.ReadAsync,
        Modules.Accommodation.PlaceAlerts.ReadAsync,
        Modules.Referrals.Search.SamePersonAlerts.ReadAsync,
        Modules.Accounts.Files.FileAccessAlerts.ReadAsync,
    ];

    private const string NoWay = "No safe way to make contact is stated in this file. Ask the front door before you make contact.";

    public static async Task<FileFrame> ReadAsync(Here here, Id<CaseFile> file, CancellationToken ct)
    {
        var db = here.Db;
        var key = await db.KeyOfAsync(file, ct);
        var latest = await db.Referrals.AsNoTracking().Where(r => r.CaseFile == file).OrderByDescending(r => r.ReceivedAt)
            .Select(r => (Id<Referral>?)r.Id).FirstOrDefaultAsync(ct);
        var open = latest is { } referral ? await OpenReferral.ReadAsync(db, referral, ct) : null;
        var name = open?.Name ?? (await db.People.AsNoTracking().Where(p => p.CaseFile == file && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).FirstOrDefaultAsync(ct))?.DisplayName(key) ?? "Case file";
        var alerts = await AlertsAsync(here, key, ct);
        return new(file, name, open is null ? "case file" : $"{open.Referral.Reference}, {open.Referral.Who.Title().ToLowerInvariant()}",
            open?.Referral.Risk, open?.SafeLines ?? [NoWay], alerts);
    }

    /// <summary>What nobody may overlook, also on pages outside the file on which contact is made.</summary>
    public static async Task<IReadOnlyList<FileAlert>> AlertsAsync(Here here, FileKey key, CancellationToken ct)
    {
        var alerts = new List<FileAlert>();
        foreach (var source in Sources)
            alerts.AddRange(await source(here, key, ct));
        return alerts;
    }
}
