namespace Lapwing.Modules.People;

/// <summary>What somebody is to one case file, and only to it: whoever is said to cause harm here may be the victim in a file of their own.</summary>
public enum RoleInFile
{
    /// <summary>The file is theirs. Nobody is put into this place by hand.</summary>
    Subject,
    Child,
    SaidToCauseHarm,
    Relative,
    Friend,
    Professional,
    SomebodyElse,
}

public static class RolesInFile
{
    /// <summary>What a form offers.</summary>
    public static IReadOnlyList<RoleInFile> Offered { get; } =
        [RoleInFile.Child, RoleInFile.SaidToCauseHarm, RoleInFile.Relative, RoleInFile.Friend, RoleInFile.Professional, RoleInFile.SomebodyElse];

    public static string Title(this RoleInFile role) => role switch
    {
        RoleInFile.Subject => "This file is theirs",
        RoleInFile.Child => "Child",
        RoleInFile.SaidToCauseHarm => "Said to cause harm",
        RoleInFile.Relative => "Relative",
        RoleInFile.Friend => "Friend or neighbour",
        RoleInFile.Professional => "Professional, here as a private person",
        RoleInFile.SomebodyElse => "Somebody else",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The role with how far it has been looked into. The word "perpetrator" is no word for a person.</summary>
    public static string Title(this RoleInFile role, AssertionStatus? status) => (role, status) switch
    {
        (RoleInFile.SaidToCauseHarm, AssertionStatus.Assessed) => "Assessed as causing harm",
        (RoleInFile.SaidToCauseHarm, AssertionStatus.Withdrawn) => "Was said to cause harm; this was withdrawn",
        (RoleInFile.SaidToCauseHarm, _) => "Said to cause harm (alleged)",
        _ => role.Title(),
    };
}
