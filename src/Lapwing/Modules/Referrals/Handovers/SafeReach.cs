using Lapwing.Access;
using Lapwing.Modules.People;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>How to make contact safely as another partnership may rely on it: what was said at referral, less everything that a number, an address or a change since then
/// makes doubtful. What is not sure today does not go along; when nothing is left, contact goes through the team that hands over.</summary>
internal sealed record SafeReach(SafeContact Safe, string? Telephone, string? Email)
{
    public static SafeReach Of(SafeContact stated, DateTime? statedAt, FileKey key, IReadOnlyList<ContactMethod> methods, SafetyChange? change)
    {
        var isDoubtful = change is not null && (statedAt is null || change.At > statedAt);
        bool Holds(ContactMethod method) => method is { IsSafe: true, IsUnsafeByAnother: false } && (change is null || method.ConfirmedAt >= change.At);
        var phones = methods.Where(m => m.Kind == ContactKind.Telephone).ToList();
        var emails = methods.Where(m => m.Kind == ContactKind.Email).ToList();
        var phone = phones.FirstOrDefault(m => Holds(m) && m.SafetyOf(key) is { MayRing: true } or { MayText: true });
        var email = emails.FirstOrDefault(m => Holds(m) && m.SafetyOf(key).MayEmail);
        if (stated.OnlyThroughReferrer)
            return new(SafeContact.ThroughReferrer(stated.NotSafeToTalkTo), null, null);
        // Where a number is known, it speaks for itself; what was said of all ways holds only while nothing has changed.
        var (spoken, may) = (phone?.SafetyOf(key), !isDoubtful);
        var safe = stated with
        {
            MayRing = phones.Count == 0 ? stated.MayRing && may : spoken?.MayRing == true,
            MayText = phones.Count == 0 ? stated.MayText && may : spoken?.MayText == true,
            MayLeaveVoicemail = phones.Count == 0 ? stated.MayLeaveVoicemail && may : spoken is { MayRing: true, MayLeaveVoicemail: true },
            MayEmail = emails.Count == 0 ? stated.MayEmail && may : email is not null,
            MayWrite = stated.MayWrite && may,
            SafeTimes = phones.Count == 0 ? stated.SafeTimes : spoken?.Times ?? stated.SafeTimes,
            WithholdNumber = stated.WithholdNumber || spoken?.WithholdNumber == true,
            WhoMayAnswer = spoken is null ? may ? stated.WhoMayAnswer : null : spoken.WhoMayAnswer, CodePhrase = spoken?.CodePhrase ?? stated.CodePhrase,
        };
        if (!safe.MayRing)
            safe = safe with { MayLeaveVoicemail = false };
        if (safe is { MayRing: false, MayText: false })
            safe = safe with { SafeTimes = null };
        return safe.HasAWay && !safe.Problems().Any() ? new(safe, phone is null ? null : key.Reveal(phone.Value), email is null ? null : key.Reveal(email.Value))
            : new(SafeContact.ThroughReferrer(stated.NotSafeToTalkTo), null, null);
    }
}
