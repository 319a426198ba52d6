using Lapwing.Modules.People;
using Lapwing.Time;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>One reason for which nothing goes out.</summary>
/// <param name="Code">Stable: it stands in the log.</param>
/// <param name="Source">What went wrong somewhere, or which guidance asks for it.</param>
/// <param name="Refuses">Whether this going is refused by it.</param>
/// <param name="Reason">What the worker reads.</param>
public sealed record GuardRule(string Code, string Source, Func<Going, Circumstances, bool> Refuses, Func<Going, Circumstances, string> Reason);

/// <summary>When something may not go out: the whole table. Whatever no rule refuses may go; whatever nobody said to be safe is refused by one.
/// Sources: the Information Commissioner's reprimands of June 2022 to September 2023 and after (Charnwood, Bolton at Home, University Hospitals Dorset, Dorset Council, North Tyneside),
/// the SafeLives MARAC referral form ("is the number safe to call").</summary>
public static class GuardRules
{
    private const string Form = "SafeLives MARAC referral form: is the number safe to call, and when";

    public static IReadOnlyList<GuardRule> All { get; } =
    [
        new("no-destination", "Cleveland: wrong numbers ended 14 of 118 referrals", (g, c) => g.NeedsDestination && c.Point is null && c.Place is null,
            (_, _) => "Nobody has said where it would go."),
        new("wrong-kind", "A letter is not a telephone call", (g, c) => c.Point is { } p && KindOf(g.Channel) != p.Kind || c.Place is not null && g.Channel is not (ContactChannel.Letter or ContactChannel.Visit),
            (g, c) => $"{g.Channel.Title()} does not go to {(c.Place is not null ? "a postal address" : c.Point!.Kind == ContactKind.Email ? "an e-mail address" : "a telephone")}."),
        new("ended", "North Tyneside, 24-018-707: details that are no longer theirs", (_, c) => c.Point is { IsEnded: true } || c.Place is { IsEnded: true },
            (_, c) => c.Place is not null ? "They do not live there any more." : "They do not use it any more."),
        new("others-method", "Bolton at Home, 2023: the new home's details on the husband's voicemail", (_, c) => c.Point is { IsOthers: true },
            (_, c) => $"The other party uses this {(c.Point!.Kind == ContactKind.Email ? "e-mail address" : "number")} too. It can never be used."),
        new("others-address", "Charnwood, November 2023: the new address posted to the old shared home; Dorset Council: an assessment delivered to it", (_, c) => c.Place is { IsOthers: true },
            (_, _) => "The other party lives there or lived there."),
        new("known-to-other", "Charnwood, November 2023", (_, c) => c.Place is { IsKnownToOther: true, IsOthers: false },
            (_, _) => "The other party knows this address, has a key or opens the post."),
        new("marked-unsafe", Form, (_, c) => c.Point is { IsSafe: false },
            (_, c) => c.Point!.IsUnsafeByAnother ? "Somebody else who shares it said that it is not safe." : "It is marked as not safe."),
        new("never-confirmed", Form, (_, c) => c.Point is { IsSafe: null } or { IsSafe: true, ConfirmedAt: null } || c.Place is { ConfirmedAt: null },
            (_, _) => "Nobody has confirmed that it is safe."),
        new("not-since-change", "Charnwood, November 2023: the old details stayed in use; North Tyneside", (_, c) => c.DoubtfulSince is { } since && (Confirmed(c) ?? c.StatedAt) < since,
            (_, c) => $"It was not confirmed since {SafetyChange.Words(c.Change ?? SafetyChangeKind.Moved)} on {Spoken.Day(c.DoubtfulSince!.Value.AddTicks(-1))}."),
        new("not-this-way", "Bolton at Home, 2023; University Hospitals Dorset", (g, c) => c.Point is { IsSafe: true } p && KindOf(g.Channel) == p.Kind && !p.Safety.Permits(g.Channel),
            (g, _) => $"{g.Channel.Title()} is not a way that they said is safe with it."),
        new("not-for-letters", "Dorset Council: hand-delivered against her request", (g, c) => c.Place is { ConfirmedAt: not null } p && (g.Channel == ContactChannel.Letter && p.MayWrite != true || g.Channel == ContactChannel.Visit && p.MayVisit != true),
            (g, _) => g.Channel == ContactChannel.Visit ? "Nobody said that a visit there is safe." : "Nobody said that a letter there is safe."),
        new("unsafe-hour", Form, (g, c) => c.Point is { IsSafe: true } p && KindOf(g.Channel) == p.Kind && p.Safety.Permits(g.Channel) && !p.Safety.IsSafeTime(g.At),
            (g, c) => $"It is safe only at these times: {c.Point!.Safety.Times}."),
        new("only-through-referrer", "Cleveland: no safe contact at referral", (g, c) => Speaks(c) is { OnlyThroughReferrer: true } && g.Channel != ContactChannel.ThroughReferrer,
            (_, _) => "Contact goes only through the referrer."),
        new("not-said-safe", Form, (g, c) => Unspecified(g, c) && (c.Stated is null ? g.Channel != ContactChannel.InPerson : c.Stated is { OnlyThroughReferrer: false } && !(c.Stated with { SafeTimes = null }).Allows(g.Channel, g.At)),
            (_, _) => "Nobody said that this is safe."),
        new("not-said-safe-now", Form, (g, c) => Unspecified(g, c) && c.Stated is { OnlyThroughReferrer: false, SafeTimes: not null } said && (said with { SafeTimes = null }).Allows(g.Channel, g.At) && !said.Allows(g.Channel, g.At),
            (_, c) => $"It is safe only at these times: {c.Stated!.SafeTimes}."),
    ];

    public static ContactKind? KindOf(ContactChannel channel) => channel switch
    {
        ContactChannel.Telephone or ContactChannel.Voicemail or ContactChannel.Text => ContactKind.Telephone,
        ContactChannel.Email or ContactChannel.Calendar => ContactKind.Email,
        _ => null,
    };

    /// <summary>A contact that was made elsewhere and names no destination: what was said of all ways decides.</summary>
    private static bool Unspecified(Going g, Circumstances c) => !g.NeedsDestination && c.Point is null && c.Place is null && g.Channel != ContactChannel.ThroughReferrer;

    /// <summary>What was said of all ways, where no destination speaks for itself.</summary>
    private static SafeContact? Speaks(Circumstances c) => c.Point is null && c.Place is null ? c.Stated : null;

    /// <summary>When the answer that decides was given.</summary>
    private static DateTime? Confirmed(Circumstances c) => c.Point is { } point ? point.ConfirmedAt : c.Place?.ConfirmedAt;
}
