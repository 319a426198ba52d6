using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Referrals.Outcome;

/// <summary>What a referrer may learn: how far it is, and a reason that says nothing about what anybody chose or where they are.</summary>
public static class OutcomeWords
{
    public static string Title(ReferralStatus status) => status switch
    {
        ReferralStatus.Waiting => "Received",
        ReferralStatus.InTriage => "Being looked at",
        ReferralStatus.Offered => "Passed to a service",
        ReferralStatus.Accepted => "A service has taken it up",
        _ => "Not taken forward",
    };

    public static string Explain(ReferralStatus status, DeclineReason? reason) => status switch
    {
        ReferralStatus.Waiting => "It is in the queue of the front door.",
        ReferralStatus.InTriage => "The front door is deciding which service can help.",
        ReferralStatus.Offered => "A service has been asked and has not answered yet.",
        ReferralStatus.Accepted => "Support has been offered. For their safety we say nothing more here.",
        _ => reason switch
        {
            DeclineReason.NotEligible => "It is outside what the services here are for.",
            DeclineReason.NoCapacity => "No service had a place.",
            DeclineReason.TakenBack => "It was taken back by those who sent it, or its time ran out.",
            DeclineReason.Duplicate => "It is being dealt with under another referral.",
            // Whether somebody chose not to, or could not be reached, is theirs to tell.
            _ => "Support was not started.",
        },
    };
}
