using System.ComponentModel.DataAnnotations;

namespace Lapwing.Modules.Accommodation;

/// <summary>The descriptions of relevant accommodation in the law (SI 2021/991, reg. 2(4)). A sanctuary scheme (reg. 2(3)) is no place that one moves to:
/// it has its own records. Coded facts carry the number; never renumber, only add.</summary>
public enum UnitType
{
    Refuge = 1,
    [Display(Name = "Specialist safe accommodation")]
    Specialist = 2,
    [Display(Name = "Dispersed accommodation")]
    Dispersed = 3,
    [Display(Name = "Second stage accommodation")]
    SecondStage = 4,
    [Display(Name = "Other designated emergency accommodation")]
    OtherEmergency = 5,
}

/// <summary>Who runs a unit, as far as the law asks.</summary>
public enum ProviderStanding
{
    [Display(Name = "A local housing authority")]
    LocalHousingAuthority,
    [Display(Name = "A private registered provider of social housing")]
    PrivateRegisteredProvider,
    [Display(Name = "A registered charity whose objects include support to victims of domestic abuse")]
    DomesticAbuseCharity,
    [Display(Name = "Anybody else, such as a hotel or a private landlord")]
    Other,
}

/// <summary>What kind of premises the unit is.</summary>
public enum Premises
{
    [Display(Name = "Separate and self-contained")]
    SelfContained,
    [Display(Name = "A room, with a toilet, washing or cooking shared, in a building owned or managed by a housing authority, a non-profit registered provider or a voluntary organisation")]
    SharedInOwnBuilding,
    [Display(Name = "A room, with a toilet, washing or cooking shared, in anybody else's building")]
    SharedElsewhere,
    [Display(Name = "A bed and breakfast or a hotel")]
    BedAndBreakfast,
}

/// <summary>For whom a unit is.</summary>
public enum UnitFor
{
    [Display(Name = "Women, with or without children")]
    Women,
    [Display(Name = "Men, with or without children")]
    Men,
    [Display(Name = "Anybody")]
    Anybody,
}

/// <summary>The people whom a specialist unit is for.</summary>
public enum Specialism
{
    None,
    [Display(Name = "Black and minoritised women")]
    BlackAndMinoritised,
    [Display(Name = "LGBT+ people")]
    Lgbt,
    [Display(Name = "Disabled people")]
    Disabled,
    [Display(Name = "People with mental health or substance needs")]
    ComplexNeeds,
    [Display(Name = "Young people")]
    YoungPeople,
    [Display(Name = "Older people")]
    OlderPeople,
}

/// <summary>What a household needs of a building, and what a unit has.</summary>
[Flags]
public enum AccessNeeds
{
    None = 0,
    [Display(Name = "Step-free way in")]
    StepFree = 1,
    [Display(Name = "Wheelchair space in all rooms")]
    Wheelchair = 2,
    [Display(Name = "Adapted bathroom")]
    AdaptedBathroom = 4,
    [Display(Name = "Visual alarm")]
    VisualAlarm = 8,
    [Display(Name = "Room for a carer")]
    CarersRoom = 16,
}

[Flags]
public enum PetKinds
{
    None = 0,
    [Display(Name = "Small animals")]
    Small = 1,
    Cat = 2,
    Dog = 4,
    [Display(Name = "Assistance dog")]
    AssistanceDog = 8,
}

/// <summary>Needs of support that not every unit can meet.</summary>
[Flags]
public enum SupportNeeds
{
    None = 0,
    [Display(Name = "Mental health")]
    MentalHealth = 1,
    [Display(Name = "Alcohol")]
    Alcohol = 2,
    [Display(Name = "Drugs")]
    Drugs = 4,
    [Display(Name = "Help with personal care")]
    PersonalCare = 8,
}
