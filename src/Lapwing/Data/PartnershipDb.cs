using System.Linq.Expressions;
using Lapwing.Access;
using Lapwing.Jobs;
using Lapwing.Modules.Accommodation;
using Lapwing.Modules.Accommodation.Pathway;
using Lapwing.Modules.Accommodation.Sanctuary;
using Lapwing.Modules.Accommodation.Seeking;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Documents;
using Lapwing.Modules.Casework.Measuring;
using Lapwing.Modules.Casework.Notes;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.Directory;
using Lapwing.Facts;
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
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Outcome;
using Lapwing.Modules.Risk;
using Lapwing.Modules.SubjectAccess;
using Lapwing.Web;
using Lapwing.Modules.Risk.OverTime;
using Lapwing.Modules.Risk.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lapwing.Data;

/// <summary>What a partnership database is opened with. There is no context without a viewer.</summary>
public sealed record PartnershipSession(string Address, Viewer Viewer, PartnershipKeys Keys, BlindIndex Index, WriteGate Gate)
{
    /// <summary>What this process keeps of the partnership's directory and settings.</summary>
    internal Kept Kept { get; init; } = new();
}

/// <summary>Everything of one partnership. No table carries a partnership key and no query can cross partnerships.
/// Every case record is filtered by need-to-know; changes are saved only through <see cref="SaveAsync"/>.</summary>
public abstract partial class PartnershipDb(DbContextOptions options, PartnershipSession session) : DbContext(options)
{
    /// <summary>The one named filter: circle and wall.</summary>
    public const string NeedToKnowFilter = "need-to-know";

    public PartnershipSession Session { get; } = session;
    public Viewer Viewer => Session.Viewer;

    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<AgencyLink> AgencyLinks => Set<AgencyLink>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Service> Services => Set<Service>();
    public DbSet<StoredSettings> Settings => Set<StoredSettings>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<TeamMembership> TeamMemberships => Set<TeamMembership>();
    public DbSet<JobGrant> JobGrants => Set<JobGrant>();

    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();
    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<ContactMethod> ContactMethods => Set<ContactMethod>();
    public DbSet<Whereabouts> Whereabouts => Set<Whereabouts>();
    public DbSet<SafetyChange> SafetyChanges => Set<SafetyChange>();
    public DbSet<Dispatch> Dispatches => Set<Dispatch>();
    public DbSet<UnsafeContact> UnsafeContacts => Set<UnsafeContact>();
    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();
    public DbSet<Relationship> Relationships => Set<Relationship>();
    public DbSet<Household> Households => Set<Household>();
    public DbSet<Stay> Stays => Set<Stay>();
    public DbSet<ProtectionOrder> Orders => Set<ProtectionOrder>();
    public DbSet<OrderParty> OrderParties => Set<OrderParty>();
    public DbSet<OrderEvent> OrderEvents => Set<OrderEvent>();
    public DbSet<ChildConsent> ChildConsents => Set<ChildConsent>();
    public DbSet<SamePerson> SamePersons => Set<SamePerson>();
    public DbSet<LikelyPair> LikelyPairs => Set<LikelyPair>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<IntakeDraft> IntakeDrafts => Set<IntakeDraft>();
    public DbSet<OutcomeTry> OutcomeTries => Set<OutcomeTry>();
    public DbSet<RiskAssessment> RiskAssessments => Set<RiskAssessment>();
    public DbSet<StoredPack> RiskPacks => Set<StoredPack>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<MaracConsideration> MaracConsiderations => Set<MaracConsideration>();
    public DbSet<ReceivedResult> ReceivedResults => Set<ReceivedResult>();
    public DbSet<RiskChange> RiskChanges => Set<RiskChange>();
    public DbSet<RoleAssertion> RoleAssertions => Set<RoleAssertion>();
    public DbSet<RoleScreening> RoleScreenings => Set<RoleScreening>();
    public DbSet<RoleDecision> RoleDecisions => Set<RoleDecision>();
    public DbSet<AgencyAction> AgencyActions => Set<AgencyAction>();
    public DbSet<MatterSide> MatterSides => Set<MatterSide>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<SupportEpisode> SupportEpisodes => Set<SupportEpisode>();
    public DbSet<RefusedEnd> RefusedEnds => Set<RefusedEnd>();
    public DbSet<ContactEntry> ContactEntries => Set<ContactEntry>();
    public DbSet<OutcomeRecord> Outcomes => Set<OutcomeRecord>();

    public DbSet<Note> Notes => Set<Note>();
    public DbSet<NoteDraft> NoteDrafts => Set<NoteDraft>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanEdition> PlanEditions => Set<PlanEdition>();
    public DbSet<CaseTask> CaseTasks => Set<CaseTask>();
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<HealthDocument> HealthDocuments => Set<HealthDocument>();
    public DbSet<LegalDocument> LegalDocuments => Set<LegalDocument>();
    public DbSet<DocumentPart> DocumentParts => Set<DocumentPart>();
    public DbSet<StoredOutcomePack> OutcomePacks => Set<StoredOutcomePack>();
    public DbSet<SeverityRecord> Severities => Set<SeverityRecord>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<HandoverNews> HandoverNews => Set<HandoverNews>();
    public DbSet<HandoverArrival> HandoverArrivals => Set<HandoverArrival>();
    public DbSet<HandoverMessage> HandoverMessages => Set<HandoverMessage>();
    public DbSet<InboxEntry> InboxEntries => Set<InboxEntry>();
    public DbSet<DoneOnce> DoneOnce => Set<DoneOnce>();

