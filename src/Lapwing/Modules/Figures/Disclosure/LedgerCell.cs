namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>One number as it was when it was released.</summary>
/// <param name="Key">Canonical key.</param>
/// <param name="Count">The true count at the cut-off: as sensitive as the records themselves.</param>
/// <param name="AboutPeople">Whether small counts of it are protected.</param>
/// <param name="Status">What was displayed; null where the number was known to the system but never displayed.</param>
/// <param name="Low">Least count that the display stands for.</param>
/// <param name="High">Greatest count that the display stands for; null for no limit.</param>
public sealed record LedgerCell(string Key, int Count, bool AboutPeople, CellStatus? Status, int Low, int? High);
