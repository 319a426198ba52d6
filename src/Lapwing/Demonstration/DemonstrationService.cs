using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>A service of a demonstration partnership.</summary>
/// <param name="Number">The short number by which coded facts name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Provider">Who provides it.</param>
/// <param name="Stage">Its stage in the quarter of the partnership's paper.</param>
/// <param name="Capacity">How many it can support at once; null where it states no number.</param>
/// <param name="Eligibility">Whom it is for.</param>
public sealed record DemonstrationService(
    int Number, string Name, string Summary, string Provider, ServiceStage Stage, int? Capacity, ServiceEligibility Eligibility);
