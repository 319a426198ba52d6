using Lapwing.Access;
using Lapwing.Modules.People;

namespace Lapwing.Tests.Modules.People.Family;

/// <summary>One file of a made-up family: whose it is, which team works in it, and whom it knows beside.</summary>
internal sealed record FileShape(Side Side, string Whose, string Team, params (string Name, RoleInFile Role, PersonallyConnected Connection)[] Others);

/// <summary>The shapes of families in which systems have shown one side to the other (threat case 6): shared children, several fathers, accusations both ways, care, adoption.</summary>
internal sealed record FamilyShape(string Name, params FileShape[] Files)
{
    private const RoleInFile Harm = RoleInFile.SaidToCauseHarm, Child = RoleInFile.Child, Relative = RoleInFile.Relative;
    private const PersonallyConnected Ex = PersonallyConnected.WereMarried, TheirChild = PersonallyConnected.HarmerIsChild, TheirParent = PersonallyConnected.HarmerIsParent;

    public static readonly FamilyShape[] All =
    [
        new("couple", new FileShape(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex))),
        new("shared child", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("cy", Child, TheirChild)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex), ("cy", Child, TheirChild)),
            new(Side.Child, "cy", "child", ("ada", Relative, TheirParent), ("bert", Harm, TheirParent))),
        new("two fathers", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("dan", Harm, Ex), ("cy", Child, TheirChild), ("di", Child, TheirChild)),
            new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex), ("cy", Child, TheirChild)), new(Side.PersonCausingHarm, "dan", "harm", ("ada", Relative, Ex), ("di", Child, TheirChild)),
            new(Side.Child, "cy", "child", ("ada", Relative, TheirParent), ("bert", Harm, TheirParent)), new(Side.Child, "di", "child", ("ada", Relative, TheirParent), ("dan", Harm, TheirParent))),
        new("accused both ways", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex)), new(Side.Survivor, "bert", "other survivor", ("ada", Harm, Ex)),
            new(Side.PersonCausingHarm, "ada", "other harm", ("bert", Relative, Ex)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex))),
        new("accused both ways with a child", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("cy", Child, TheirChild)), new(Side.Survivor, "bert", "other survivor", ("ada", Harm, Ex), ("cy", Child, TheirChild)),
            new(Side.PersonCausingHarm, "ada", "other harm", ("bert", Relative, Ex)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex)),
            new(Side.Child, "cy", "child", ("ada", Harm, TheirParent), ("bert", Harm, TheirParent))),
        new("child in care", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("cy", Child, TheirChild)), new(Side.PersonCausingHarm, "bert", "harm", ("cy", Child, TheirChild)),
            new(Side.Child, "cy", "child", ("foster carer", RoleInFile.SomebodyElse, PersonallyConnected.NotConnected), ("ada", Relative, TheirParent))),
        new("adopted child", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex)),
            new(Side.Child, "cy", "child", ("adopter", Relative, TheirParent), ("other adopter", Relative, TheirParent))),
        new("with a grandmother", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("gran", Relative, TheirParent), ("cy", Child, TheirChild)), new(Side.PersonCausingHarm, "bert", "harm", ("gran", Relative, PersonallyConnected.OtherRelatives)),
            new(Side.Child, "cy", "child", ("gran", Relative, PersonallyConnected.OtherRelatives), ("ada", Relative, TheirParent))),
        new("a child harms a parent", new(Side.Survivor, "ada", "survivor", ("bert", Harm, TheirChild)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, TheirParent))),
        new("three children", new(Side.Survivor, "ada", "survivor", ("bert", Harm, Ex), ("cy", Child, TheirChild), ("di", Child, TheirChild), ("ed", Child, TheirChild)), new(Side.PersonCausingHarm, "bert", "harm", ("ada", Relative, Ex)),
            new(Side.Child, "cy", "child", ("di", Relative, PersonallyConnected.Siblings)), new(Side.Child, "di", "child", ("cy", Relative, PersonallyConnected.Siblings)), new(Side.Child, "ed", "child", ("ada", Relative, TheirParent))),
        new("young people", new(Side.Child, "cy", "child", ("ty", Harm, PersonallyConnected.WereIntimatePartners)), new(Side.PersonCausingHarm, "ty", "harm", ("cy", Relative, PersonallyConnected.WereIntimatePartners)),
            new(Side.Survivor, "ada", "survivor", ("cy", Child, TheirChild))),
        new("two mothers", new(Side.Survivor, "ada", "survivor", ("bea", Harm, PersonallyConnected.WereCivilPartners), ("cy", Child, TheirChild)), new(Side.PersonCausingHarm, "bea", "harm", ("cy", Child, TheirChild)),
            new(Side.Child, "cy", "child", ("ada", Relative, TheirParent), ("bea", Harm, TheirParent), ("donor", RoleInFile.SomebodyElse, PersonallyConnected.NotConnected))),
    ];

    public override string ToString() => Name;
}
