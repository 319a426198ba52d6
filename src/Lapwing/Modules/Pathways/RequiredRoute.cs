using Lapwing.Modules.Directory;

namespace Lapwing.Modules.Pathways;

/// <summary>A route that must be taken beside or before the choice of a service.</summary>
/// <param name="Code">The code of the rule.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Pathway">The pathway that it asks for; null where it asks for something that is no service, such as MARAC.</param>
/// <param name="CanBeServed">Whether a service of that pathway is offered; true where no pathway is asked for.</param>
public sealed record RequiredRoute(string Code, string Reason, Pathway? Pathway, bool CanBeServed);