    public DbSet<GroupProgramme> GroupProgrammes => Set<GroupProgramme>();
    public DbSet<Facilitator> Facilitators => Set<Facilitator>();
    public DbSet<Cohort> Cohorts => Set<Cohort>();
    public DbSet<CohortSession> CohortSessions => Set<CohortSession>();
    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();
    public DbSet<GroupPlace> GroupPlaces => Set<GroupPlace>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<GroupFeedback> GroupFeedback => Set<GroupFeedback>();
    public DbSet<PreGroupAssessment> PreGroupAssessments => Set<PreGroupAssessment>();
    public DbSet<TherapyNote> TherapyNotes => Set<TherapyNote>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperSection> PaperSections => Set<PaperSection>();
    public DbSet<PaperStep> PaperSteps => Set<PaperStep>();
    public DbSet<PaperReading> PaperReadings => Set<PaperReading>();

    public DbSet<PlacePool> PlacePools => Set<PlacePool>();
    public DbSet<PoolBorough> PoolBoroughs => Set<PoolBorough>();
    public DbSet<PoolPlace> PoolPlaces => Set<PoolPlace>();
    public DbSet<PoolChange> PoolChanges => Set<PoolChange>();
    public DbSet<PlaceRequest> PlaceRequests => Set<PlaceRequest>();
    public DbSet<PlaceTurn> PlaceTurns => Set<PlaceTurn>();
    public DbSet<PanelDecision> PanelDecisions => Set<PanelDecision>();
    public DbSet<ProgrammeContact> ProgrammeContacts => Set<ProgrammeContact>();
    public DbSet<SideExchange> SideExchanges => Set<SideExchange>();
    public DbSet<AbuseView> AbuseViews => Set<AbuseView>();
    public DbSet<HarmFollowUp> HarmFollowUps => Set<HarmFollowUp>();
    public DbSet<StandardEvidence> StandardEvidences => Set<StandardEvidence>();

    public DbSet<SubjectAccessRequest> SubjectAccessRequests => Set<SubjectAccessRequest>();

    public DbSet<SafeUnit> SafeUnits => Set<SafeUnit>();
    public DbSet<UnitLocation> UnitLocations => Set<UnitLocation>();
    public DbSet<VacancyChange> VacancyChanges => Set<VacancyChange>();
    public DbSet<UnitClaim> UnitClaims => Set<UnitClaim>();
    public DbSet<TurnAway> TurnAways => Set<TurnAway>();
    public DbSet<SafeRequest> SafeRequests => Set<SafeRequest>();
    public DbSet<SafeEnquiry> SafeEnquiries => Set<SafeEnquiry>();
    public DbSet<SafeStay> SafeStays => Set<SafeStay>();
    public DbSet<SanctuaryWorks> SanctuaryWorks => Set<SanctuaryWorks>();
    public DbSet<HousingDuty> HousingDuties => Set<HousingDuty>();
    public DbSet<PathwayStep> PathwaySteps => Set<PathwayStep>();
    public DbSet<StepSignOff> StepSignOffs => Set<StepSignOff>();

    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<QueuedJob> Jobs => Set<QueuedJob>();

    // Circles, walls and seals are read by Access/ alone: a file's standing is not a page's business.
    internal DbSet<Circle> Circles => Set<Circle>();
    internal DbSet<Wall> Walls => Set<Wall>();
    internal DbSet<SealGrant> SealGrants => Set<SealGrant>();
    internal DbSet<NamedMember> NamedMembers => Set<NamedMember>();
    internal DbSet<Sharing> Sharings => Set<Sharing>();
    internal DbSet<SharingReceipt> SharingReceipts => Set<SharingReceipt>();
    internal DbSet<EmergencyUse> EmergencyUses => Set<EmergencyUse>();
    internal DbSet<DeclaredPerson> DeclaredPeople => Set<DeclaredPerson>();
    internal DbSet<ConflictTerm> ConflictTerms => Set<ConflictTerm>();
    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    internal DbSet<AuditText> AuditTexts => Set<AuditText>();
    internal DbSet<StoredCheckpoint> Checkpoints => Set<StoredCheckpoint>();
    internal DbSet<LaneHead> LaneHeads => Set<LaneHead>();
    internal DbSet<Edition> Editions => Set<Edition>();

    // The filter reads these; EF takes them from the context that runs the query, as parameters.
    private Id<Team>[] MyTeams => [.. Viewer.Teams];
    private Id<Member> Me => Viewer.Member;
    private DateTime Now => Viewer.Now;
    private Id<CaseFile>[] MyEmergencies => [.. Viewer.Emergencies];
    private Id<CaseFile>[] MyEmergencyAddresses => [.. Viewer.EmergencyAddresses];

