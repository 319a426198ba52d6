using Lapwing.Modules.People;

namespace Lapwing.Demonstration;

/// <summary>A made-up family: who is harmed, who harms, how they are connected, and the children.</summary>
/// <param name="Survivor">The adult victim.</param>
/// <param name="PersonCausingHarm">The person causing harm.</param>
/// <param name="Connection">How the two are connected.</param>
/// <param name="LiveTogether">Whether the two live at one address.</param>
/// <param name="Children">The children in the survivor's household, oldest first.</param>
public sealed record SyntheticFamily(
    SyntheticPerson Survivor, SyntheticPerson PersonCausingHarm, PersonallyConnected Connection, bool LiveTogether, IReadOnlyList<SyntheticPerson> Children);
