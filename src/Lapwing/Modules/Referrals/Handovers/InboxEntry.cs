using System.Security.Cryptography;
using System.Text;
using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>The inbox: what came from partners and what was made of it, with the receipt that stands. It holds numbers and codes, never what a letter says.
/// What a partner truly said has an id that follows from the letter, so that the database itself takes it once; what was refused at the door has an id of its own,
/// so that a forged letter cannot take the place of the true one.</summary>
public sealed class InboxEntry
{
    private InboxEntry() { }

    public const int ReasonLimit = 60;

    public Id<InboxEntry> Id { get; private set; }
    public DateTime At { get; private set; }

    /// <summary>Who it truly came from; nobody where that is not known.</summary>
    public Id<Partner>? Partner { get; private set; }

    /// <summary>Who it claimed to come from.</summary>
    public string From { get; private set; } = "";
    public Guid? Package { get; private set; }
    public LetterKind? Kind { get; private set; }
    public int? Number { get; private set; }
    public bool Taken { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Of the letter; empty where a recall came first and the letter itself was never seen.</summary>
    public byte[] Digest { get; private set; } = [];
    public string? Receipt { get; private set; }
    public byte[]? Signature { get; private set; }
    public int Version { get; private set; }

    /// <summary>By the partner's number, which stays when its keys change: what had arrived before does not arrive again.</summary>
    internal static Id<InboxEntry> IdOf(Partner partner, Guid package, LetterKind kind, int number) =>
        new(new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{partner.Number}|{package:N}|{kind}|{number}"))).AsSpan(0, 16)));

    /// <summary>What was made of a letter of this partner, for good.</summary>
    internal static InboxEntry Keep(Act act, Partner partner, Letter letter, HandoverReceipt receipt, byte[]? signature) => new()
    {
        Id = IdOf(partner, letter.Package, letter.Kind, letter.Number), At = act.At, Partner = partner.Id, From = partner.Address, Package = letter.Package, Kind = letter.Kind, Number = letter.Number,
        Taken = receipt.Taken, Reason = receipt.Reason, Digest = letter.Digest(), Receipt = receipt.ToJson(), Signature = signature,
    };

    /// <summary>A recall came before its package: it takes the package's place, so that the package cannot arrive any more, not even at the same moment.</summary>
    internal static InboxEntry KeepOut(Act act, Partner partner, Letter recall) => new()
    {
        Id = IdOf(partner, recall.Package, LetterKind.Package, 0), At = act.At, Partner = partner.Id, From = partner.Address, Package = recall.Package, Kind = LetterKind.Package, Number = 0,
        Reason = HandoverProblem.Recalled,
    };

    /// <summary>Something that is no true letter of a partner, or the same letter again.</summary>
    internal static InboxEntry Note(Act act, string from, Guid? package, LetterKind? kind, int? number, string reason, Id<Partner>? partner = null) => new()
    {
        Id = Id<InboxEntry>.New(), At = act.At, Partner = partner, From = from, Package = package, Kind = kind, Number = number, Reason = reason,
    };
}

internal sealed class InboxEntryMapping : IEntityTypeConfiguration<InboxEntry>
{
    public void Configure(EntityTypeBuilder<InboxEntry> entry)
    {
        entry.Property(e => e.From).HasMaxLength(Partner.AddressLimit);
        entry.Property(e => e.Reason).HasMaxLength(InboxEntry.ReasonLimit);
        entry.HasIndex(e => e.At);
    }
}