    /// <summary>The same database for the same viewer, on a connection of its own.</summary>
    internal PartnershipDb Beside() => BesideAs(Viewer);

    /// <summary>The same database for another viewer, on a connection of its own.</summary>
    internal abstract PartnershipDb BesideAs(Viewer viewer);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(typeof(PartnershipDb).Assembly, type => type.Namespace != typeof(HouseDb).Namespace);
        foreach (var type in builder.Model.GetEntityTypes().ToList())
        {
            // Whoever sees all has a model of their own without the filter (ModelOfViewer): "or sees all" inside it would hide the rule from the planner.
            if (typeof(ICaseRecord).IsAssignableFrom(type.ClrType) && !Viewer.SeesAll)
                builder.Entity(type.ClrType).HasQueryFilter(NeedToKnowFilter, Filter(type));
            if (IsAudited(type.ClrType))
                builder.Entity(type.ClrType).Property<int>(VersionColumn).IsConcurrencyToken();
        }
    }

    /// <summary>Circle and wall (and seal) for one kind of record, as SQL: the same rule as
    /// <see cref="NeedToKnow.Decide"/>, held equal to it by a property test.</summary>
    private LambdaExpression Filter(IMutableEntityType type)
    {
        var record = Expression.Parameter(type.ClrType, "record");
        var file = Expression.Property(record, type.ClrType == typeof(CaseFile) ? nameof(CaseFile.Id) : nameof(ICaseRecord.CaseFile));
        var rule = typeof(ISealedRecord).IsAssignableFrom(type.ClrType)
            ? Sealed(((ISealedRecord)Activator.CreateInstance(type.ClrType, true)!).Seal)
            : Open();
        return Expression.Lambda(new Replace(rule.Parameters[0], file).Visit(rule.Body), record);
    }

    // Each question is a subquery of one row. As EXISTS, a planner may turn it into a join with every circle there is, which for one page is all of them too many.
    private Expression<Func<Id<CaseFile>, bool>> InCircle() => file =>
        Circles.Where(c => c.File == file && MyTeams.Contains(c.Team) && (c.Worker == null || c.Worker == Me) && c.From <= Now && Now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead)
                // Never both sides: the rule of Sides.IsBarred.
                && Circles.Where(o => o.Matter == c.Matter && o.IsHarmSide != c.IsHarmSide && MyTeams.Contains(o.Team) && !o.IsTriage && (o.Worker == null || o.Worker == Me)
                    && o.From <= Now && Now < o.Until && (o.Depth == Depth.Work || o.Depth == Depth.Lead)
                    && (c.IsTriage || o.From < c.From || (o.From == c.From && c.IsHarmSide))).Select(_ => (int?)1).FirstOrDefault() == null)
            .Select(_ => (int?)1).FirstOrDefault() != null;

    private Expression<Func<Id<CaseFile>, bool>> InEmergency() => file => MyEmergencies.Contains(file);

    /// <summary>No wall, suspected ones included, and named where only some are.</summary>
    private Expression<Func<Id<CaseFile>, bool>> NotKeptOut() => file =>
        Walls.Where(w => w.File == file && w.Member == Me && w.LiftedAt == null).Select(_ => (int?)1).FirstOrDefault() == null
        && (NamedMembers.Where(n => n.File == file && n.Until == null).Select(_ => (int?)1).FirstOrDefault() == null
            || NamedMembers.Where(n => n.File == file && n.Member == Me && n.Until == null).Select(_ => (int?)1).FirstOrDefault() != null);

    private Expression<Func<Id<CaseFile>, bool>> Unsealed(Seal seal) => file =>
        SealGrants.Where(s => s.File == file && s.Seal == seal && MyTeams.Contains(s.Team) && (s.Worker == null || s.Worker == Me) && Now < s.Until).Select(_ => (int?)1).FirstOrDefault() != null;

    private Expression<Func<Id<CaseFile>, bool>> AddressInEmergency() => file => MyEmergencyAddresses.Contains(file);

    private Expression<Func<Id<CaseFile>, bool>> Open() => Joined(Expression.AndAlso, Joined(Expression.OrElse, InCircle(), InEmergency()), NotKeptOut());

    private Expression<Func<Id<CaseFile>, bool>> Sealed(Seal seal)
    {
        var unsealed = Joined(Expression.AndAlso, InCircle(), Unsealed(seal));
        return Joined(Expression.AndAlso, seal == Seal.Whereabouts ? Joined(Expression.OrElse, unsealed, AddressInEmergency()) : unsealed, NotKeptOut());
    }

    private static Expression<Func<Id<CaseFile>, bool>> Joined(Func<Expression, Expression, Expression> by, Expression<Func<Id<CaseFile>, bool>> one, Expression<Func<Id<CaseFile>, bool>> other) =>
        Expression.Lambda<Func<Id<CaseFile>, bool>>(by(one.Body, new Replace(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters[0]);

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
