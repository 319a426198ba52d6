using Lapwing.Time;

namespace Lapwing.Modules.Boards.Documents;

/// <summary>A paper ready to be shown or exported: every figure is resolved, and nothing is in it but what disclosure control let through,
/// official series, and words. The page, the HTML file, the DOCX and the PDF are all made from this.</summary>
/// <param name="Partnership">Whose paper it is.</param>
/// <param name="IsDemonstration">Everybody in it is made up, and the paper says so.</param>
/// <param name="Audience">For whom, such as "Board" or "Public".</param>
/// <param name="Standing">Draft, frozen or approved, in one sentence; a draft must never pass for the approved paper.</param>
/// <param name="IsDraft">Not approved yet.</param>
/// <param name="Facts">The small print at the head: period, cut-off, policy, who approved, as name and value.</param>
/// <param name="Figures">Every number used, with what it is: the appendix.</param>
/// <param name="Notes">What the marks in the figures mean, and the attribution of official series.</param>
public sealed record PaperDocument(
    string Partnership, bool IsDemonstration, string Title, Quarter Quarter, Marking Marking, string Audience, string Standing, bool IsDraft,
    IReadOnlyList<(string Name, string Value)> Facts, IReadOnlyList<DocumentSection> Sections, IReadOnlyList<UsedFigure> Figures, IReadOnlyList<string> Notes);

/// <summary>A section with its heading.</summary>
public sealed record DocumentSection(string Heading, IReadOnlyList<Block> Blocks);

/// <summary>One line of the appendix.</summary>
/// <param name="Display">As it stands in the paper.</param>
/// <param name="Period">The quarter that it counts.</param>
/// <param name="Version">Of the measure; 0 for an official series.</param>
public sealed record UsedFigure(FigureSource From, string Title, string Display, string Unit, string Definition, string Source, string Period, int Version);
