using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>Who sends a referral, and who may see its outcome.</summary>
/// <param name="Agency">The sending agency; none when a survivor or the public does.</param>
/// <param name="Teams">The teams that may see the outcome and nothing else.</param>
/// <param name="Draft">The draft it was written in: one draft makes one referral, however often it is sent.</param>
public sealed record Sender(ReferralSource Source, Id<Agency>? Agency = null, IReadOnlyList<Id<Team>>? Teams = null, Id<IntakeDraft>? Draft = null)
{
    /// <summary>The source that an agency's kind stands for, unless something more exact is known.</summary>
    public static ReferralSource SourceOf(AgencyKind kind) => kind switch
    {
        AgencyKind.Police => ReferralSource.Police,
        AgencyKind.Health => ReferralSource.PrimaryCare,
        AgencyKind.Housing => ReferralSource.Housing,
        AgencyKind.ChildrensSocialCare => ReferralSource.ChildrensSocialCare,
        AgencyKind.AdultSocialCare => ReferralSource.AdultSocialCare,
        AgencyKind.Education => ReferralSource.Education,
        AgencyKind.Probation => ReferralSource.Probation,
        AgencyKind.VoluntarySector => ReferralSource.VoluntarySector,
        _ => ReferralSource.Other,
    };
}
