using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Import;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file is here and waits to be checked.</summary>
    Uploaded,

    /// <summary>It was read to the end without storing anything; somebody decides now.</summary>
    Checked,

    /// <summary>Rows are being taken, batch after batch.</summary>
    Running,

    /// <summary>Every row was received, rejected or recognised.</summary>
    Done,

    /// <summary>The file or its mapping cannot be used; nothing was taken.</summary>
    Refused,
}

/// <summary>One file on its way in. It knows the last line that is stored for good, so that whatever stops it, it goes on exactly there.</summary>
public sealed class ImportRun
{
    private ImportRun() { }

    public const int MessageLimit = 2_000;

    public Id<ImportRun> Id { get; private set; }

    /// <summary>What the lines are counted in: the same for every run of the same file, whatever it is called.</summary>
    public Guid Source { get; private set; }

    /// <summary>SHA-256 of the file.</summary>
    public byte[] FileHash { get; private set; } = [];

    /// <summary>The file's name under seal: names of files name people.</summary>
    public Protected FileName { get; private set; } = null!;
    public long NameKey { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];
    public string MappingName { get; private set; } = "";
    public string MappingJson { get; private set; } = "";
    public Guid AskedBy { get; private set; }
    public DateTime AskedAt { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public ImportState State { get; private set; }
    public string Kind { get; private set; } = "";
    public int LastLine { get; private set; }
    public int Rows { get; private set; }
    public int Received { get; private set; }
    public int Rejected { get; private set; }
    public int Duplicate { get; private set; }
    public int Progress { get; private set; }

    /// <summary>Headings that nothing was taken from, or why the file was refused.</summary>
    public string Message { get; private set; } = "";
    public int Version { get; private set; }

    public bool AddsUp => Rows == Received + Rejected + Duplicate;

    /// <param name="source">The source of an earlier run of the same file; its own when there is none.</param>
    internal static ImportRun Begin(Act act, PartnershipKeys keys, long nameKey, string fileName, byte[] hash, string kind, ImportMap map, Guid? source)
    {
        var id = Id<ImportRun>.New();
        using var key = DataKey.Create(id.Value);
        return new()
        {
            Id = id, Source = source ?? id.Value, FileHash = hash, FileName = key.Seal(fileName), NameKey = nameKey, WrappedKey = key.Wrap(keys), Kind = kind,
            MappingName = map.Name.Length > 100 ? map.Name[..100] : map.Name, MappingJson = map.ToJson(), AskedBy = act.Who.Member.Value, AskedAt = act.At, State = ImportState.Uploaded,
        };
    }

    /// <summary>What the file turned out to be, once it is here.</summary>
    internal void Recognise(byte[] hash, string kind, long nameKey, Guid? source) => (FileHash, Kind, NameKey, Source) = (hash, kind, nameKey, source ?? Id.Value);

    internal DataKey Key(PartnershipKeys keys) => DataKey.Unwrap(keys, Id.Value, WrappedKey);

    internal ImportMap Map() => ImportMap.Parse(MappingJson);

    /// <summary>Takes the counts of a dry run, which a real run begins again from nothing.</summary>
    internal void Check(Act act, ImportCount count, string message) =>
        (State, Rows, Received, Rejected, Duplicate, Message, LastLine, Progress) = (ImportState.Checked, count.Rows, count.Received, count.Rejected, count.Duplicate, Cut(message), 0, 100);

    /// <summary>Begins, or begins again where it was stopped.</summary>
    internal void Start(Act act)
    {
        if (State is ImportState.Done or ImportState.Refused)
            throw new RuleBroken("import-over", "This import is over.");
        if (State != ImportState.Running)
            (State, Rows, Received, Rejected, Duplicate, LastLine, Progress) = (ImportState.Running, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>A batch up to this line is stored with this very save.</summary>
    internal void Advance(Act act, int line, ImportCount batch, double progress)
    {
        (LastLine, Progress) = (line, (int)(progress * 99));
        (Rows, Received, Rejected, Duplicate) = (Rows + batch.Rows, Received + batch.Received, Rejected + batch.Rejected, Duplicate + batch.Duplicate);
    }

    internal void Finish(Act act, string message) => (State, EndedAt, Message, Progress) = (ImportState.Done, act.At, Cut(message), 100);

    internal void Refuse(Act act, string why) => (State, EndedAt, Message) = (ImportState.Refused, act.At, Cut(why));

    internal ImportCount Count => new(Rows, Received, Rejected, Duplicate);

    private static string Cut(string message) => message.Length <= MessageLimit ? message : message[..(MessageLimit - 1)] + "…";
}

/// <summary>What became of rows. They add up: every row is exactly one of the three.</summary>
internal readonly record struct ImportCount(int Rows, int Received, int Rejected, int Duplicate)
{
    public static ImportCount operator +(ImportCount a, ImportCount b) =>
        new(a.Rows + b.Rows, a.Received + b.Received, a.Rejected + b.Rejected, a.Duplicate + b.Duplicate);
}

/// <summary>One line of one source that was taken, so that a second run knows it: content alone tells nothing, for two people may have written the same.</summary>
public sealed class ImportedLine
{
    private ImportedLine() { }

    public Guid Source { get; private set; }
    public int Line { get; private set; }

    /// <summary>A keyed hash of the row's cells.</summary>
    public long Content { get; private set; }

    internal static ImportedLine Of(Guid source, int line, long content) => new() { Source = source, Line = line, Content = content };
}

/// <summary>One rejected row: line, column, value and reason, sealed under the run's key.</summary>
public sealed class ImportReject
{
    private ImportReject() { }

    public Id<ImportRun> Run { get; private set; }
    public int Line { get; private set; }
    public Protected Rejection { get; private set; } = null!;

    internal static ImportReject Of(ImportRun run, DataKey key, Rejection rejection) =>
        new() { Run = run.Id, Line = rejection.Line, Rejection = key.Seal(JsonSerializer.Serialize(rejection)) };

    internal Rejection Open(DataKey key) => JsonSerializer.Deserialize<Rejection>(key.Reveal(Rejection))!;
}

/// <summary>A mapping that the partnership keeps for the next file of its kind.</summary>
public sealed class ImportMapping
{
    private ImportMapping() { }

    public const int NameLimit = 100, JsonLimit = 200_000;

    public Id<ImportMapping> Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Json { get; private set; } = "";
    public int Version { get; private set; }

    internal static ImportMapping Keep(Act act, string name, ImportMap map) => new() { Id = Id<ImportMapping>.New(), Name = name, Json = map.ToJson() };

    internal void Change(Act act, string name, ImportMap map) => (Name, Json) = (name, map.ToJson());
}

internal sealed class ImportEntityMapping : IEntityTypeConfiguration<ImportRun>, IEntityTypeConfiguration<ImportedLine>, IEntityTypeConfiguration<ImportReject>, IEntityTypeConfiguration<ImportMapping>
{
    public void Configure(EntityTypeBuilder<ImportRun> run)
    {
        run.Ignore(r => r.AddsUp).Ignore(r => r.Count);
        run.Property(r => r.MappingName).HasMaxLength(ImportMapping.NameLimit);
        run.Property(r => r.Message).HasMaxLength(ImportRun.MessageLimit);
        run.Property(r => r.Kind).HasMaxLength(40);
        run.HasIndex(r => r.FileHash);
        run.HasIndex(r => r.NameKey);
        run.HasIndex(r => r.AskedAt);
    }

    public void Configure(EntityTypeBuilder<ImportedLine> line) => line.HasKey(l => new { l.Source, l.Line, l.Content });

    public void Configure(EntityTypeBuilder<ImportReject> reject) => reject.HasKey(r => new { r.Run, r.Line });

    public void Configure(EntityTypeBuilder<ImportMapping> mapping)
    {
        mapping.Property(m => m.Name).HasMaxLength(ImportMapping.NameLimit);
        mapping.HasIndex(m => m.Name).IsUnique();
    }
}
