using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals;

/// <summary>What the rules said about one service for one referral when a decision was made, and what was decided:
/// kept so that the choice can be read later with the reasons of that day.</summary>
public sealed class Offer : ICaseRecord
{
    private Offer() { }

    public Id<Offer> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Referral> Referral { get; private set; }
    public Id<Service> Service { get; private set; }
    public bool WasOffered { get; private set; }

    /// <summary>Codes of the rules that decided, comma separated.</summary>
    public string Rules { get; private set; } = "";
    public bool IsChosen { get; private set; }

    /// <summary>Why a service was chosen that the rules ruled out.</summary>
    public Protected? WhyDifferent { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public int Version { get; private set; }

    public static Offer Record(Act act, FileKey key, Id<Referral> referral, Id<Service> service, bool wasOffered,
        string rules, bool isChosen, string? whyDifferent) => new()
    {
        Id = Id<Offer>.New(), CaseFile = key.File, Referral = referral, Service = service, WasOffered = wasOffered,
        Rules = rules, IsChosen = isChosen, WhyDifferent = key.SealIfAny(whyDifferent), At = act.At, By = act.Who.Member,
    };
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> offer)
    {
        offer.Property(o => o.Rules).HasMaxLength(400);
        offer.HasIndex(o => o.Referral);
    }
}
