using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>The five parts of a file that are sealed even from its own circle until somebody is put on the list.</summary>
public enum Seal { Whereabouts, MaracPaper, ConfidentialFromChild, Health, LegalDisclosure }

/// <summary>A sealed part is a separate record, never a masked column.</summary>
public interface ISealedRecord : ICaseRecord
{
    Seal Seal { get; }
}

/// <summary>Puts a team on the list of one seal of one file, for a purpose and until an end.</summary>
public sealed class SealGrant
{
    private SealGrant() { }

    public Id<SealGrant> Id { get; private set; }
    public Id<CaseFile> File { get; private set; }
    public Id<Team> Team { get; private set; }

    /// <summary>Only this member of the team; nobody in particular is the whole team.</summary>
    public Id<Member>? Worker { get; private set; }
    public Seal Seal { get; private set; }
    public string Purpose { get; private set; } = "";
    public DateTime Until { get; private set; }
    public Guid GivenBy { get; private set; }

    /// <summary>The sharing that gave it, which alone recalls it.</summary>
    public Id<Sharing>? Sharing { get; private set; }

    internal static SealGrant Give(Act act, Id<CaseFile> file, Id<Team> team, Seal seal, string purpose, DateTime until) => new()
    {
        Id = Id<SealGrant>.New(), File = file, Team = team, Seal = seal, Purpose = purpose, Until = until, GivenBy = act.Who.Member.Value,
    };

    internal static SealGrant Share(Act act, Sharing sharing, Id<Team> team, Seal seal)
    {
        var grant = Give(act, sharing.CaseFile, team, seal, sharing.Purpose.Title(), sharing.Until);
        (grant.Worker, grant.Sharing) = (sharing.Worker, sharing.Id);
        return grant;
    }

    internal void EndNow(Act act) => Until = act.At;

    internal void Extend(Act act, string purpose, DateTime until) =>
        (Purpose, Until, GivenBy) = until > Until ? (purpose, until, act.Who.Member.Value) : (Purpose, Until, GivenBy);
}

/// <summary>How the seals are said.</summary>
public static class Seals
{
    public static string Title(this Seal seal) => seal switch
    {
        Seal.Whereabouts => "Where somebody is",
        Seal.MaracPaper => "MARAC papers",
        Seal.ConfidentialFromChild => "Confidential from the child",
        Seal.Health => "Health and therapy",
        Seal.LegalDisclosure => "Legal and disclosure",
        _ => throw new ArgumentOutOfRangeException(nameof(seal), seal, null),
    };
}
