using System.Text.Json;
using Lapwing.Data;

namespace Lapwing.Access;

/// <summary>How a member is connected to somebody. <c>Myself</c> holds what else identifies the member.</summary>
public enum Tie { Myself, Family, Partner, FormerPartner, Friend, Neighbour, Colleague, Other }

/// <summary>What a member says of somebody, or of themselves: enough to recognise them in a file, and no more.</summary>
public sealed record DeclaredWho(string? Name = null, DateOnly? BornOn = null, string? Telephone = null, string? Email = null);

/// <summary>Somebody whom a member knows, sealed under a key of its own: seen by the member and by the guardian only. It raises walls by itself.
/// Source: threat case 1, "declared relationships".</summary>
public sealed class DeclaredPerson
{
    private DeclaredPerson() { }

    /// <summary>More than anybody types.</summary>
    public const int MostOfOne = 100;

    public Id<DeclaredPerson> Id { get; private set; }
    public Id<Member> Member { get; private set; }
    public Tie Tie { get; private set; }
    public byte[] WrappedKey { get; private set; } = [];
    public Protected Content { get; private set; } = null!;
    public DateTime DeclaredAt { get; private set; }

    /// <summary>The member took it back. Walls that it raised stay until a guardian lifts them.</summary>
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsSelf => Tie == Tie.Myself;

    public static DeclaredPerson Declare(Act act, PartnershipKeys keys, Id<Member> member, Tie tie, DeclaredWho who)
    {
        var id = Id<DeclaredPerson>.New();
        var (wrapped, content) = OwnKey.Seal(keys, id.Value, JsonSerializer.Serialize(who));
        return new() { Id = id, Member = member, Tie = tie, WrappedKey = wrapped, Content = content, DeclaredAt = act.At };
    }

    public DeclaredWho Reveal(PartnershipKeys keys) => JsonSerializer.Deserialize<DeclaredWho>(OwnKey.Reveal(keys, Id.Value, WrappedKey, Content))!;

    public void Change(Act act, PartnershipKeys keys, DeclaredWho who)
    {
        (WrappedKey, Content) = OwnKey.Seal(keys, Id.Value, JsonSerializer.Serialize(who));
        DeclaredAt = act.At;
    }

    public void End(Act act) => EndedAt ??= act.At;
}

/// <summary>One keyed term by which a member, or somebody whom they know, is recognised in files. It says nothing without the partnership's key,
/// and can be made again from what was declared.</summary>
public sealed class ConflictTerm
{
    private ConflictTerm() { }

    public long Term { get; private set; }
    public Id<Member> Member { get; private set; }

    /// <summary>The member themselves, or the declared person.</summary>
    public Guid Subject { get; private set; }
    public LikenessKind Kind { get; private set; }
    public bool IsBirthKnown { get; private set; }

    public static ConflictTerm For(long term, Id<Member> member, Guid subject, LikenessKind kind, bool isBirthKnown) =>
        new() { Term = term, Member = member, Subject = subject, Kind = kind, IsBirthKnown = isBirthKnown };
}
