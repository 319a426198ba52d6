using Lapwing.Access;
using Lapwing.Data.Bulk;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Data;

/// <summary>The check of people against members inside a save: the walls are in the same transaction as what made them necessary. People are compared before others
/// have to wait, and once more when a member came in the meantime; a member is compared with everybody while nobody else comes in. So of a person and a
/// member who arrive at the same moment, one sees the other.</summary>
public abstract partial class PartnershipDb
{
    /// <summary>How often a save looks again because members kept arriving.</summary>
    private const int MostChecks = 10;

    private readonly HashSet<Id<Member>> again = [];

    /// <summary>Whom a save brings that must be compared.</summary>
    private sealed record Newcomers(SearchKey[] Keys, Person[] People, CaseFile[] Files, Id<Member>[] Members)
    {
        public bool AreMembers => Members.Length > 0;
        public List<Wall> Raised { get; } = [];
    }

    /// <summary>The next save compares this member again, as if something about them had been declared.</summary>
    internal void CompareAgain(Id<Member> member) => again.Add(member);

    private Newcomers? NewcomersOf(BulkBatch? batch)
    {
        var entries = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        T[] Added<T>(IEnumerable<T>? bulk) => [.. entries.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).OfType<T>(), .. bulk ?? []];
        var (keys, people, files) = (Added(batch?.SearchKeys), Added(batch?.People), Added(batch?.Files));
        var members = entries.Where(entry => entry.Entity is Member && (entry.State == EntityState.Added || entry.Property(nameof(Member.Name)).IsModified || entry.Property(nameof(Member.Until)).IsModified))
            .Select(entry => ((Member)entry.Entity).Id)
            .Concat(entries.Select(entry => entry.Entity).OfType<DeclaredPerson>().Select(declared => declared.Member)).Concat(again).Distinct().ToArray();
        return keys.Length == 0 && files.Length == 0 && members.Length == 0 ? null : new(keys, people, files, members);
    }

    /// <returns>The edition of the members that people were compared with, or a newer one was there already.</returns>
    private async Task<long?> RaiseWallsAsync(Act act, Newcomers who, BulkBatch? batch, CancellationToken ct)
    {
        // Read before anything is compared: whoever comes after it is noticed.
        var edition = who.AreMembers ? null : Seen ?? await Edition.ReadAsync(this, ct);
        await using var all = BesideAs(NeedToKnow.Unrestricted(Viewer, UnrestrictedReason.ConflictCheck));
        var walls = new List<Wall>(await new ConflictCheck(this, all, act).OfPeopleAsync(who.Keys, who.People, who.Files, ct));
        if (who.AreMembers)
            walls.AddRange(await new ConflictCheck(this, all, act).OfMembersAsync(who.Members, ct));
        foreach (var wall in walls.Where(wall => !who.Raised.Any(there => there.File == wall.File && there.Member == wall.Member && (!there.IsSuspected || wall.IsSuspected))).ToList())
        {
            who.Raised.Add(wall);
            if (batch is null)
                Walls.Add(wall);
            else
                batch.Add(wall);
        }
        ChangeTracker.DetectChanges();
        return edition;
    }
}
