namespace Lapwing.Access;

/// <summary>What a page or endpoint asks for. Every page states exactly one; the program does not start
/// with a page that states none.</summary>
public enum Permission
{
    /// <summary>Anyone, signed in or not: the public front door and sign-in.</summary>
    Public,
    /// <summary>Any signed-in account, whatever it is in this partnership.</summary>
    SignedIn,
    /// <summary>Any member of this partnership.</summary>
    Member,
    MakeReferrals,
    TriageReferrals,
    WorkCases,
    ManageTeam,
    ImportReferrals,
    SeeNumbers,
    TraceNumbers,
    WritePapers,
    ReadPapers,
    ApprovePapers,
    EditDirectory,
    ManageMembers,
    /// <summary>The second person's yes to a job with cases.</summary>
    ConfirmJobs,
    ReadAudit,
    /// <summary>Prepares and approves what somebody gets who asks for their own data.</summary>
    AnswerSubjectAccess,
    /// <summary>To narrow a file to a few members by name.</summary>
    RestrictFiles,
    /// <summary>To enter a file that is not one's own when there is danger.</summary>
    EnterInEmergency,
    /// <summary>The second person's yes to an address in an emergency.</summary>
    AllowInEmergency,
    /// <summary>Walls, restricted files, entries in an emergency and unusual access: by number, never a case.</summary>
    GuardWalls,
    /// <summary>To say whom one knows.</summary>
    SayWhomIKnow,
    /// <summary>What another team has shared with one's own.</summary>
    ReceiveShared,
    /// <summary>The partnerships to which files may be handed over, and what came from them: numbers and reasons, never a case.</summary>
    ManagePartners,
    /// <summary>Shared places: how many there are and how many are held, in numbers that are the same for everybody.</summary>
    SeePlaces,
    /// <summary>To decide on requests for a place, as a member of the pool's panel.</summary>
    DecidePlaces,
    /// <summary>To open a pool of places and change its terms.</summary>
    KeepPlaces,
}

/// <summary>First question of need-to-know: does your job do this kind of thing?
/// Source: permission model, "Nine jobs". Administrators do no case work, ever;
/// programme leads and analysts see numbers only.</summary>
public static class Permissions
{
    private const Job Anyone = (Job)511;
    private const Job CaseWork = Job.FrontDoor | Job.CaseWorker | Job.TeamManager;
    private const Job Programme = Job.ProgrammeLead | Job.Analyst;

    private static readonly Dictionary<Permission, Job> Who = new()
    {
        [Permission.Member] = Anyone,
        [Permission.MakeReferrals] = CaseWork | Job.PartnerRepresentative | Job.MaracCoordinator,
        [Permission.TriageReferrals] = Job.FrontDoor,
        [Permission.WorkCases] = CaseWork,
        [Permission.ManageTeam] = Job.TeamManager,
        [Permission.ImportReferrals] = Job.FrontDoor | Job.TeamManager,
        [Permission.SeeNumbers] = CaseWork | Programme | Job.Guardian,
        [Permission.TraceNumbers] = CaseWork | Programme | Job.Guardian,
        [Permission.WritePapers] = Job.ProgrammeLead,
        [Permission.ReadPapers] = Programme | Job.Guardian | Job.TeamManager,
        [Permission.ApprovePapers] = Job.ProgrammeLead | Job.Guardian,
        [Permission.EditDirectory] = Job.Administrator | Job.ProgrammeLead,
        [Permission.ManageMembers] = Job.Administrator,
        [Permission.ConfirmJobs] = Job.Administrator | Job.TeamManager,
        [Permission.ReadAudit] = Job.Guardian,
        [Permission.AnswerSubjectAccess] = Job.Guardian,
        [Permission.RestrictFiles] = Job.FrontDoor | Job.TeamManager,
        [Permission.EnterInEmergency] = Job.CaseWorker | Job.TeamManager,
        [Permission.AllowInEmergency] = Job.TeamManager | Job.Guardian,
        [Permission.GuardWalls] = Job.Guardian,
        [Permission.SayWhomIKnow] = Anyone,
        [Permission.ManagePartners] = Job.Administrator,
        [Permission.ReceiveShared] = CaseWork | Job.MaracCoordinator | Job.PartnerRepresentative,
        [Permission.SeePlaces] = CaseWork | Programme | Job.MaracCoordinator | Job.PartnerRepresentative | Job.Guardian,
        [Permission.DecidePlaces] = Job.FrontDoor | Job.TeamManager,
        [Permission.KeepPlaces] = Job.ProgrammeLead,
    };

    /// <summary>The jobs that may do this; <see cref="Permission.Public"/> and <see cref="Permission.SignedIn"/> ask for none.</summary>
    public static Job JobsFor(Permission permission) => Who.GetValueOrDefault(permission, Job.None);

    public static bool Allows(this Job jobs, Permission permission) =>
        permission is Permission.Public or Permission.SignedIn || (jobs & JobsFor(permission)) != 0;
}

/// <summary>The one permission that a page asks for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PermitAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
