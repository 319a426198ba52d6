using System.Collections.Concurrent;
using Lapwing.Access;
using Lapwing.Data.Bulk;
using Lapwing.Facts;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Pathway;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Web;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Modules.Groups;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Children;
using Lapwing.Modules.People.Orders;
using Lapwing.Modules.People.Linkage;
using Lapwing.Modules.Places;
using Lapwing.Modules.Places.Work;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Handovers;
using Lapwing.Modules.Referrals.Import;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Outcome;
using Lapwing.Modules.Risk;
using Lapwing.Modules.SubjectAccess;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Modules.Risk.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lapwing.Data;

/// <summary>How business rows appear in the audit trail: a stable number for each kind, and a keyed digest of every version.</summary>
internal static class Rows
{
    /// <summary>Rows that have no entry of their own: terms and likely pairs, which can be made again, jobs (what they do is audited where they do it), the trail itself.</summary>
    public static readonly IReadOnlySet<Type> Unaudited = new HashSet<Type>
    {
        typeof(SearchKey), typeof(Lapwing.Jobs.QueuedJob), typeof(AuditEntry), typeof(AuditText), typeof(LaneHead), typeof(StoredCheckpoint),
        typeof(ImportedLine), typeof(ImportReject), typeof(ConflictTerm), typeof(LikelyPair), typeof(Edition),
        // A draft is its author's alone until it is signed; a form's number stands for what the form made, which has its entry.
        typeof(NoteDraft), typeof(DoneOnce),
    };

    /// <summary>The number of each kind of row. Numbers are in trails for good: only add, never change. A test holds this list against the model.</summary>
    public static readonly IReadOnlyDictionary<Type, ushort> Numbers = new Dictionary<Type, ushort>
    {
        [typeof(Agency)] = 1, [typeof(AgencyLink)] = 2, [typeof(Area)] = 3, [typeof(Team)] = 4, [typeof(Service)] = 5,
        [typeof(StoredSettings)] = 6, [typeof(Member)] = 7, [typeof(TeamMembership)] = 8, [typeof(JobGrant)] = 9, [typeof(StageChange)] = 10,
        [typeof(CaseFile)] = 20, [typeof(StoredKey)] = 21, [typeof(Circle)] = 22, [typeof(Wall)] = 23, [typeof(SealGrant)] = 24,
        [typeof(NamedMember)] = 25, [typeof(Sharing)] = 26, [typeof(SharingReceipt)] = 27, [typeof(EmergencyUse)] = 28, [typeof(DeclaredPerson)] = 29,
        [typeof(Person)] = 30, [typeof(ContactMethod)] = 31, [typeof(Whereabouts)] = 32,
        [typeof(Relationship)] = 33, [typeof(Household)] = 34, [typeof(Stay)] = 35,
        [typeof(ProtectionOrder)] = 36, [typeof(OrderParty)] = 37, [typeof(OrderEvent)] = 38, [typeof(ChildConsent)] = 39,
        [typeof(Referral)] = 40, [typeof(RiskAssessment)] = 41, [typeof(StoredPack)] = 46, [typeof(Offer)] = 42,
        [typeof(SupportEpisode)] = 43, [typeof(RefusedEnd)] = 75, [typeof(ContactEntry)] = 44, [typeof(OutcomeRecord)] = 45,
        [typeof(IntakeDraft)] = 47, [typeof(OutcomeTry)] = 48,
        [typeof(Note)] = 50, [typeof(Plan)] = 51, [typeof(PlanEdition)] = 52, [typeof(CaseTask)] = 53, [typeof(Document)] = 54,
        [typeof(HealthDocument)] = 55, [typeof(LegalDocument)] = 56, [typeof(DocumentPart)] = 57, [typeof(StoredOutcomePack)] = 58, [typeof(SeverityRecord)] = 59,
        [typeof(Incident)] = 61, [typeof(MaracConsideration)] = 62, [typeof(ReceivedResult)] = 63, [typeof(RiskChange)] = 64,
        [typeof(RoleAssertion)] = 65, [typeof(RoleScreening)] = 66, [typeof(RoleDecision)] = 67, [typeof(AgencyAction)] = 68, [typeof(MatterSide)] = 69,
        [typeof(Fact)] = 60, [typeof(ImportRun)] = 70, [typeof(ImportMapping)] = 71,
        [typeof(SamePerson)] = 110,
        [typeof(Snapshot)] = 80, [typeof(Paper)] = 81, [typeof(PaperSection)] = 82, [typeof(PaperStep)] = 83, [typeof(PaperReading)] = 84,
        [typeof(SubjectAccessRequest)] = 120,
        [typeof(Handover)] = 170, [typeof(HandoverNews)] = 171, [typeof(HandoverMessage)] = 172, [typeof(HandoverArrival)] = 173, [typeof(InboxEntry)] = 174, [typeof(Partner)] = 175,
        [typeof(PlacePool)] = 150, [typeof(PoolBorough)] = 151, [typeof(PoolPlace)] = 152, [typeof(PlaceRequest)] = 153, [typeof(PlaceTurn)] = 154,
        [typeof(PanelDecision)] = 155, [typeof(PoolChange)] = 156, [typeof(ProgrammeContact)] = 157, [typeof(SideExchange)] = 158, [typeof(AbuseView)] = 159,
        [typeof(HarmFollowUp)] = 160, [typeof(StandardEvidence)] = 161,
        [typeof(GroupProgramme)] = 180, [typeof(Facilitator)] = 181, [typeof(Cohort)] = 182, [typeof(CohortSession)] = 183, [typeof(WaitingEntry)] = 184,
        [typeof(GroupPlace)] = 185, [typeof(Attendance)] = 186, [typeof(GroupFeedback)] = 187, [typeof(PreGroupAssessment)] = 188, [typeof(TherapyNote)] = 189,
        [typeof(SafeUnit)] = 130, [typeof(UnitLocation)] = 131, [typeof(VacancyChange)] = 132, [typeof(UnitClaim)] = 133, [typeof(TurnAway)] = 134,
        [typeof(SafeRequest)] = 135, [typeof(SafeEnquiry)] = 136, [typeof(SafeStay)] = 137, [typeof(SanctuaryWorks)] = 138, [typeof(HousingDuty)] = 139,
        [typeof(PathwayStep)] = 140, [typeof(StepSignOff)] = 141,
        [typeof(SafetyChange)] = 90, [typeof(Dispatch)] = 91, [typeof(UnsafeContact)] = 92,
    };

