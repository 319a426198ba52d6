using System.Linq.Expressions;
using Lapwing.Access;
using Lapwing.Jobs;
using Lapwing.Modules.Boards;
using Lapwing.Modules.Casework;
using Lapwing.Modules.Directory;
using Lapwing.Facts;
using Lapwing.Modules.Figures.Snapshots;
using Lapwing.Modules.People;
using Lapwing.Modules.Referrals;
using Lapwing.Modules.Referrals.Intake;
using Lapwing.Modules.Referrals.Outcome;
using Lapwing.Modules.Risk;
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
    public DbSet<SearchKey> SearchKeys => Set<SearchKey>();
    public DbSet<Referral> Referrals => Set<Referral>();
    public DbSet<IntakeDraft> IntakeDrafts => Set<IntakeDraft>();
    public DbSet<OutcomeTry> OutcomeTries => Set<OutcomeTry>();
    public DbSet<RiskAssessment> RiskAssessments => Set<RiskAssessment>();
    public DbSet<StoredPack> RiskPacks => Set<StoredPack>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<SupportEpisode> SupportEpisodes => Set<SupportEpisode>();
    public DbSet<ContactEntry> ContactEntries => Set<ContactEntry>();
    public DbSet<OutcomeRecord> Outcomes => Set<OutcomeRecord>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperSection> PaperSections => Set<PaperSection>();
    public DbSet<PaperStep> PaperSteps => Set<PaperStep>();
    public DbSet<PaperReading> PaperReadings => Set<PaperReading>();

    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<QueuedJob> Jobs => Set<QueuedJob>();

    // Circles, walls and seals are read by Access/ alone: a file's standing is not a page's business.
    internal DbSet<Circle> Circles => Set<Circle>();
    internal DbSet<Wall> Walls => Set<Wall>();
    internal DbSet<SealGrant> SealGrants => Set<SealGrant>();
    internal DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    internal DbSet<AuditText> AuditTexts => Set<AuditText>();
    internal DbSet<StoredCheckpoint> Checkpoints => Set<StoredCheckpoint>();
    internal DbSet<LaneHead> LaneHeads => Set<LaneHead>();
    internal DbSet<Edition> Editions => Set<Edition>();

    // The filter reads these; EF takes them from the context that runs the query, as parameters.
    private Id<Team>[] MyTeams => [.. Viewer.Teams];
    private Id<Member> Me => Viewer.Member;
    private DateTime Now => Viewer.Now;

    /// <summary>The same database for the same viewer, on a connection of its own.</summary>
    internal abstract PartnershipDb Beside();

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
    private Expression<Func<Id<CaseFile>, bool>> Open() => file =>
        Circles.Where(c => c.File == file && MyTeams.Contains(c.Team) && c.From <= Now && Now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead))
            .Select(_ => (int?)1).FirstOrDefault() != null
        && Walls.Where(w => w.File == file && w.Member == Me).Select(_ => (int?)1).FirstOrDefault() == null;

    private Expression<Func<Id<CaseFile>, bool>> Sealed(Seal seal) => file =>
        Circles.Where(c => c.File == file && MyTeams.Contains(c.Team) && c.From <= Now && Now < c.Until && (c.Depth == Depth.Work || c.Depth == Depth.Lead))
            .Select(_ => (int?)1).FirstOrDefault() != null
        && Walls.Where(w => w.File == file && w.Member == Me).Select(_ => (int?)1).FirstOrDefault() == null
        && SealGrants.Where(s => s.File == file && s.Seal == seal && MyTeams.Contains(s.Team) && Now < s.Until).Select(_ => (int?)1).FirstOrDefault() != null;

    private sealed class Replace(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
