using Lapwing.Access;
using Lapwing.Modules.Risk;
using Lapwing.Time;

namespace Lapwing.Modules.SubjectAccess;

/// <summary>What becomes of a file when the person in it asks for their data.</summary>
public enum FileInAnswer
{
    /// <summary>Their own file: what they may have goes into the answer.</summary>
    Included,

    /// <summary>They are only named in somebody else's file: it is about that person.</summary>
    OnlyNamed,

    /// <summary>A file about harm to somebody, which others opened: that it exists would tell them who spoke.</summary>
    OpenedByOthers,

    /// <summary>Under 16: whether they understand the request is decided with them, outside this answer.</summary>
    Child,
}

/// <summary>What the law says of a person's request for their own data. Sources: UK GDPR articles 12(3) and 15; Data Protection Act 2018 Schedule 2
/// paragraph 16 (data about somebody else) and Schedule 3 paragraphs 5 and 11 (serious harm: health and social work data); Information Commissioner's
/// guidance on the right of access (time limits, and answers that neither confirm nor deny).</summary>
public static class SubjectAccessRules
{
    /// <summary>From this age a young person asks for themselves without anything further.</summary>
    public const int OwnRequestAge = DomesticAbuseAct.MinimumAge;

    /// <summary>The last day for the answer: the same day of the next month, or its last day, and on to the next working day.</summary>
    /// <param name="extended">Two further months for a complex request, told to the person within the first.</param>
    public static DateOnly DueOn(DateOnly receivedOn, bool extended)
    {
        var due = receivedOn.AddMonths(extended ? 3 : 1);
        while (!WorkingHours.OfficeHours.IsWorkingDay(due))
            due = due.AddDays(1);
        return due;
    }

    /// <summary>Whether a file that holds the person goes into the answer.</summary>
    /// <param name="isSubject">The file is this person's own.</param>
    /// <param name="cameThemselves">The person asked for help themselves, and so knows of the file.</param>
    public static FileInAnswer Of(Side side, bool isSubject, bool cameThemselves, int? age) =>
        !isSubject ? FileInAnswer.OnlyNamed
        : side == Side.PersonCausingHarm && !cameThemselves ? FileInAnswer.OpenedByOthers
        : age < OwnRequestAge || (side == Side.Child && age is null) ? FileInAnswer.Child
        : FileInAnswer.Included;

    public static string Title(this FileInAnswer answer) => answer switch
    {
        FileInAnswer.Included => "In the answer",
        FileInAnswer.OnlyNamed => "Left out: they are only named in somebody else's file",
        FileInAnswer.OpenedByOthers => "Left out: others opened it, and to know of it would tell who spoke",
        FileInAnswer.Child => "Left out: under 16, or of unknown age; decide with the child what they understand",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, null),
    };
}
