using System.Text.Json.Serialization;

namespace Lapwing.Modules.Figures.Disclosure;

/// <summary>A protected release: its tables and figures as they may be shown, the proof, and what later releases have to respect.</summary>
public sealed class Disclosed
{
    private readonly Dictionary<string, DisclosedTable> _tables;
    private readonly Dictionary<string, DisclosedFigure> _figures;

    private Disclosed(DisclosurePolicy policy, IReadOnlyList<DisclosedTable> tables, IReadOnlyList<DisclosedFigure> figures, IReadOnlyList<DisclosureProof> proofs, ReleaseLedger? ledger)
    {
        (Policy, Tables, Figures, Proofs, Ledger) = (policy, tables, figures, proofs, ledger);
        _tables = tables.ToDictionary(t => t.Code, StringComparer.Ordinal);
        _figures = figures.ToDictionary(f => f.Code, StringComparer.Ordinal);
    }

    public DisclosurePolicy Policy { get; }
    public IReadOnlyList<DisclosedTable> Tables { get; }
    public IReadOnlyList<DisclosedFigure> Figures { get; }

    /// <summary>One entry per protected number and kind of reader.</summary>
    public IReadOnlyList<DisclosureProof> Proofs { get; }

    /// <summary>To be stored with the snapshot and given to every later release; it holds true counts. Null when read back from a frozen release.</summary>
    [JsonIgnore]
    public ReleaseLedger? Ledger { get; }

    public DisclosedTable Table(string code) => _tables.TryGetValue(code, out var table) ? table : throw new KeyNotFoundException($"The release has no table '{code}'.");

    public DisclosedFigure Figure(string code) => _figures.TryGetValue(code, out var figure) ? figure : throw new KeyNotFoundException($"The release has no figure '{code}'.");

    internal static Disclosed Make(DisclosureControl maker, DisclosurePolicy policy, IReadOnlyList<DisclosedTable> tables, IReadOnlyList<DisclosedFigure> figures, IReadOnlyList<DisclosureProof> proofs, ReleaseLedger? ledger)
    {
        ArgumentNullException.ThrowIfNull(maker);
        return new Disclosed(policy, tables, figures, proofs, ledger);
    }
}
