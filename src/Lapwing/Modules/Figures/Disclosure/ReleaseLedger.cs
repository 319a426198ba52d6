namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// What one release told its readers, kept for ever beside its snapshot: every later release is checked against it. It holds true counts, so it
/// is stored like the tallies and never shown. Plain data that survives serialisation.
/// </summary>
public sealed record ReleaseLedger(
    string Audience,
    int Threshold,
    ZeroRule Zero,
    int RoundingBase,
    IReadOnlyList<LedgerCell> Cells,
    IReadOnlyList<Family> Families)
{
    /// <summary>Whether its readers were shown no more than this threshold and zero rule allow.</summary>
    internal bool AtLeastAsStrictAs(int threshold, ZeroRule zero) => Threshold >= threshold && (Zero == zero || Zero == ZeroRule.Hidden);

    /// <summary>Whether a number released here is displayed again in the same way under the given policy.</summary>
    internal bool SpeaksTo(DisclosurePolicy policy) =>
        Audience == policy.Audience && Threshold == policy.Threshold && Zero == policy.Zero && RoundingBase == policy.RoundingBase;
}
