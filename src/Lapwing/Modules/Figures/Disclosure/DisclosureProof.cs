namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>
/// For one protected number and one kind of reader: two whole-number fillings of everything released, both consistent with all that the reader
/// was ever shown, in which this number takes the values <paramref name="Lower"/> and <paramref name="Upper"/>. Each filling was checked in whole
/// numbers, without the solver that found it. For the disclosure officer, not for readers: of a number that was given away before it says what it is.
/// </summary>
/// <param name="Cell">Key of the protected number.</param>
/// <param name="ReaderThreshold">The reader holds every release whose threshold is at least this.</param>
/// <param name="ReaderZero">And whose zero rule is at least as strict as this.</param>
/// <param name="Lower">A possible value.</param>
/// <param name="Upper">A possible value.</param>
/// <param name="Width">How many whole numbers the policy demands from least to greatest.</param>
/// <param name="KnownBefore">The earlier releases alone had already narrowed it, whatever this release does.</param>
public sealed record DisclosureProof(string Cell, int ReaderThreshold, ZeroRule ReaderZero, int Lower, int Upper, int Width, bool KnownBefore)
{
    public bool Holds => Upper - Lower + 1 >= Width;
}
