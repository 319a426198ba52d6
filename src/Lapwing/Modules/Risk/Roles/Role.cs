namespace Lapwing.Modules.Risk.Roles;

/// <summary>What is known of one person's part towards another. It is always worked out from what was said and assessed; no person carries a role.</summary>
public enum Role { NotSaid, SaidToBeHarmed, SaidToCauseHarm, Unresolved, PrimaryVictim, PrimaryPerpetrator }

/// <summary>Where an assertion stands. <c>Assessed</c>: a decision that holds says the same.</summary>
public enum RoleStatus { Alleged, Assessed, Withdrawn }

/// <summary>Who said it.</summary>
public enum RoleSource { ThePersonHarmed, TheOtherParty, Police, Court, ChildOrFamily, AnotherAgency, OurOwnWorker }

/// <summary>What a decision says about the person for whom the file was opened and the other.</summary>
public enum PrimaryOutcome
{
    /// <summary>The person of this file is the primary victim; the other is the primary aggressor.</summary>
    SubjectHarmed = 1,

    /// <summary>The person of this file is the primary aggressor; the other is the primary victim.</summary>
    SubjectHarms = 2,
}

/// <summary>How the words are printed: the only place that calls somebody a perpetrator, and only when a decision that holds says so.</summary>
public static class RoleWords
{
    public static string Title(this Role role) => role switch
    {
        Role.NotSaid => "Nothing is said",
        Role.SaidToBeHarmed => "Said to be harmed (not assessed)",
        Role.SaidToCauseHarm => "Said to cause harm (not assessed)",
        Role.Unresolved => "Unresolved: each is said to harm the other",
        Role.PrimaryVictim => "Primary victim (assessed)",
        Role.PrimaryPerpetrator => "Primary perpetrator (assessed)",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Title(this RoleStatus status) => status switch
    {
        RoleStatus.Alleged => "Alleged",
        RoleStatus.Assessed => "Assessed",
        RoleStatus.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Title(this RoleSource source) => source switch
    {
        RoleSource.ThePersonHarmed => "The person who says they are harmed",
        RoleSource.TheOtherParty => "The other party",
        RoleSource.Police => "Police",
        RoleSource.Court => "A court",
        RoleSource.ChildOrFamily => "A child or family member",
        RoleSource.AnotherAgency => "Another agency",
        RoleSource.OurOwnWorker => "One of our workers",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