    /// <summary>One row as this save leaves it.</summary>
    public static TouchedRow Touched(PartnershipKeys keys, EntityEntry entry)
    {
        var version = (int)entry.Property(PartnershipDb.VersionColumn).CurrentValue!;
        var id = IdOf(entry.Metadata, entry.Entity);
        var type = NumberOf(entry.Metadata.ClrType);
        return entry.State == EntityState.Deleted
            ? new(type, id, version, UInt128.Zero, Deleted: true)
            : new(type, id, version, RowDigest.Of(keys, type, id, version, entry.Properties.Select(p => (p.Metadata.Name, p.CurrentValue))));
    }

    /// <summary>The same for an entity that no context tracks, at its first version.</summary>
    public static TouchedRow Added(PartnershipKeys keys, BulkTable table, object?[] values)
    {
        var (type, id) = (NumberOf(table.Type.ClrType), ((IId)values[table.KeyColumns[0]]!).Value);
        return new(type, id, 1, RowDigest.OfSorted(keys, type, id, 1, table.Names, values));
    }

    /// <summary>A row as it stands in the database.</summary>
    public static CurrentRow Current(PartnershipKeys keys, IEntityType type, object entity, int version)
    {
        var shape = Shapes.GetOrAdd(type, Shape.Of);
        var id = ((IId)shape.Key.GetClrValueUsingContainingEntity(entity)!).Value;
        var values = new object?[shape.Names.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = shape.Getters[i] is { } getter ? getter.GetClrValueUsingContainingEntity(entity) : version;
        return new(shape.Number, id, version, RowDigest.OfSorted(keys, shape.Number, id, version, shape.Names, values));
    }

    /// <summary>The columns of a kind of row in the order of their digest.</summary>
    public static IEnumerable<IProperty> Sorted(IEntityType type) => type.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<IEntityType, Shape> Shapes = new();

    /// <summary>How one kind of entity is read for its digest. The version has no getter: it is told.</summary>
    private sealed record Shape(ushort Number, IClrPropertyGetter Key, string[] Names, IClrPropertyGetter?[] Getters)
    {
        public static Shape Of(IEntityType type)
        {
            IProperty[] sorted = [.. Sorted(type)];
            return new(NumberOf(type.ClrType), type.FindPrimaryKey()!.Properties[0].GetGetter(),
                [.. sorted.Select(p => p.Name)], [.. sorted.Select(p => p.Name == PartnershipDb.VersionColumn ? null : p.GetGetter())]);
        }
    }

    private static ushort NumberOf(Type type) => Numbers.TryGetValue(type, out var number) ? number
        : throw new InvalidOperationException($"Give {type.Name} its number in {nameof(Rows)}, so that its rows appear in the audit trail.");

    private static Guid IdOf(IEntityType type, object entity) =>
        ((IId)type.FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue(entity)!).Value;}
