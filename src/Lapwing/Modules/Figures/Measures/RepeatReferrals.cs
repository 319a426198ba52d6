using Lapwing.Facts;

namespace Lapwing.Modules.Figures.Measures;

/// <summary>Referrals of a survivor that was referred before because of the same person causing harm, within 12 months of the last referral.</summary>
public sealed class RepeatReferrals : Measure
{
    public override string Code => "repeat-referrals";
    public override string Title => "Repeat referrals";
    public override string Definition => "Referrals of a survivor that was referred before because of the same person causing harm, within 12 months of the last referral.";
    public override string Source => "SafeLives: definition of repeat at MARAC, applied to all referrals";
    public override string Unit => "referrals";
    public override string? SubsetOf => "referrals-received";
    public override IReadOnlyList<FactKind> Facts => [FactKind.ReferralReceived];

    public override int Weigh(FactCursor fact) => fact.Codes.IsRepeat ? 1 : 0;
}
