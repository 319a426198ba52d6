using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>The wrapped data key of one file, a row of its own. It is a case record: whoever may not see the file
/// never gets its key, and destroying this row makes the file's text unreadable.</summary>
public sealed class StoredKey : ICaseRecord
{
    private StoredKey() { }

    public Id<CaseFile> CaseFile { get; private set; }
    public byte[] Wrapped { get; private set; } = [];

    internal static StoredKey For(Id<CaseFile> file, byte[] wrapped) => new() { CaseFile = file, Wrapped = wrapped };
}

/// <summary>The opened key of one file: the only thing that turns text into <see cref="Protected"/> values and back.
/// Whoever holds it has passed need-to-know for that file.</summary>
public sealed class FileKey
{
    private readonly DataKey key;

    private FileKey(Id<CaseFile> file, DataKey key) => (File, this.key) = (file, key);

    public Id<CaseFile> File { get; }

    internal static (FileKey, StoredKey) Create(PartnershipKeys keys, Id<CaseFile> file)
    {
        var key = DataKey.Create(file.Value);
        return (new(file, key), StoredKey.For(file, key.Wrap(keys)));
    }

    internal static FileKey Open(PartnershipKeys keys, StoredKey stored) =>
        new(stored.CaseFile, DataKey.Unwrap(keys, stored.CaseFile.Value, stored.Wrapped));

    public Protected Seal(string plain) => key.Seal(plain);

    /// <summary>Nothing typed stays nothing.</summary>
    public Protected? SealIfAny(string? plain) => string.IsNullOrWhiteSpace(plain) ? null : key.Seal(plain.Trim());

    public string Reveal(Protected value) => key.Reveal(value);

    public string? RevealIfAny(Protected? value) => value is null ? null : key.Reveal(value);
}
