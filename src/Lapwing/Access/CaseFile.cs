using Lapwing.Data;
using Lapwing.Modules.Directory;

namespace Lapwing.Access;

/// <summary>Everything that belongs to a family's file. Such a record is shown, counted, searched and changed
/// only through the circle and wall of its file.</summary>
public interface ICaseRecord
{
    Id<CaseFile> CaseFile { get; }
}

/// <summary>Survivor, child and perpetrator sides of one matter are separate files, so that being on one side
/// never shows the other (national perpetrator standard 1).</summary>
public enum Side { Survivor, Child, PersonCausingHarm }

/// <summary>The protected file of one person in one matter. It opens when a referral arrives,
/// so a declined referral is protected too.</summary>
public sealed class CaseFile : ICaseRecord
{
    private CaseFile() { }

    public Id<CaseFile> Id { get; private set; }
    Id<CaseFile> ICaseRecord.CaseFile => Id;

    /// <summary>Files of one family matter share this number; it links them and opens nothing.</summary>
    public Guid Matter { get; private set; }
    public Side Side { get; private set; }
    public DateTime OpenedAt { get; private set; }

    /// <summary>It was opened as the first of its matter: no other file of the matter can be older. Known only to the save that opens it.</summary>
    internal bool BeginsMatter { get; private set; }

    /// <summary>Opens a file with its own data key and puts the receiving team in its circle.</summary>
    /// <returns>The file with the key under which everything in it is sealed.</returns>
    public static OpenedFile Open(Act act, PartnershipKeys keys, Side side, Id<Team> receivingTeam, DateTime until, Guid? matter = null)
    {
        var file = new CaseFile { Id = Id<CaseFile>.New(), Matter = matter ?? OrderedGuid.Next(), Side = side, OpenedAt = act.At, BeginsMatter = matter is null };
        var (key, wrapped) = FileKey.Create(keys, file.Id);
        return new(file, key, wrapped, Circle.Give(act, file, receivingTeam, Depth.Work, "Triage of a new referral", until, isTriage: true));
    }
}

public static class CaseSides
{
    /// <summary>The two sides that nobody is on at once: of those who are harmed (survivor and child), and of the person causing harm.</summary>
    public static bool IsHarmSide(this Side side) => side == Side.PersonCausingHarm;
}

/// <summary>A new file with what it needs to exist: its key, and the first team in its circle.</summary>
public sealed record OpenedFile(CaseFile File, FileKey Key, StoredKey StoredKey, Circle Circle)
{
    /// <summary>Lets another team in while the file is being opened, such as the referrer's, which sees the outcome.</summary>
    /// <param name="isTriage">The front door's place while it triages.</param>
    public Circle Admit(Act act, Id<Team> team, Depth depth, string purpose, DateTime until, bool isTriage = false) => Circle.Give(act, File, team, depth, purpose, until, isTriage);

    /// <summary>Puts a team on the list of one seal of the file that is being opened.</summary>
    public SealGrant Unseal(Act act, Id<Team> team, Seal seal, string purpose, DateTime until) => SealGrant.Give(act, File.Id, team, seal, purpose, until);
}
