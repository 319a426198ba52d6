using Lapwing.Modules.People;

namespace Lapwing.Modules.Referrals.Search;

/// <summary>How to make contact with somebody of whom two files speak: what either of them forbids is forbidden, what either asks for is asked for.</summary>
public static class Together
{
    /// <summary>The prohibitions of both, in plain sentences.</summary>
    public static IReadOnlyList<string> Explain(SafeContact one, SafeContact other)
    {
        var both = Strictest(one, other);
        var lines = new List<string>(both.Explain());
        // Two sets of times cannot be said as one: contact is safe only where both say so.
        if (both.MayRing && one.SafeTimes is { } first && other.SafeTimes is { } second && first.ToString() != second.ToString())
            lines.Insert(1, $"And only at these times too: {second}");
        return lines;
    }

    /// <summary>What both allow.</summary>
    public static SafeContact Strictest(SafeContact one, SafeContact other)
    {
        if (one.OnlyThroughReferrer || other.OnlyThroughReferrer)
            return SafeContact.ThroughReferrer(Words(one.NotSafeToTalkTo, other.NotSafeToTalkTo));
        return new()
        {
            MayRing = one.MayRing && other.MayRing, MayLeaveVoicemail = one.MayLeaveVoicemail && other.MayLeaveVoicemail, MayText = one.MayText && other.MayText,
            MayEmail = one.MayEmail && other.MayEmail, MayWrite = one.MayWrite && other.MayWrite, WithholdNumber = one.WithholdNumber || other.WithholdNumber,
            SafeTimes = one.SafeTimes ?? other.SafeTimes, WhoMayAnswer = one.WhoMayAnswer is not null && one.WhoMayAnswer == other.WhoMayAnswer ? one.WhoMayAnswer : null,
            CodePhrase = Words(one.CodePhrase, other.CodePhrase), NotSafeToTalkTo = Words(one.NotSafeToTalkTo, other.NotSafeToTalkTo),
        };
    }

    private static string? Words(string? one, string? other) => one is null || one == other ? other : other is null ? one : $"{one} / {other}";
}
