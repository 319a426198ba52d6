using Lapwing.Time;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>When a referral is a repeat: the same victim and the same person causing harm were referred within twelve months from the date of the last
/// referral, whichever agency notices and whatever the score; later it is a new referral (SafeLives, definition of repeat MARAC; domain facts b2).
/// Both must be named with a birth date: a likeness is not an identity.</summary>
public static class RepeatRule
{
    /// <summary>The first instant from which an earlier referral makes this one a repeat.</summary>
    public static DateTime Since(DateTime receivedAt, int months) => LondonTime.StartOfDay(LondonTime.DateOf(receivedAt).AddMonths(-months));

    public static bool Holds(DateTime earlier, DateTime receivedAt, int months) => earlier >= Since(receivedAt, months) && earlier <= receivedAt;
}
