using System.Text.Json.Serialization;

namespace Lapwing.Modules.Directory;

/// <summary>The kinds of help that a local partnership routes to: each service belongs to one, and referrals are counted by it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Pathway>))]
public enum Pathway
{
    /// <summary>Triage for everybody: the single front door (in Barking and Dagenham, Support 2 Safety).</summary>
    FrontDoor,

    /// <summary>An independent domestic violence adviser (IDVA), for adults at high risk.</summary>
    IndependentAdvocacy,

    /// <summary>Outreach and casework at standard and medium risk.</summary>
    Outreach,

    /// <summary>One place with advice, drop-in and a navigator for adult survivors (Barnet's victim hub).</summary>
    VictimHub,

    /// <summary>Children's social care through the multi-agency safeguarding hub (MASH).</summary>
    ChildrensSafeguarding,

    /// <summary>Information, advice and guidance for children and young people (Phoenix, first tier).</summary>
    ChildInformation,

    /// <summary>Wellbeing support for children and young people (Phoenix, second tier).</summary>
    ChildWellbeing,

    /// <summary>Therapy for school-age children (Phoenix, third tier).</summary>
    ChildTherapy,

    /// <summary>Group work for children and their mothers (CODA).</summary>
    ChildGroup,

    /// <summary>Intensive case management of people causing serious harm (Drive).</summary>
    PerpetratorCaseManagement,

    /// <summary>Behaviour change for people causing harm.</summary>
    PerpetratorBehaviourChange,

    /// <summary>Housing and homelessness, sanctuary and safe accommodation.</summary>
    Housing,

    /// <summary>Reducing parental conflict, below the threshold of abuse; abuse is screened out first.</summary>
    ParentalConflict,

    /// <summary>Mental health, drugs and alcohol, general practice.</summary>
    Health,

    /// <summary>Anything else, described by the service itself.</summary>
    Other,
}

/// <summary>How the words are printed.</summary>
public static class PathwayWords
{
    /// <summary>The words on the page.</summary>
    public static string Title(this Pathway pathway) => pathway switch
    {
        Pathway.FrontDoor => "Front door",
        Pathway.IndependentAdvocacy => "Independent advocacy (IDVA)",
        Pathway.Outreach => "Outreach",
        Pathway.VictimHub => "Victim hub",
        Pathway.ChildrensSafeguarding => "Children's safeguarding",
        Pathway.ChildInformation => "Children: information and advice",
        Pathway.ChildWellbeing => "Children: wellbeing",
        Pathway.ChildTherapy => "Children: therapeutic",
        Pathway.ChildGroup => "Children: group work",
        Pathway.PerpetratorCaseManagement => "Case management of people causing harm",
        Pathway.PerpetratorBehaviourChange => "Behaviour change for people causing harm",
        Pathway.Housing => "Housing",
        Pathway.ParentalConflict => "Reducing parental conflict",
        Pathway.Health => "Health",
        Pathway.Other => "Other",
        _ => throw new ArgumentOutOfRangeException(nameof(pathway), pathway, null),
    };
}
