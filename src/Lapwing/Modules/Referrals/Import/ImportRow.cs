namespace Lapwing.Modules.Referrals.Import;

/// <summary>One row of a file as it was read: where it stands, its cells as text, and why it cannot be read at all.</summary>
/// <param name="Line">The line on which the row begins, counted from 1 as an editor or a spreadsheet does.</param>
/// <param name="Fault">A sentence when the row itself is broken.</param>
internal sealed record ImportRow(int Line, string[] Cells, string? Fault = null)
{
    /// <summary>Never the cells: they are about people.</summary>
    public override string ToString() => $"(line {Line})";
}

/// <summary>Why a row was not taken, for a person who can put it right.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The column's heading; empty when the whole row is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">Plain sentences, all that is wrong with the row.</param>
internal sealed record Rejection(int Line, string Column, string Value, string Reason)
{
    /// <summary>Never the value.</summary>
    public override string ToString() => $"(line {Line}: {Column})";
}

/// <summary>A source of rows: the headings, then the rows one after the other.</summary>
internal interface IRowSource : IDisposable
{
    IReadOnlyList<string> Headings { get; }

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    double Progress { get; }

    IEnumerable<ImportRow> Rows();
}
