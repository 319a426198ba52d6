using Lapwing.Access;
using Lapwing.Modules.Directory;

namespace Lapwing.Demonstration;

/// <summary>A demonstration partnership as data: who is in it and what it offers.</summary>
internal sealed record PlannedPartnership(
    string Address, string Name, PlannedArea[] Areas, PlannedAgency[] Agencies, PlannedTeam[] Teams,
    IReadOnlyList<DemonstrationService> Services, PlannedService[] GivenBy, PlannedMember[] Members);

/// <param name="CommandUnit">The Metropolitan Police's basic command unit.</param>
internal sealed record PlannedArea(string Name, string GssCode, string CommandUnit);

internal sealed record PlannedAgency(string Key, string Name, AgencyKind Kind);

/// <param name="Telephone">From the range that Ofcom keeps free for drama (020 7946 0…).</param>
internal sealed record PlannedTeam(string Key, string Agency, string Name, string Telephone, bool IsFrontDoor = false);

/// <param name="Service">Number of the service in <see cref="DemonstrationServices"/>.</param>
/// <param name="Provider">Key of the agency that provides it.</param>
/// <param name="Team">Key of the team that gives it.</param>
internal sealed record PlannedService(int Service, string Provider, string Team);

/// <param name="SignIn">The first part of the e-mail address; the rest is the partnership's.</param>
/// <param name="Name">An invented name: roles stand in for the real people of the papers.</param>
internal sealed record PlannedMember(string SignIn, string Name, Job Jobs, string Agency, params string[] Teams);
