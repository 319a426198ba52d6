using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

public enum PartnerState { Proposed, Confirmed, Refused, Ended }

/// <summary>Another partnership to which files may be handed over and from which they may come: of this installation, or of another one, which is then known by its keys.
/// One administrator proposes it and another confirms. Its keys never change: with new keys it is proposed anew, and what was there ends.</summary>
public sealed class Partner
{
    private Partner() { }

    public const int AddressLimit = 60, NameLimit = 200, UrlLimit = 300;

    /// <summary>Coded facts have eight bits for the partner.</summary>
    public const int LastNumber = 255;

    /// <summary>How long a proposal waits before it must be made again, as long as that of a job.</summary>
    public static readonly TimeSpan Patience = JobGrant.Patience;

    public Id<Partner> Id { get; private set; }

    /// <summary>Short number by which coded facts name the partner; the same partnership keeps it when its keys change.</summary>
    public int Number { get; private set; }

    /// <summary>Its address name, such as <c>drive-east-area</c>; of another installation, its name there.</summary>
    public string Address { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>Where its installation answers; nothing for a partnership of this one.</summary>
    public string? Url { get; private set; }

    /// <summary>The public key that its letters are signed with, and the one that letters to it are sealed to (SubjectPublicKeyInfo).</summary>
    public byte[]? SigningKey { get; private set; }
    public byte[]? SealingKey { get; private set; }

    /// <summary>SHA-256 of the public key of the certificate that it shows, as client and as server.</summary>
    public byte[]? CertificatePin { get; private set; }
    public PartnerState State { get; private set; }
    public Id<Member> ProposedBy { get; private set; }
    public DateTime ProposedAt { get; private set; }
    public Id<Member>? DecidedBy { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsHere => Url is null;

    public static Partner ProposeHere(Act act, int number, string address, string name) => new()
    {
        Id = Id<Partner>.New(), Number = number, Address = address, Name = name, State = PartnerState.Proposed, ProposedBy = act.Who.Member, ProposedAt = act.At,
    };

    internal static Partner ProposeElsewhere(Act act, int number, Between.PartnerCard card)
    {
        var partner = ProposeHere(act, number, card.Address, card.Name);
        (partner.Url, partner.SigningKey, partner.SealingKey, partner.CertificatePin) = (card.Url, card.SigningKey, card.SealingKey, card.CertificatePin);
        return partner;
    }

    /// <exception cref="RuleBroken">It is this person's own proposal, too old, or decided already.</exception>
    public void Confirm(Act act)
    {
        Decide(act);
        if (act.At >= ProposedAt + Patience)
            throw new RuleBroken("partner-old", "This proposal is more than 30 days old. Ask for it to be made again.");
        State = PartnerState.Confirmed;
    }

    public void Refuse(Act act)
    {
        Decide(act);
        State = PartnerState.Refused;
    }

    /// <summary>From now on nothing goes there and nothing of it is taken. Ending needs no second person: it only makes the house smaller.</summary>
    public void End(Act act)
    {
        if (State is not (PartnerState.Confirmed or PartnerState.Proposed))
            throw new RuleBroken("partner-over", "This has ended already.");
        (State, DecidedBy, DecidedAt) = (PartnerState.Ended, act.Who.Member, act.At);
    }

    private void Decide(Act act)
    {
        if (State != PartnerState.Proposed)
            throw new RuleBroken("partner-decided", "Somebody has already decided on this.");
        if (act.Who.Member == ProposedBy)
            throw new RuleBroken("two-people", "You proposed this, so another administrator must decide on it.");
        (DecidedBy, DecidedAt) = (act.Who.Member, act.At);
    }
}

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.Ignore(p => p.IsHere);
        partner.Property(p => p.Address).HasMaxLength(Partner.AddressLimit);
        partner.Property(p => p.Name).HasMaxLength(Partner.NameLimit);
        partner.Property(p => p.Url).HasMaxLength(Partner.UrlLimit);
        partner.HasIndex(p => new { p.State, p.Address });
    }
}
