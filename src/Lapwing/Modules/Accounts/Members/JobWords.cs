using Lapwing.Access;
using Lapwing.Design;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>The nine jobs as the pages print them.</summary>
public static class JobWords
{
    public static string Of(Job jobs) => jobs == Job.None ? "None yet" : string.Join(", ", Access.Jobs.Each(jobs).Select(Access.Jobs.Title));

    public static Job Together(IEnumerable<Job> jobs) => jobs.Aggregate(Job.None, (all, job) => all | job);

    public static IReadOnlyList<Option> Options { get; } = [.. Access.Jobs.Each((Job)511).Select(job => new Option(job.ToString(), Access.Jobs.Title(job), Hint(job)))];

    private static string Hint(Job job) => job switch
    {
        Job.FrontDoor => "Takes referrals and triages them",
        Job.CaseWorker => "Supports people, on the side that is chosen for each case",
        Job.TeamManager => "Allocates and reviews the team's cases",
        Job.MaracCoordinator => "Prepares meetings and their papers",
        Job.PartnerRepresentative => "Refers, and brings the agency's own research",
        Job.ProgrammeLead => "Strategy, directory and papers; sees numbers only",
        Job.Analyst => "Figures only",
        Job.Guardian => "Audit, walls and reviews; does no case work",
        _ => "Accounts and settings; never a case, and no other job",
    };
}
