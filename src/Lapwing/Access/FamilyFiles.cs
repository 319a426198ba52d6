using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>Another file of the same family matter that the viewer may open.</summary>
public sealed record FamilyFile(Id<CaseFile> File, Side Side);

/// <summary>A file of the same matter of which the viewer's team may know only that it exists and whom to ring.</summary>
public sealed record LocatedFile(Side Side, string Team, string? Telephone);

/// <summary>The other files of a family's matter, as far as each may be known. They are linked by a number that opens nothing: a file that no circle of the viewer's
/// teams reaches is not named, not counted and not hinted at (permission model, "Sides").</summary>
public static class FamilyFiles
{
    /// <summary>More than one family has.</summary>
    private const int Most = 60;

    /// <summary>Those that the viewer may open.</summary>
    public static async Task<IReadOnlyList<FamilyFile>> OpenAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct = default)
    {
        var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        return await db.CaseFiles.AsNoTracking().Where(f => f.Matter == matter && f.Id != file).OrderBy(f => f.Id).Take(Most).Select(f => new FamilyFile(f.Id, f.Side)).ToListAsync(ct);
    }

    /// <summary>Those of which the viewer's teams were told that they exist, and no more: a circle that locates, or that sees an outcome. It looks past the circles to find
    /// them, and only a side and a team to ring leave it; behind a wall there is nothing.</summary>
    public static async Task<IReadOnlyList<LocatedFile>> LocatedAsync(Partnerships partnerships, string partnership, PartnershipDb db, Act act, Id<CaseFile> file, CancellationToken ct = default)
    {
        var matter = await db.CaseFiles.Where(f => f.Id == file).Select(f => f.Matter).SingleAsync(ct);
        var unrestricted = NeedToKnow.Unrestricted(db.Viewer, UnrestrictedReason.FamilyFiles);
        await using var all = await partnerships.OpenAsync(partnership, unrestricted, ct);
        await all.WriteReadAsync(act with { Who = unrestricted, Code = "family-files", Purpose = "whom to ask" }, file, null, "locate", ct);
        var (teams, now, me) = (db.Viewer.Teams.ToArray(), db.Viewer.Now, db.Viewer.Member);
        var others = await all.CaseFiles.AsNoTracking().Where(f => f.Matter == matter && f.Id != file && !all.Walls.Any(w => w.File == f.Id && w.Member == me && w.LiftedAt == null)
                && all.Circles.Any(c => c.File == f.Id && teams.Contains(c.Team) && c.From <= now && now < c.Until && (c.Depth == Depth.Locate || c.Depth == Depth.Outcome))
                && !all.Circles.Any(c => c.File == f.Id && teams.Contains(c.Team) && c.From <= now && now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead)))
            .OrderBy(f => f.Id).Take(Most).Select(f => new { f.Id, f.Side }).ToListAsync(ct);
        var ids = others.Select(o => o.Id).ToArray();
        var working = await all.Circles.AsNoTracking().Where(c => ids.Contains(c.File) && c.From <= now && now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead))
            .Join(all.Teams, c => c.Team, t => t.Id, (c, t) => new { c.File, t.Name, t.Telephone, t.IsFrontDoor }).ToListAsync(ct);
        // A service that works with them knows more than the front door.
        return [.. others.Select(o => (o.Side, Whom: working.Where(w => w.File == o.Id).OrderBy(w => w.IsFrontDoor).ThenBy(w => w.Name, StringComparer.Ordinal).FirstOrDefault()))
            .Select(o => new LocatedFile(o.Side, o.Whom?.Name ?? "the front door", o.Whom?.Telephone)).Distinct()];
    }
}
