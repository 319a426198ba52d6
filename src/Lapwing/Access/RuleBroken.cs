namespace Lapwing.Access;

/// <summary>Somebody may not do this now: the page shows the message as an error summary (422).
/// The message is read by the person who tried, so it says what they can do instead.</summary>
public sealed class RuleBroken(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
