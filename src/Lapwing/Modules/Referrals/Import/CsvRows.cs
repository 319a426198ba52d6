using System.Globalization;
using System.Text;
using CsvHelper;
using Lapwing.Access;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Rows of a text file with separators, read as a stream. The separator is found from the first lines.</summary>
internal sealed class CsvRows : IRowSource
{
    /// <summary>More than the longest referral in bytes: a row beyond it means that a quotation mark was never closed.</summary>
    private const int LongestRow = 1 << 20;

    private readonly Stream stream;
    private readonly CsvReader reader;
    private readonly long length;
    private readonly HashSet<long> broken = [];

    public CsvRows(Stream stream, Encoding encoding)
    {
        (this.stream, length) = (stream, Math.Max(stream.Length, 1));
        stream.Position = 0;
        reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            HasHeader = false, Encoding = encoding, TrackLineNumbers = true, MaxRecordSize = LongestRow, BufferSize = 1 << 17,
            OnMalformedRecord = record => broken.Add(record.LineNumber), IncludeValuesInExceptions = false,
        }, leaveOpen: true);
        Headings = Read() ? Cells() : [];
    }

    public IReadOnlyList<string> Headings { get; }

    public double Progress => Math.Min(1, (double)reader.ByteOffset / length);

    public IEnumerable<ImportRow> Rows()
    {
        while (Read())
            yield return new((int)reader.LineNumber, Cells(), broken.Remove(reader.LineNumber)
                ? "A quotation mark stands where none can stand. Put the whole cell in quotation marks, and double those inside." : null);
    }

    private string[] Cells()
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = reader.GetString(i);
        return cells;
    }

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException wrong)
        {
            throw new RuleBroken("broken-file", string.Create(CultureInfo.InvariantCulture,
                $"From line {wrong.LineNumber} on the file cannot be read: a quotation mark is opened and never closed, or the row is longer than a million characters."));
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }
}
