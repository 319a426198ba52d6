using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>Who asked, as far as figures ask: a bare number for one household, and its codes.</summary>
public sealed record TurnedAwayHousehold(Guid Asked, bool IsEnquiry, Guid Household, FactCodes Codes, int Adults, int Children);

/// <summary>A household could not be accommodated, by one unit or by any: always with its reason, also when nobody knows who asked. It belongs to no file, so that a provider
/// who may not know the household records it too.</summary>
public sealed class TurnAway
{
    private TurnAway() { }

    public Id<TurnAway> Id { get; private set; }

    /// <summary>The request of a file or the enquiry that it is about.</summary>
    public Guid Asked { get; private set; }
    public bool IsEnquiry { get; private set; }

    /// <summary>Whom the figures count as one household.</summary>
    public Guid Household { get; private set; }

    /// <summary>None when no place was found at all, or it was one that is not kept here.</summary>
    public Id<SafeUnit>? Unit { get; private set; }
    public TurnAwayReason Reason { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }
    public Id<Team>? Team { get; private set; }
    public int Adults { get; private set; }
    public int Children { get; private set; }
    public long Codes { get; private set; }
    public int Version { get; private set; }

    public static TurnAway Record(Act act, TurnedAwayHousehold household, Id<SafeUnit>? unit, TurnAwayReason reason)
    {
        var away = new TurnAway
        {
            Id = Id<TurnAway>.New(), Asked = household.Asked, IsEnquiry = household.IsEnquiry, Household = household.Household, Unit = unit, Reason = reason, At = act.At, By = act.Who.Member,
            Team = act.Who.Teams.Count > 0 ? act.Who.Teams[0] : null, Adults = household.Adults, Children = household.Children,
            Codes = (household.Codes with { Reason = (int)reason + 1 }).Packed,
        };
        act.Record(Fact.Of(FactKind.HouseholdTurnedAway, LondonTime.DateOf(act.At), act.At, away.Id.Value, away.Household, default, new(away.Codes)));
        return away;
    }
}

internal sealed class TurnAwayMapping : IEntityTypeConfiguration<TurnAway>
{
    public void Configure(EntityTypeBuilder<TurnAway> away)
    {
        away.HasIndex(a => new { a.Asked, a.At });
        away.HasIndex(a => a.At);
    }
}
