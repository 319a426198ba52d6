using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.People;

namespace Lapwing.Access;

/// <summary>What a file is shared for. Coded, so that no name can stand in it.</summary>
public enum SharingPurpose { SupportTogether, ProtectFromHarm, SafeguardChild, SafeguardAdult, FindSafeHome, HealthCare, CourtOrLegalAdvice, MultiAgencyMeeting }

/// <summary>Why a sharing ended before its time.</summary>
public enum RecallReason { ConsentWithdrawn, NoLongerNeeded, WrongTeam, NotSafe }

/// <summary>A file that is shared with another team, with one worker of it, or with every team that an agency has on that day: how far, which sealed parts, what for, on what lawful basis, until when.
/// The circle and seals that it gives last exactly as long as it does. It is read in Access alone:
/// on the file's page by who may know the file, and by the receiving team also where it may only locate one.
/// Source: <c>ConsentBasis</c>; permission model, "Circle" (no end date, no circle).</summary>
public sealed class Sharing
{
    private Sharing() { }

    public const int ReasonsLimit = 4_000;

    public Id<Sharing> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    /// <summary>The team, unless it is shared with a whole agency.</summary>
    public Id<Team>? Team { get; private set; }
    public Id<Member>? Worker { get; private set; }

    /// <summary>The agency all of whose teams were let in. A team that it founds later is not.</summary>
    public Id<Agency>? Agency { get; private set; }
    public Depth Depth { get; private set; }

    /// <summary>The seals that it opens, one bit for each.</summary>
    public int SealBits { get; private set; }
    public SharingPurpose Purpose { get; private set; }
    public ConsentBasis Basis { get; private set; }

    /// <summary>What exactly is shared and, without consent, why that is lawful: in the file's own words, under its key.</summary>
    public Protected? Reasons { get; private set; }
    public Id<Member> SharedBy { get; private set; }
    public DateTime At { get; private set; }
    public DateTime Until { get; private set; }
    public DateTime? RecalledAt { get; private set; }
    public Id<Member>? RecalledBy { get; private set; }
    public RecallReason? RecallReason { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<Seal> Seals => [.. Enum.GetValues<Seal>().Where(seal => (SealBits & 1 << (int)seal) != 0)];

    public bool Stands(DateTime now) => RecalledAt is null && now < Until;

    /// <param name="most">The latest end that the partnership allows.</param>
    /// <exception cref="RuleBroken">It has no end within the partnership's maximum, or no reasons where the person did not agree.</exception>
    internal static Sharing Share(Act act, FileKey key, SharedWith with, Depth depth, IEnumerable<Seal> seals, SharingPurpose purpose,
        ConsentBasis basis, string? reasons, DateTime until, DateTime most)
    {
        if (until <= act.At || until > most)
            throw new RuleBroken("sharing-end", "A file is shared until a day in the future that is not later than the partnership allows.");
        if (basis.NeedsReasons() && string.IsNullOrWhiteSpace(reasons))
            throw new RuleBroken("sharing-reasons", "Without the person's agreement, write down why sharing is necessary and lawful.");
        return new()
        {
            Id = Id<Sharing>.New(), CaseFile = key.File, Team = with.Team, Worker = with.Worker, Agency = with.Agency, Depth = depth,
            SealBits = depth < Depth.Work ? 0 : seals.Aggregate(0, (bits, seal) => bits | 1 << (int)seal), Purpose = purpose, Basis = basis,
            Reasons = key.SealIfAny(reasons), SharedBy = act.Who.Member, At = act.At, Until = until,
        };
    }

    internal void Recall(Act act, RecallReason reason)
    {
        if (!Stands(act.At))
            throw new RuleBroken("sharing-over", "This sharing has already ended.");
        (RecalledAt, RecalledBy, RecallReason) = (act.At, act.Who.Member, reason);
    }
}

/// <summary>With whom a file is shared: a team, one worker of a team, or every team of an agency.</summary>
public sealed record SharedWith
{
    private SharedWith() { }

    public Id<Team>? Team { get; private init; }
    public Id<Member>? Worker { get; private init; }
    public Id<Agency>? Agency { get; private init; }

    public static SharedWith TheTeam(Id<Team> team, Id<Member>? worker = null) => new() { Team = team, Worker = worker };

    public static SharedWith TheAgency(Id<Agency> agency) => new() { Agency = agency };
}

/// <summary>"We have it": the other side's word that a sharing arrived with them. It is no part of the file: who locates a file may say so too.</summary>
public sealed class SharingReceipt
{
    private SharingReceipt() { }

    public Id<SharingReceipt> Id { get; private set; }
    public Id<Sharing> Sharing { get; private set; }
    public Id<Member> By { get; private set; }
    public DateTime At { get; private set; }

    internal static SharingReceipt Give(Act act, Id<Sharing> sharing) => new() { Id = Id<SharingReceipt>.New(), Sharing = sharing, By = act.Who.Member, At = act.At };
}

/// <summary>How sharing is said.</summary>
public static class SharingWords
{
    public static string Title(this SharingPurpose purpose) => purpose switch
    {
        SharingPurpose.SupportTogether => "To support together",
        SharingPurpose.ProtectFromHarm => "To protect from serious harm",
        SharingPurpose.SafeguardChild => "To safeguard a child",
        SharingPurpose.SafeguardAdult => "To safeguard an adult",
        SharingPurpose.FindSafeHome => "To find a safe home",
        SharingPurpose.HealthCare => "For health care",
        SharingPurpose.CourtOrLegalAdvice => "For court or legal advice",
        SharingPurpose.MultiAgencyMeeting => "For a multi-agency meeting",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    public static string Title(this RecallReason reason) => reason switch
    {
        RecallReason.ConsentWithdrawn => "The person withdrew their agreement",
        RecallReason.NoLongerNeeded => "It is no longer needed",
        RecallReason.WrongTeam => "It went to the wrong team",
        RecallReason.NotSafe => "It is not safe any more",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string Title(this Depth depth) => depth switch
    {
        Depth.Locate => "That there is a file, and whom to ring",
        Depth.Outcome => "What became of the referral",
        Depth.Work => "The file, without its sealed parts",
        Depth.Lead => "The file, and who may know it",
        _ => throw new ArgumentOutOfRangeException(nameof(depth), depth, null),
    };

    /// <summary>What the other side sees, in full, for whoever shares and for whoever receives.</summary>
    public static string Explain(this Depth depth) => depth switch
    {
        Depth.Locate => "The case number and the telephone of the team that shared it. Nothing about the person.",
        Depth.Outcome => "The case number, the telephone of the team that shared it, and how far the referral is: received, being looked at, passed to a service, taken up or not. No name, no reason that anybody chose, nothing of the file.",
        Depth.Work => "The file, to read and to write in. Its sealed parts stay shut unless they are named here.",
        Depth.Lead => "The file, who may know it, and its sealed parts.",
        _ => throw new ArgumentOutOfRangeException(nameof(depth), depth, null),
    };
}
