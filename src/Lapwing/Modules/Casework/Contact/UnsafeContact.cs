using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Casework.Contact;

/// <summary>Contact that really happened and was not safe: somebody else may know now. It is an incident, never a contact that counts,
/// and it stays above the file until a manager has said what was done (North Tyneside: disclosed, and then the help came late).</summary>
public sealed class UnsafeContact : ICaseRecord
{
    private UnsafeContact() { }

    public const int WordsLimit = 10_000;

    public Id<UnsafeContact> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public ContactChannel Channel { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTime At { get; private set; }
    public DateTime ReportedAt { get; private set; }
    public Id<Member> By { get; private set; }
    public Protected What { get; private set; } = null!;
    public DateTime? DealtWithAt { get; private set; }
    public Id<Member>? DealtWithBy { get; private set; }
    public Protected? Done { get; private set; }
    public int Version { get; private set; }

    internal static UnsafeContact Report(Act act, FileKey key, ContactChannel channel, DateTime at, string what) => new()
    {
        Id = Id<UnsafeContact>.New(), CaseFile = key.File, Channel = channel, At = at, ReportedAt = act.At, By = act.Who.Member, What = key.Seal(what.Trim()),
    };

    /// <exception cref="RuleBroken">Somebody has dealt with it, or it is one's own.</exception>
    public void DealWith(Act act, FileKey key, string done)
    {
        if (DealtWithAt is not null)
            throw new RuleBroken("dealt-with", "A colleague has dealt with this already.");
        if (By == act.Who.Member)
            throw new RuleBroken("own-incident", "You reported this yourself: another manager says what was done.");
        (DealtWithAt, DealtWithBy, Done) = (act.At, act.Who.Member, key.Seal(done.Trim()));
    }
}

internal sealed class UnsafeContactMapping : IEntityTypeConfiguration<UnsafeContact>
{
    public void Configure(EntityTypeBuilder<UnsafeContact> incident)
    {
        incident.HasIndex(i => new { i.CaseFile, i.At });
        incident.HasIndex(i => i.DealtWithAt);
    }
}
