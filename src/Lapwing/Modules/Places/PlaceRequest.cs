using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places;

/// <summary>Whence the request comes. Source: domain facts b4, "from MARAC or police".</summary>
public enum RequestSource { Marac, Police, Probation, ChildrensSocialCare, Other }

/// <summary>Why this person and not another: high harm, several victims, the same victim again.</summary>
[Flags]
public enum RequestGround { None = 0, HighHarm = 1, Serial = 2, Repeat = 4, MultipleNeeds = 8 }

/// <summary>A borough asks for a place in a pool for one person who causes harm. It belongs to that person's file.</summary>
public sealed class PlaceRequest : ICaseRecord
{
    private PlaceRequest() { }

    public const int WhyLimit = 10_000;

    public Id<PlaceRequest> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<PlacePool> Pool { get; private set; }
    public int Area { get; private set; }
    public RequestSource Source { get; private set; }
    public RequestGround Grounds { get; private set; }
    public Protected? Why { get; private set; }
    public DateTime AskedAt { get; private set; }
    public Id<Member> AskedBy { get; private set; }

    /// <summary>The codes by which its facts are counted, and whom the figures count as one person.</summary>
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">It is not the file of somebody who causes harm, the borough is not in the pool, or the period is over.</exception>
    public static PlaceRequest Ask(Act act, FileKey key, CaseFile file, PlacePool pool, PoolBorough borough, RequestSource source, RequestGround grounds, string? why, Facts.FactCodes codes, Guid personToken)
    {
        if (file.Side != Side.PersonCausingHarm)
            throw new RuleBroken("request-side", "A place is for somebody who causes harm. This is not such a person's file.");
        if (borough.Pool != pool.Id || borough.LeftOn is not null)
            throw new RuleBroken("request-borough", "This borough is not in the pool.");
        if (pool.IsOver(Time.LondonTime.DateOf(act.At)))
            throw new RuleBroken("pool-over", $"The period of this pool ended on {Time.Spoken.Day(pool.Until)}.");
        return new()
        {
            Id = Id<PlaceRequest>.New(), CaseFile = key.File, Pool = pool.Id, Area = borough.Area, Source = source, Grounds = grounds, Why = key.SealIfAny(why),
            AskedAt = act.At, AskedBy = act.Who.Member, FactCodes = (codes with { Area = borough.Area, Reason = 0 }).Packed, PersonToken = personToken,
        };
    }
}

internal sealed class PlaceRequestMapping : IEntityTypeConfiguration<PlaceRequest>
{
    public void Configure(EntityTypeBuilder<PlaceRequest> request)
    {
        // One request for each person and pool: what was declined is decided anew, not asked for twice.
        request.HasIndex(r => new { r.CaseFile, r.Pool }).IsUnique();
        request.HasIndex(r => new { r.Pool, r.AskedAt });
    }
}
