namespace Lapwing.Modules.Referrals.Import;

/// <summary>A field that a column can be for.</summary>
/// <param name="Name">The heading of a canonical file, and the name in a mapping.</param>
/// <param name="IsRequired">Whether every row must have it.</param>
/// <param name="Help">What may stand there, for the documentation and the page.</param>
/// <param name="Read">Reads a cell that is not empty into the draft; returns what is wrong with it.</param>
/// <param name="TakesSeveral">Whether several columns may add to it.</param>
internal sealed record ImportField(string Name, bool IsRequired, string Help, Func<ImportDraft, string, ImportContext, string?> Read, bool TakesSeveral = false)
{
    public string Bare { get; } = Words.Bare(Name);
}

/// <summary>What reading a cell needs besides the cell: the date formats of its column and the areas of the partnership.</summary>
internal sealed record ImportContext(IReadOnlyList<string> DateFormats, IReadOnlyDictionary<string, int> Areas);
