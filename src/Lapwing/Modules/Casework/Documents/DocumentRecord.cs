using System.Buffers.Binary;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Documents;

/// <summary>Who may see a document: everybody who works with the file, or only who is on the list of a seal.</summary>
public enum DocumentSeal { None, Health, LegalDisclosure }

/// <summary>What every document has: a title of its own, what it was checked to be, and the key of its content. Its content lies beside it in pieces.</summary>
public abstract class DocumentRecord : ICaseRecord
{
    private protected DocumentRecord() { }

    public const int TitleLimit = 200;

    public Id<DocumentRecord> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }

    /// <summary>Its title under seal; the name that the file had names people, and is not kept.</summary>
    public Protected Title { get; private set; } = null!;

    /// <summary>The kind that its content was found to be, such as <c>pdf</c>.</summary>
    public string Kind { get; private set; } = "";
    public long Length { get; private set; }

    /// <summary>The content's own key, wrapped, under the seal of the file: with the file's key it is gone too.</summary>
    public Protected Key { get; private set; } = null!;
    public Id<Member> By { get; private set; }
    public DateTime At { get; private set; }
    public int Version { get; private set; }

    /// <param name="content">The content in the clear, from its beginning; it is read once, a piece at a time.</param>
    internal static async Task<(DocumentRecord Document, IReadOnlyList<DocumentPart> Parts)> KeepAsync(
        Act act, PartnershipKeys keys, FileKey file, DocumentSeal seal, string title, string kind, Stream content, CancellationToken ct)
    {
        DocumentRecord document = seal switch { DocumentSeal.Health => HealthDocument.New(), DocumentSeal.LegalDisclosure => LegalDocument.New(), _ => Document.New() };
        var id = Id<DocumentRecord>.New();
        using var key = DataKey.Create(id.Value);
        (document.Id, document.CaseFile, document.Title, document.Kind, document.Length) = (id, file.File, file.Seal(title.Trim()), kind, content.Length);
        (document.Key, document.By, document.At) = (file.Seal(Convert.ToBase64String(key.Wrap(keys))), act.Who.Member, act.At);
        var (parts, piece, number) = (new List<DocumentPart>(), new byte[DocumentPart.Piece], 0);
        for (int read; (read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ct)) > 0; number++)
            parts.Add(DocumentPart.Of(document, key, number, piece.AsSpan(0, read)));
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(piece);
        return (document, parts);
    }

    /// <summary>The key of the content; whoever holds it has passed need-to-know for this document.</summary>
    internal DataKey Open(PartnershipKeys keys, FileKey file) => DataKey.Unwrap(keys, Id.Value, Convert.FromBase64String(file.Reveal(Key)));
}

/// <summary>A document that everybody sees who works with the file.</summary>
public sealed class Document : DocumentRecord
{
    private Document() { }

    internal static Document New() => new();
}

/// <summary>A document about health or therapy: only for whom the file's seal is open.</summary>
public sealed class HealthDocument : DocumentRecord, ISealedRecord
{
    private HealthDocument() { }

    public Seal Seal => Seal.Health;

    internal static HealthDocument New() => new();
}

/// <summary>A document from or for legal proceedings: only for whom the file's seal is open.</summary>
public sealed class LegalDocument : DocumentRecord, ISealedRecord
{
    private LegalDocument() { }

    public Seal Seal => Seal.LegalDisclosure;

    internal static LegalDocument New() => new();
}

/// <summary>A piece of a document's content under the document's key. It carries its number, so that pieces cannot change places.</summary>
public sealed class DocumentPart : ICaseRecord
{
    private DocumentPart() { }

    internal const int Piece = 256 * 1024;

    public Id<DocumentPart> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<DocumentRecord> Document { get; private set; }
    public int Number { get; private set; }
    public Protected Content { get; private set; } = null!;
    public int Version { get; private set; }

    internal static DocumentPart Of(DocumentRecord document, DataKey key, int number, ReadOnlySpan<byte> content)
    {
        var marked = new byte[4 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(marked, number);
        content.CopyTo(marked.AsSpan(4));
        var part = new DocumentPart { Id = Id<DocumentPart>.New(), CaseFile = document.CaseFile, Document = document.Id, Number = number, Content = key.SealBytes(marked) };
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(marked);
        return part;
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">Altered, or in another's place.</exception>
    internal byte[] Open(DataKey key)
    {
        var marked = key.RevealBytes(Content);
        return BinaryPrimitives.ReadInt32BigEndian(marked) == Number ? marked
            : throw new System.Security.Cryptography.CryptographicException("The pieces of the document are not in their order.");
    }
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<HealthDocument>, IEntityTypeConfiguration<LegalDocument>, IEntityTypeConfiguration<DocumentPart>
{
    public void Configure(EntityTypeBuilder<Document> document) => All(document);

    public void Configure(EntityTypeBuilder<HealthDocument> document) => All(document.Ignore(d => d.Seal));

    public void Configure(EntityTypeBuilder<LegalDocument> document) => All(document.Ignore(d => d.Seal));

    public void Configure(EntityTypeBuilder<DocumentPart> part) => part.HasIndex(p => new { p.Document, p.Number }).IsUnique();

    private static void All<T>(EntityTypeBuilder<T> document) where T : DocumentRecord
    {
        document.HasBaseType((Type?)null);
        document.HasKey(d => d.Id);
        document.Property(d => d.Kind).HasMaxLength(10);
        document.HasIndex(d => new { d.CaseFile, d.At });
    }
}
