namespace Lapwing.Modules.People;

/// <summary>How far something that is said about somebody has been looked into. What a person is to another is always an assertion (permission model, case 7):
/// nobody is called anything because a form had a box for it.</summary>
public enum AssertionStatus { Alleged, Assessed, Withdrawn }

/// <summary>Who says so.</summary>
public enum AssertionSource { ThePerson, ThePersonsFamily, Police, ChildrensSocialCare, AdultSocialCare, Health, School, Housing, Court, OtherProfessional, OurWorker }

public static class AssertionWords
{
    public static string Title(this AssertionStatus status) => status switch
    {
        AssertionStatus.Alleged => "Said, not assessed",
        AssertionStatus.Assessed => "Assessed",
        AssertionStatus.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Title(this AssertionSource source) => source switch
    {
        AssertionSource.ThePerson => "The person themselves",
        AssertionSource.ThePersonsFamily => "Somebody of the family, or a friend",
        AssertionSource.Police => "Police",
        AssertionSource.ChildrensSocialCare => "Children's social care",
        AssertionSource.AdultSocialCare => "Adult social care",
        AssertionSource.Health => "Health service",
        AssertionSource.School => "School or nursery",
        AssertionSource.Housing => "Housing",
        AssertionSource.Court => "A court, or a court's document",
        AssertionSource.OtherProfessional => "Another professional",
        AssertionSource.OurWorker => "A worker, from what they saw",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };
}
