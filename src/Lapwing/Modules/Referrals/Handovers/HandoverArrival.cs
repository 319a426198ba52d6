using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Referrals.Handovers;

/// <summary>That a file came by handover: from whom, for what, until when, and what was told back. The receiver's side. One package makes one referral,
/// however often and by however many workers it is delivered.</summary>
public sealed class HandoverArrival : ICaseRecord
{
    private HandoverArrival() { }

    public Id<HandoverArrival> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<Referral> Referral { get; private set; }
    public Id<Partner> Partner { get; private set; }
    public Guid Package { get; private set; }
    public HandoverPurpose Purpose { get; private set; }

    /// <summary>The package as it came, under this file's key.</summary>
    public Protected Content { get; private set; } = null!;
    public DateTime At { get; private set; }
    public DateTime Until { get; private set; }

    /// <summary>What was told last, and how many times something was told.</summary>
    public HandoverStatus? Told { get; private set; }
    public int Number { get; private set; }
    public HandoverStatus? Outcome { get; private set; }
    public DateTime? OutcomeAt { get; private set; }
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    internal static HandoverArrival Take(Act act, FileKey key, Partner partner, HandoverPackage package, Referral referral)
    {
        var arrival = new HandoverArrival
        {
            Id = Id<HandoverArrival>.New(), CaseFile = key.File, Referral = referral.Id, Partner = partner.Id, Package = package.Id, Purpose = package.Purpose,
            Content = key.Seal(package.ToJson()), At = act.At, Until = package.Until, FactCodes = HandoverFacts.Codes(package, partner).Packed, PersonToken = referral.PersonToken,
        };
        act.Record(HandoverFacts.Of(FactKind.HandoverReceived, act, act.At, arrival.Id.Value, arrival.PersonToken, arrival.CaseFile, new(arrival.FactCodes)));
        return arrival;
    }

    /// <summary>Counts what is told to the sender. Said again it is nothing new.</summary>
    /// <returns>The number of what is told; null when there is nothing to tell.</returns>
    internal int? Tell(Act act, HandoverStatus status)
    {
        if (Told == status)
            return null;
        (Told, Number) = (status, Number + 1);
        if (status.Outcome() is { } outcome && outcome != Outcome)
        {
            HandoverFacts.ComeOut(FactKind.HandoverDecided, act, Outcome, OutcomeAt, outcome, act.At, Id.Value, PersonToken, CaseFile, new(FactCodes));
            (Outcome, OutcomeAt) = (outcome, act.At);
        }
        return Number;
    }
}

internal sealed class HandoverArrivalMapping : IEntityTypeConfiguration<HandoverArrival>
{
    public void Configure(EntityTypeBuilder<HandoverArrival> arrival)
    {
        arrival.HasIndex(a => new { a.Partner, a.Package }).IsUnique();
        arrival.HasIndex(a => a.CaseFile).IsUnique();
    }
}
