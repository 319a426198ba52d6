namespace Lapwing.Access;

/// <summary>The nine jobs of the permission model. A person may hold several, but not
/// <see cref="Administrator"/> with any other, nor <see cref="Guardian"/> with case work.</summary>
[Flags]
public enum Job
{
    None = 0,
    FrontDoor = 1,
    CaseWorker = 2,
    TeamManager = 4,
    MaracCoordinator = 8,
    PartnerRepresentative = 16,
    ProgrammeLead = 32,
    Analyst = 64,
    Guardian = 128,
    Administrator = 256,
}

public static class Jobs
{
    /// <summary>The jobs that open cases: nobody is given one on one person's word.</summary>
    public const Job CaseWork = Job.FrontDoor | Job.CaseWorker | Job.TeamManager | Job.MaracCoordinator | Job.PartnerRepresentative;

    /// <summary>Why this set of jobs may not be held by one person, or null when it may.</summary>
    public static string? WhyNotTogether(Job jobs) =>
        jobs == Job.None ? "Choose at least one job"
        : jobs.HasFlag(Job.Administrator) && jobs != Job.Administrator ? "An administrator cannot hold another job"
        : jobs.HasFlag(Job.Guardian) && (jobs & CaseWork) != 0 ? "A guardian cannot also do case work"
        : null;

    /// <summary>Whoever can open a case, see the audit trail or give access signs in with a second step.</summary>
    public static bool NeedSecondStep(Job jobs) => (jobs & (CaseWork | Job.Guardian | Job.Administrator)) != 0;

    public static string Title(Job job) => job switch
    {
        Job.FrontDoor => "Front door",
        Job.CaseWorker => "Case worker",
        Job.TeamManager => "Team manager",
        Job.MaracCoordinator => "MARAC coordinator",
        Job.PartnerRepresentative => "Partner representative",
        Job.ProgrammeLead => "Programme lead",
        Job.Analyst => "Analyst",
        Job.Guardian => "Guardian",
        Job.Administrator => "Administrator",
        _ => "No job",
    };

    public static IEnumerable<Job> Each(Job jobs) =>
        Enum.GetValues<Job>().Where(job => job != Job.None && jobs.HasFlag(job));
}
