using Lapwing.Time;

namespace Lapwing.Modules.People;

/// <summary>
/// How to make contact with somebody without putting them in danger: asked before anything else, and required. The questions are those of the
/// SafeLives MARAC referral form ("is the number safe to call", times, who is safe to talk to and who is not) and of the cases in which a voicemail,
/// a letter or an e-mail told the abuser (Information Commissioner's reprimands, June 2022 to September 2023).
/// Everything that is not said to be safe is unsafe. The words in it identify a person and are stored encrypted.
/// </summary>
public sealed record SafeContact
{
    /// <summary>The longest code phrase, in characters.</summary>
    public const int CodePhraseLength = 100;

    /// <summary>The longest answer in words, in characters.</summary>
    public const int WordsLength = 500;

    /// <summary>May we ring?</summary>
    public bool MayRing { get; init; }

    /// <summary>When it is safe to ring or text, on the London clock; null means at any time.</summary>
    public WeeklyHours? SafeTimes { get; init; }

    /// <summary>May we leave a voicemail? Only where we may ring.</summary>
    public bool MayLeaveVoicemail { get; init; }

    /// <summary>May we send a text message?</summary>
    public bool MayText { get; init; }

    /// <summary>May we send e-mail?</summary>
    public bool MayEmail { get; init; }

    /// <summary>May we send a letter?</summary>
    public bool MayWrite { get; init; }

    /// <summary>Must our number be withheld when we ring?</summary>
    public bool WithholdNumber { get; init; }

    /// <summary>There is no safe way: contact goes through the agency that referred, and only through it.</summary>
    public bool OnlyThroughReferrer { get; init; }

    /// <summary>Who else may answer; nothing means nobody else.</summary>
    public string? WhoMayAnswer { get; init; }

    /// <summary>What we say, or ask, so that both sides know it is safe to talk.</summary>
    public string? CodePhrase { get; init; }

    /// <summary>Who it is not safe to talk to: everybody they fear, not only the main perpetrator.</summary>
    public string? NotSafeToTalkTo { get; init; }

    /// <summary>Nothing is safe but through the referrer.</summary>
    public static SafeContact ThroughReferrer(string? notSafeToTalkTo = null) => new() { OnlyThroughReferrer = true, NotSafeToTalkTo = notSafeToTalkTo };

    /// <summary>Whether there is any way at all: the answer that a referral cannot go without.</summary>
    public bool HasAWay => MayRing || MayText || MayEmail || MayWrite || OnlyThroughReferrer;

