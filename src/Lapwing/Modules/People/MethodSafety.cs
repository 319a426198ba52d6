using System.Text.Json;
using Lapwing.Time;

namespace Lapwing.Modules.People;

/// <summary>
/// What is safe with one number or one e-mail address, as the person said it about that one: a work telephone and a telephone at home are two answers.
/// The questions are those of <see cref="SafeContact"/>; everything that is not said to be safe is unsafe. The words in it identify a person and are stored encrypted.
/// </summary>
public sealed record MethodSafety
{
    public bool MayRing { get; init; }

    /// <summary>Only where we may ring.</summary>
    public bool MayLeaveVoicemail { get; init; }
    public bool MayText { get; init; }
    public bool MayEmail { get; init; }

    /// <summary>When it is safe, on the London clock; null means at any time.</summary>
    public WeeklyHours? Times { get; init; }
    public bool WithholdNumber { get; init; }

    /// <summary>Who else may answer; nothing means nobody else.</summary>
    public string? WhoMayAnswer { get; init; }

    /// <summary>What we say, or ask, so that both sides know it is safe to talk.</summary>
    public string? CodePhrase { get; init; }

    /// <summary>Nothing is safe.</summary>
    public static MethodSafety Nothing { get; } = new();

    public bool HasAWay => MayRing || MayText || MayEmail;

    /// <summary>What a referral said of all ways, for the one that it brought along.</summary>
    public static MethodSafety Of(SafeContact? said, ContactKind kind) => said is null or { OnlyThroughReferrer: true } ? Nothing : kind == ContactKind.Email
        ? new() { MayEmail = said.MayEmail, CodePhrase = said.CodePhrase }
        : new()
        {
            MayRing = said.MayRing, MayLeaveVoicemail = said.MayRing && said.MayLeaveVoicemail, MayText = said.MayText, Times = said.SafeTimes,
            WithholdNumber = said.WithholdNumber, WhoMayAnswer = said.WhoMayAnswer, CodePhrase = said.CodePhrase,
        };

    /// <summary>Whether this way is ever safe with this method.</summary>
    public bool Permits(ContactChannel channel) => channel switch
    {
        ContactChannel.Telephone => MayRing,
        ContactChannel.Voicemail => MayRing && MayLeaveVoicemail,
        ContactChannel.Text => MayText,
        ContactChannel.Email or ContactChannel.Calendar => MayEmail,
        _ => false,
    };

    /// <summary>Whether a UTC instant lies within the safe times. On the nights of the clock change the London wall clock decides, as it does for whoever hears the telephone.</summary>
    public bool IsSafeTime(DateTime utc) => Times?.Contains(utc) ?? true;

    public IEnumerable<(string Member, string Message)> Problems(ContactKind kind)
    {
        if (MayLeaveVoicemail && !MayRing)
            yield return (nameof(MayLeaveVoicemail), "A voicemail can be left only where it is safe to ring");
        if (kind == ContactKind.Email ? MayRing || MayText : MayEmail)
            yield return (nameof(MayRing), "A telephone is for ringing and texting, an e-mail address for e-mail");
        if (WhoMayAnswer?.Length > SafeContact.WordsLength)
            yield return (nameof(WhoMayAnswer), $"Who may answer must be {SafeContact.WordsLength} characters or fewer");
        if (CodePhrase?.Length > SafeContact.CodePhraseLength)
            yield return (nameof(CodePhrase), $"The code phrase must be {SafeContact.CodePhraseLength} characters or fewer");
    }

    /// <summary>The answers in plain sentences, the prohibitions included. They contain the person's own words.</summary>
    public IReadOnlyList<string> Explain(ContactKind kind)
    {
        var times = Times is null ? " at any time" : $" only at these times: {Times}";
        if (kind == ContactKind.Email)
            return [MayEmail ? $"You may e-mail{times}." : "Do not e-mail.", .. Phrase()];
        List<string> lines = [MayRing ? $"You may ring{times}." : "Do not ring."];
        if (MayRing)
            lines.AddRange([WithholdNumber ? "Withhold our number when you ring." : "Our number may be shown.",
                WhoMayAnswer is null ? "Speak only to the person themselves." : $"Apart from the person themselves, these may answer: {WhoMayAnswer}",
                MayLeaveVoicemail ? $"You may leave a voicemail{times}." : "Do not leave a voicemail."]);
        return [.. lines, MayText ? $"You may text{times}." : "Do not text.", .. Phrase()];

        IEnumerable<string> Phrase() => CodePhrase is null ? [] : [$"Use the code phrase: {CodePhrase}"];
    }

    /// <summary>As it is sealed into a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    public static MethodSafety FromJson(string json) => JsonSerializer.Deserialize<MethodSafety>(json)!;

    /// <summary>Never the answers: they must not reach a log.</summary>
    public override string ToString() => "(safety of a contact method)";
}
