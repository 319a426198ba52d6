using System.Globalization;
using System.Text;

namespace Lapwing.Access;

/// <summary>What a verification found. Plain data: it is printed as text and as JSON.</summary>
public sealed record AuditVerdict
{
    /// <summary>The first fault of each lane, in order of lanes, then those of the checkpoints.</summary>
    public required IReadOnlyList<AuditFault> Faults { get; init; }

    /// <summary>Rows changed by hand; the list is cut at <see cref="AuditVerifier.RowsListed"/>.</summary>
    public required IReadOnlyList<RowFault> Rows { get; init; }

    /// <summary>All rows changed by hand, listed or not.</summary>
    public required long RowFaults { get; init; }

    public required long EntriesRead { get; init; }
    public required long RowsRead { get; init; }
    public required long CheckpointsRead { get; init; }

    /// <summary>Entries that are newer than the last witnessed checkpoint: if they were cut off now, nothing here would show it.</summary>
    public required long Unwitnessed { get; init; }

    /// <summary>What was not checked, or could not be.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Sound => Faults.Count == 0 && RowFaults == 0;

    /// <summary>The first bad entry.</summary>
    public AuditFault? First => Faults.Count == 0 ? null : Faults[0];

    /// <summary>For people, one finding to a line.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append(Sound ? "The audit trail is sound: " : "The audit trail has been tampered with: ").Append(CultureInfo.InvariantCulture,
                $"{EntriesRead} entries, {CheckpointsRead} witnessed checkpoints and {RowsRead} rows were checked.\n");
            foreach (var fault in Faults)
                text.Append(fault.Text).Append('\n');
            foreach (var row in Rows)
                text.Append(row.Text).Append('\n');
            if (RowFaults > Rows.Count)
                text.Append(CultureInfo.InvariantCulture, $"{RowFaults - Rows.Count} more rows are not listed.\n");
            foreach (var caution in Cautions)
                text.Append("Note: ").Append(caution).Append('\n');
            return text.ToString();
        }
    }
}
