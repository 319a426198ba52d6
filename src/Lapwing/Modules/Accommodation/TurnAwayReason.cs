using System.ComponentModel.DataAnnotations;

namespace Lapwing.Modules.Accommodation;

/// <summary>Why a household could not be accommodated, as the statutory return asks (support in domestic abuse safe accommodation, "unable to be supported").
/// Coded facts carry the position from 1; never reorder, only add.</summary>
public enum TurnAwayReason
{
    [Display(Name = "No space was left")]
    NoCapacity,
    [Display(Name = "No recourse to public funds")]
    NoRecourse,
    [Display(Name = "Size of the household, or its children")]
    HouseholdOrChildren,
    [Display(Name = "Pets")]
    Pets,
    [Display(Name = "Disability or access needs")]
    AccessOrDisability,
    [Display(Name = "Mental health or substance needs")]
    MentalHealthOrSubstances,
    [Display(Name = "The area is not safe for the household")]
    AreaNotSafe,
    [Display(Name = "Another reason")]
    Other,
}
