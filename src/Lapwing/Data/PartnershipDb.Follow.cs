using Lapwing.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lapwing.Data;

/// <summary>What follows from a save by rule, in the same transaction: places in circles that go with their file.</summary>
public abstract partial class PartnershipDb
{
    private readonly HashSet<object> following = [];

    /// <summary>A change that a rule of <c>Access/</c> makes in a file that the viewer may not know: a wall that the guardian decides on, the end of triage on
    /// the other side. The third lock lets it pass; nothing of the file is shown. A test lists the callers.</summary>
    internal void Follows(object entity) => following.Add(entity);

    private async Task FollowUpAsync(Act act, CancellationToken ct)
    {
        var entries = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        List<TeamMembership> joined = [.. entries.Where(entry => entry is { State: EntityState.Added, Entity: TeamMembership { Until: null } }).Select(entry => (TeamMembership)entry.Entity)];
        if (joined.Count > 0 && !Viewer.SeesAll)
            await Sides.RefuseJoinAsync(this, act, joined, ct);
        foreach (var moved in entries.Where(entry => entry is { State: EntityState.Modified, Entity: CaseFile } && entry.Property(nameof(CaseFile.Matter)).IsModified).Select(entry => (CaseFile)entry.Entity))
            foreach (var circle in await Circles.Where(c => c.File == moved.Id).ToListAsync(ct))
                circle.Follow(moved);
        ChangeTracker.DetectChanges();
    }

    /// <summary>Whoever entered in an emergency reads and adds. What is there stays as it is, and nobody is let in or out.</summary>
    private async Task RefuseChangeInEmergencyAsync(List<EntityEntry> changed, CancellationToken ct)
    {
        if (Viewer.Emergencies.Count == 0)
            return;
        var files = changed.Where(entry => !following.Contains(entry.Entity) && (entry.State != EntityState.Added || entry.Entity is not ICaseRecord))
            .Select(entry => FileOf(entry.Entity)).OfType<Id<CaseFile>>().Where(Viewer.Emergencies.Contains).Distinct().ToArray();
        if (files.Length == 0)
            return;
        await using var without = BesideAs(Viewer with { Emergencies = [], EmergencyAddresses = [] });
        if (await without.CaseFiles.CountAsync(file => files.Contains(file.Id), ct) != files.Length)
            throw new RuleBroken("emergency-add-only", "In an emergency you may read and add. What is there already is changed by the file's own team.");
    }
}
