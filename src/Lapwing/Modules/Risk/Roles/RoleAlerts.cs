using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>What stands above every page of a file when it is unresolved who harms whom, or when actions of agencies conflict.</summary>
public static class RoleAlerts
{
    public const string Unresolved = "Unresolved: each is said to harm the other. Until a manager has assessed it, nobody here is to be called by a role.";

    public static async Task<IReadOnlyList<FileAlert>> ReadAsync(Here here, FileKey key, CancellationToken ct)
    {
        var db = here.Db;
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(f => f.Id == key.File, ct);
        var (own, matter) = (file.Id, file.Matter);
        // Most files have nothing of this: one look tells.
        if (!await db.MatterSides.AnyAsync(s => s.Matter == matter, ct) || !await db.People.AnyAsync(p => p.CaseFile == own, ct))
            return [];
        var state = await RoleState.ReadAsync(db, key.File, ct);
        var alerts = new List<FileAlert>();
        var url = RolesModel.Url(here.Address, key.File);
        if (state.IsUnresolved)
            alerts.Add(new(Unresolved, url));
        if (state.ForbiddenNow.Count > 0)
            alerts.Add(new($"Not while that is unresolved: {string.Join("; ", state.ForbiddenNow.Select(f => f.Kind.Title().ToLowerInvariant()))}.", url));
        if (state.ConflictsElsewhere.Count > 0)
            alerts.Add(new($"An action in this file conflicts with one on another side of this matter. Before anybody goes on, ask {await WhomToAskAsync(db, ct)}.", url));
        return alerts;
    }

    /// <summary>The front door, by telephone where it has one.</summary>
    public static async Task<string> WhomToAskAsync(PartnershipDb db, CancellationToken ct)
    {
        var door = await db.Teams.AsNoTracking().Where(t => t.IsFrontDoor && t.IsActive).Select(t => new { t.Name, t.Telephone }).FirstOrDefaultAsync(ct);
        return door is null ? "the front door" : string.IsNullOrWhiteSpace(door.Telephone) ? $"the front door ({door.Name})" : $"the front door on {door.Telephone}";
    }
}
