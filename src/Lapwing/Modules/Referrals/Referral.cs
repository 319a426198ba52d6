using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Facts;
using Lapwing.Modules.People;
using Lapwing.Modules.Risk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals;

/// <summary>Where a referral stands. <c>Offered</c>: a service has been asked and has not answered.</summary>
public enum ReferralStatus { Waiting, InTriage, Offered, Accepted, Declined }

/// <summary>How the words are printed.</summary>
public static class ReferralStatuses
{
    public static string Title(this ReferralStatus status) => status switch
    {
        ReferralStatus.Waiting => "Waiting for triage",
        ReferralStatus.InTriage => "In triage",
        ReferralStatus.Offered => "Waiting for a service to answer",
        ReferralStatus.Accepted => "Accepted",
        ReferralStatus.Declined => "Declined",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}

/// <summary>A request for help at the front door, at any risk level. What identifies or narrates is sealed under the
/// file's key; what figures count is coded. Every move records its fact.</summary>
public sealed partial class Referral : ICaseRecord
{
    private Referral() { }

    public const int TextLimit = 10_000;

    public Id<Referral> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Person> Subject { get; private set; }
    public string Reference { get; private set; } = "";
    public byte[] OutcomeCodeHash { get; private set; } = [];

    public ReferralSource Source { get; private set; }
    public Id<Agency>? Agency { get; private set; }
    public WhoIsReferred Who { get; private set; }
    public bool IsNamed { get; private set; }
    public ConsentBasis Basis { get; private set; }
    public AbuseKind Abuse { get; private set; }
    public PersonallyConnected? Relationship { get; private set; }

    /// <summary>Whether the Domestic Abuse Act 2021 s.1 definition is met by what was said: both 16 or over and personally connected.</summary>
    public bool ActApplies { get; private set; }
    public Needs Needs { get; private set; }
    public int Children { get; private set; }
    public int Area { get; private set; }
    public DateOnly? IncidentOn { get; private set; }

    /// <summary>Keyed hashes of who is referred and who is said to cause harm; equal hashes are the same named people. Null when not named.</summary>
    public long? SubjectKey { get; private set; }
    public long? HarmKey { get; private set; }
    public bool IsRepeat { get; private set; }

    /// <summary>A child under 16: routed to children's safeguarding, and never to MARAC.</summary>
    public bool IsForChildrensSafeguarding { get; private set; }

    /// <summary>The draft it was written in. One draft makes one referral, however often it is sent.</summary>
    public Guid? Draft { get; private set; }

    public Protected SafeContact { get; private set; } = null!;
    public Protected? Account { get; private set; }
    public Protected? Needed { get; private set; }
    public Protected? PersonCausingHarm { get; private set; }
    public Protected? Referrer { get; private set; }
    public Protected? BasisNote { get; private set; }

    public RiskLevel Risk { get; private set; }

    /// <summary>Order on the worklist: 0 is the highest risk.</summary>
    public int Priority { get; private set; }
    public ReferralStatus Status { get; private set; }
    public DateTime ReceivedAt { get; private set; }
    public DateTime TriageDueAt { get; private set; }
    public DateTime ContactDueAt { get; private set; }
    public Id<Member>? ClaimedBy { get; private set; }
    public DateTime? ClaimedAt { get; private set; }
    public DateTime? TriagedAt { get; private set; }
    public DateTime? FirstSafeContactAt { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Id<Service>? Service { get; private set; }
    public int? ServiceNumber { get; private set; }
    public DeclineReason? DeclineReason { get; private set; }

    /// <summary>Why it was declined, in the worker's words.</summary>
    public Protected? DecisionNote { get; private set; }

    /// <summary>The codes of this referral as its facts carry them; kept so that a later change can take the old ones back exactly.</summary>
    public long FactCodes { get; private set; }
    public int Version { get; private set; }

    /// <summary>Whom the figures count as one person: the same named person across referrals, otherwise the person in this file.</summary>
    public Guid PersonToken => SubjectKey is { } key ? TokenOf(key) : Subject.Value;

    public static Guid TokenOf(long subjectKey)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, subjectKey);
        return new(bytes, bigEndian: true);
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> referral)
    {
        referral.Ignore(r => r.PersonToken);
        referral.Property(r => r.Reference).HasMaxLength(20);
        referral.HasIndex(r => r.Reference).IsUnique();
        referral.HasIndex(r => r.Draft).IsUnique();
        referral.HasIndex(r => r.CaseFile);
        referral.HasIndex(r => r.SubjectKey);
        // The worklist's order, and the same for what one worker has claimed.
        referral.HasIndex(r => new { r.Status, r.Priority, r.TriageDueAt });
        referral.HasIndex(r => new { r.ClaimedBy, r.Status });
    }
}
