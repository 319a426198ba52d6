using System.Text.Json;

namespace Lapwing.Modules.Referrals.Intake;

/// <summary>What the sender is shown when the referral has arrived, and for a day after.</summary>
public sealed record Receipt(string Reference, string OutcomeCode, bool ForChildrensSafeguarding)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static Receipt FromJson(string json) => JsonSerializer.Deserialize<Receipt>(json)!;

    /// <summary>Never the code.</summary>
    public override string ToString() => $"(receipt of {Reference})";
}
