using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Pathways;

/// <summary>Everything that the rules say about a referral.</summary>
/// <param name="Routes">What must be done whichever service is chosen.</param>
/// <param name="MayGoToMarac">False under 16, whatever the risk, and for a child whose age is not known.</param>
/// <param name="Services">Every service: required ones first, then the other offers, the front door after them, and last those that are ruled out.</param>
public sealed record PathwayDecision(IReadOnlyList<RequiredRoute> Routes, bool MayGoToMarac, IReadOnlyList<ServiceDecision> Services)
{
    /// <summary>The offers in order.</summary>
    public IEnumerable<ServiceDecision> Offers => Services.Where(s => s.IsOffered);

    /// <summary>The services that are ruled out.</summary>
    public IEnumerable<ServiceDecision> RuledOut => Services.Where(s => !s.IsOffered);

    /// <summary>Whether choosing this service differs from what the rules say, so that the worker must say why: it is ruled out, or another one is required.</summary>
    public bool Differs(Id<Service> chosen) =>
        Services.Single(s => s.Service.Service == chosen) is var choice && (!choice.IsOffered || (!choice.IsRequired && Offers.Any(o => o.IsRequired)));
}