    /// <summary>
    /// What is wrong with the answers, each with the member it belongs to, for the form. Empty when they can be relied on.
    /// </summary>
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (!HasAWay)
        {
            yield return (nameof(MayRing), "Say at least one safe way to make contact, or that contact must go through you");
        }
        if (OnlyThroughReferrer && (MayRing || MayText || MayEmail || MayWrite || MayLeaveVoicemail))
        {
            yield return (nameof(OnlyThroughReferrer), "Contact cannot be only through the referrer and also direct");
        }
        if (MayLeaveVoicemail && !MayRing)
        {
            yield return (nameof(MayLeaveVoicemail), "A voicemail can be left only where it is safe to ring");
        }
        if (SafeTimes is not null && !MayRing && !MayText)
        {
            yield return (nameof(SafeTimes), "Safe times are for ringing or texting: say that we may, or remove the times");
        }
        if (CodePhrase?.Length > CodePhraseLength)
        {
            yield return (nameof(CodePhrase), $"The code phrase must be {CodePhraseLength} characters or fewer");
        }
        if (WhoMayAnswer?.Length > WordsLength)
        {
            yield return (nameof(WhoMayAnswer), $"Who may answer must be {WordsLength} characters or fewer");
        }
        if (NotSafeToTalkTo?.Length > WordsLength)
        {
            yield return (nameof(NotSafeToTalkTo), $"Who it is not safe to talk to must be {WordsLength} characters or fewer");
        }
    }

    /// <summary>The same answers, trimmed, blank ones made null; for an entity to keep.</summary>
    /// <exception cref="ArgumentException">The answers have a problem that the form should have shown.</exception>
    public SafeContact Required()
    {
        var tidy = this with { WhoMayAnswer = Tidy(WhoMayAnswer), CodePhrase = Tidy(CodePhrase), NotSafeToTalkTo = Tidy(NotSafeToTalkTo) };
        return tidy.Problems().Select(p => p.Message).FirstOrDefault() is { } problem ? throw new ArgumentException(problem) : tidy;

        static string? Tidy(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    /// <summary>Whether this way is safe at this UTC instant. Ringing, voicemail and text obey the safe times; letter and e-mail wait to be read.</summary>
    public bool Allows(ContactChannel channel, DateTime utc) => channel switch
    {
        ContactChannel.Telephone => MayRing && IsSafeTime(utc),
        ContactChannel.Voicemail => MayRing && MayLeaveVoicemail && IsSafeTime(utc),
        ContactChannel.Text => MayText && IsSafeTime(utc),
        ContactChannel.Email or ContactChannel.Calendar => MayEmail,
        ContactChannel.Letter => MayWrite,
        ContactChannel.ThroughReferrer => true,
        ContactChannel.InPerson => !OnlyThroughReferrer,
        _ => false,
    };

    /// <summary>Whether we may ring at this UTC instant.</summary>
    public bool MayRingAt(DateTime utc) => Allows(ContactChannel.Telephone, utc);

    /// <summary>Whether we may leave a voicemail at this UTC instant.</summary>
    public bool MayLeaveVoicemailAt(DateTime utc) => Allows(ContactChannel.Voicemail, utc);

    /// <summary>Whether we may text at this UTC instant.</summary>
    public bool MayTextAt(DateTime utc) => Allows(ContactChannel.Text, utc);

    /// <summary>The UTC instant from which ringing is safe: this one or a later one; null when it never is.</summary>
    public DateTime? NextSafeToRing(DateTime utc) => !MayRing ? null : SafeTimes?.Next(utc) ?? utc;

    /// <summary>
    /// The answers in plain sentences, the prohibitions included, in the order in which a worker needs them. They contain the person's own words:
    /// show them only where the record may be read.
    /// </summary>
    public IReadOnlyList<string> Explain()
    {
        if (OnlyThroughReferrer)
        {
            return ["There is no safe way to make contact directly. Contact goes only through the referrer.", .. Fears()];
        }
        List<string> lines = [];
        lines.Add(MayRing ? $"You may ring{Times()}." : "Do not ring.");
        if (MayRing)
        {
            lines.Add(WithholdNumber ? "Withhold our number when you ring." : "Our number may be shown.");
            lines.Add(WhoMayAnswer is null ? "Speak only to the person themselves." : $"Apart from the person themselves, these may answer: {WhoMayAnswer}");
            lines.Add(MayLeaveVoicemail ? $"You may leave a voicemail{Times()}." : "Do not leave a voicemail.");
        }
        if (CodePhrase is not null)
        {
            lines.Add($"Use the code phrase: {CodePhrase}");
        }
        lines.Add(MayText ? $"You may text{Times()}." : "Do not text.");
        lines.Add(MayEmail ? "You may e-mail." : "Do not e-mail.");
        lines.Add(MayWrite ? "You may write a letter." : "Do not write.");
        return [.. lines, .. Fears()];

        string Times() => SafeTimes is null ? " at any time" : $" only at these times: {SafeTimes}";

        IEnumerable<string> Fears() => NotSafeToTalkTo is null ? [] : [$"It is not safe to talk to: {NotSafeToTalkTo}"];
    }

    /// <summary>Never the answers: they must not reach a log.</summary>
    /// <summary>As it is sealed into a file.</summary>
    public string ToJson() => System.Text.Json.JsonSerializer.Serialize(this);

    public static SafeContact FromJson(string json) => System.Text.Json.JsonSerializer.Deserialize<SafeContact>(json)!;

    public override string ToString() => "(safe contact)";

    private bool IsSafeTime(DateTime utc) => SafeTimes?.Contains(utc) ?? true;
}
