namespace Lapwing.Modules.Casework.Contact;

/// <summary>Why not: the rule's code and its words.</summary>
public sealed record Refusal(string Code, string Words);

/// <summary>
/// What the send guard says of one going. It can be made only by <see cref="Of"/>, so that whoever holds one that may go has passed every rule;
/// the carriers take nothing without it.
/// </summary>
public sealed class Verdict
{
    private Verdict(Going going, IReadOnlyList<Refusal> refusals) => (Going, Refusals) = (going, refusals);

    public Going Going { get; }

    /// <summary>Every rule that refuses, in the order of the table.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    public bool MayGo => Refusals.Count == 0;

    /// <summary>It would be safe at another hour.</summary>
    public bool IsOnlyTheHour => Refusals is [{ Code: "unsafe-hour" or "not-said-safe-now" }];

    public string Codes => string.Join(',', Refusals.Select(r => r.Code));

    public string Why => string.Join(' ', Refusals.Select(r => r.Words));

    public static Verdict Of(Going going, Circumstances circumstances)
    {
        ArgumentNullException.ThrowIfNull(going);
        ArgumentNullException.ThrowIfNull(circumstances);
        return new(going, [.. GuardRules.All.Where(rule => rule.Refuses(going, circumstances)).Select(rule => new Refusal(rule.Code, rule.Reason(going, circumstances)))]);
    }

    /// <exception cref="InvalidOperationException">It may not go: whoever asks has walked past a refusal.</exception>
    internal void MustGo()
    {
        if (!MayGo)
            throw new InvalidOperationException("Nothing goes out that the send guard refused.");
    }
}
