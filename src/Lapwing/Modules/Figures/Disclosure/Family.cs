namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A number and its parts, by key, within one table or one declared relation. Kept with the release, since later readers know it too.</summary>
public sealed record Family(string Table, string Total, IReadOnlyList<string> Parts, FamilyKind Kind);
