using System.ComponentModel.DataAnnotations;
using Lapwing.Design;

namespace Lapwing.Modules.Accommodation;

/// <summary>As near as anybody outside is told where a unit is. The bands are the sub-regions of the London Plan 2011, so that each holds several boroughs.</summary>
public enum RegionBand
{
    [Display(Name = "Central London")]
    Central,
    [Display(Name = "East London")]
    East,
    [Display(Name = "North London")]
    North,
    [Display(Name = "South London")]
    South,
    [Display(Name = "West London")]
    West,
    [Display(Name = "Outside London")]
    OutsideLondon,
}

/// <summary>The London boroughs with their bands: for what must be kept away from a household, never for a list of units.</summary>
public static class LondonBoroughs
{
    public const string Outside = "outside";

    private static readonly (string Code, string Name, RegionBand Band)[] Table =
    [
        ("E09000002", "Barking and Dagenham", RegionBand.East), ("E09000003", "Barnet", RegionBand.North), ("E09000004", "Bexley", RegionBand.East),
        ("E09000005", "Brent", RegionBand.West), ("E09000006", "Bromley", RegionBand.South), ("E09000007", "Camden", RegionBand.Central),
        ("E09000001", "City of London", RegionBand.Central), ("E09000008", "Croydon", RegionBand.South), ("E09000009", "Ealing", RegionBand.West),
        ("E09000010", "Enfield", RegionBand.North), ("E09000011", "Greenwich", RegionBand.East), ("E09000012", "Hackney", RegionBand.East),
        ("E09000013", "Hammersmith and Fulham", RegionBand.West), ("E09000014", "Haringey", RegionBand.North), ("E09000015", "Harrow", RegionBand.West),
        ("E09000016", "Havering", RegionBand.East), ("E09000017", "Hillingdon", RegionBand.West), ("E09000018", "Hounslow", RegionBand.West),
        ("E09000019", "Islington", RegionBand.Central), ("E09000020", "Kensington and Chelsea", RegionBand.Central), ("E09000021", "Kingston upon Thames", RegionBand.South),
        ("E09000022", "Lambeth", RegionBand.Central), ("E09000023", "Lewisham", RegionBand.East), ("E09000024", "Merton", RegionBand.South),
        ("E09000025", "Newham", RegionBand.East), ("E09000026", "Redbridge", RegionBand.East), ("E09000027", "Richmond upon Thames", RegionBand.South),
        ("E09000028", "Southwark", RegionBand.Central), ("E09000029", "Sutton", RegionBand.South), ("E09000030", "Tower Hamlets", RegionBand.East),
        ("E09000031", "Waltham Forest", RegionBand.East), ("E09000032", "Wandsworth", RegionBand.South), ("E09000033", "Westminster", RegionBand.Central),
    ];

    public static IReadOnlyList<Option> Options { get; } = [.. Table.Select(b => new Option(b.Code, b.Name))];

    /// <summary>The band of a borough, or of what lies outside London; null for a code that is none.</summary>
    public static RegionBand? BandOf(string? code) =>
        code == Outside ? RegionBand.OutsideLondon : Array.Find(Table, b => b.Code == code) is { Code: not null } found ? found.Band : null;

    public static string NameOf(string code) => Array.Find(Table, b => b.Code == code).Name ?? "Outside London";

    public static bool IsKnown(string? code) => Array.Exists(Table, b => b.Code == code);
}
