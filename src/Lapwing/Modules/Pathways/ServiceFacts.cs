using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Pathways;

/// <summary>What the routing table needs to know of a service today.</summary>
/// <param name="Service">Which service.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Eligibility">Whom it is for.</param>
/// <param name="FreePlaces">Its capacity less its open episodes, counted now; null where it states no capacity.</param>
/// <param name="Waiting">How many wait for a place.</param>
public sealed record ServiceFacts(Id<Service> Service, string Name, ServiceStage Stage, ServiceEligibility Eligibility, int? FreePlaces = null, int Waiting = 0);
