using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Directory;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Accommodation;

/// <summary>Safe accommodation under a code name: a number of spaces of one kind, how many of them are vacant, held and lived in. It says nothing about where it is but
/// the band of a region; the address is a sealed record of its own (<see cref="UnitLocation"/>, threat 4).</summary>
/// <remarks>There are never more holds than vacancies: the row is written on the condition that nobody else wrote it since it was read, the database checks the
/// numbers, and each running hold has a place of its own in a unique index (<see cref="UnitClaim"/>, threat 50).</remarks>
public sealed class SafeUnit
{
    private SafeUnit() { }

    public const int CodeNameLimit = 40;

    public Id<SafeUnit> Id { get; private set; }
    public string CodeName { get; private set; } = "";
    public Id<Agency> Provider { get; private set; }

    /// <summary>Who keeps it up to date, offers its places and may open its address.</summary>
    public Id<Team> Team { get; private set; }
    public UnitType Type { get; private set; }
    public ProviderStanding Standing { get; private set; }
    public Premises Premises { get; private set; }
    public UnitFor For { get; private set; }
    public int MaxPeople { get; private set; }
    public int YoungestAdult { get; private set; }
    public bool TakesChildren { get; private set; }
    public int? BoysUpTo { get; private set; }
    public int? ChildrenUpTo { get; private set; }
    public AccessNeeds Access { get; private set; }
    public PetKinds Pets { get; private set; }
    public bool TakesNoRecourse { get; private set; }
    public SupportNeeds Support { get; private set; }
    public Specialism Specialism { get; private set; }
    public bool IsCommissioned { get; private set; }

    /// <summary>Null until its address is recorded.</summary>
    public RegionBand? Region { get; private set; }

    /// <summary>A keyed hash of the borough, for households that a borough is not safe for; never shown.</summary>
    public long? AreaKey { get; private set; }

    public int Spaces { get; private set; }

    /// <summary>Ready to be let today, those that are held included.</summary>
    public int Vacant { get; private set; }
    public int Held { get; private set; }
    public int Occupied { get; private set; }

    /// <summary>When the provider last said how many are vacant: a number that is days old is no vacancy.</summary>
    public DateTime VacanciesAt { get; private set; }
    public Id<Member>? VacanciesBy { get; private set; }
    public DateOnly OpenedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }
    public int Version { get; private set; }

    public int Free => Vacant - Held;
    public bool IsOpen => ClosedOn is null;

    /// <exception cref="RuleBroken">It is not safe accommodation in law: the message is the rule's own.</exception>
    public static SafeUnit Add(Act act, string codeName, Id<Agency> provider, Id<Team> team, UnitTerms terms)
    {
        var unit = new SafeUnit
        {
            Id = Id<SafeUnit>.New(), CodeName = codeName, Provider = provider, Team = team, Type = terms.Type, VacanciesAt = act.At, VacanciesBy = act.Who.Member,
            OpenedOn = LondonTime.DateOf(act.At),
        };
        unit.Keep(terms);
        return unit;
    }

    /// <exception cref="RuleBroken">It would not be safe accommodation in law, its type would change, or there would be fewer spaces than are in use.</exception>
    public void Change(Act act, UnitTerms terms)
    {
        if (terms.Type != Type)
            throw new RuleBroken("unit-type", "What kind of accommodation a unit is does not change, because what was counted would change with it. Close it and add another.");
        if (terms.Spaces < Vacant + Occupied)
            throw new RuleBroken("unit-spaces", $"{Vacant + Occupied} spaces are vacant or lived in. Say first how many are vacant.");
        Keep(terms);
    }

    /// <summary>Where it lies, as far as this record may say it.</summary>
    internal void Place(RegionBand region, long? areaKey) => (Region, AreaKey) = (region, areaKey);

    /// <summary>The provider says how many spaces can be let today.</summary>
    /// <exception cref="RuleBroken">More than there are, or fewer than are held.</exception>
    public VacancyChange SayVacancies(Act act, int vacant)
    {
        MustBeOpen();
        if (vacant < 0 || vacant + Occupied > Spaces)
            throw new RuleBroken("too-many-vacancies", $"{CodeName} has {Spaces} spaces and {Occupied} are lived in: at most {Spaces - Occupied} can be vacant.");
        if (vacant < Held)
            throw new RuleBroken("fewer-than-held", $"{Held} places are held or offered here. Refuse those first, with the reason, or wait until they end.");
        (VacanciesAt, VacanciesBy) = (act.At, act.Who.Member);
        return Vary(act, vacant - Vacant);
    }

    /// <summary>One vacancy is kept for a household.</summary>
    /// <exception cref="RuleBroken">There is none left.</exception>
    internal void Take()
    {
        MustBeOpen();
        if (Free <= 0)
            throw new RuleBroken("no-vacancy", $"{CodeName} has no vacancy left: the last one was taken before you. Choose another place, or record that the household was turned away for want of space.");
        Held++;
    }

    internal void GiveBack() => Held--;

    /// <summary>Somebody moves into the space that was held for them.</summary>
    internal VacancyChange Let(Act act)
    {
        Held--;
        var change = Vary(act, -1);
        Occupied++;
        return change;
    }

    /// <summary>A household has left. Its space is vacant when the provider says so: it may have to be made ready first.</summary>
    internal void Leave() => Occupied--;

    /// <exception cref="RuleBroken">Somebody lives there, or a place is held.</exception>
    public VacancyChange Close(Act act, DateOnly on)
    {
        MustBeOpen();
        if (Occupied > 0 || Held > 0)
            throw new RuleBroken("unit-in-use", "Somebody lives here or a place is held. A unit closes when it is empty.");
        var change = Vary(act, -Vacant);
        ClosedOn = on;
        return change;
    }

    public UnitTerms Terms => new()
    {
        Type = Type, Standing = Standing, Premises = Premises, Spaces = Spaces, MaxPeople = MaxPeople, For = For, YoungestAdult = YoungestAdult, TakesChildren = TakesChildren,
        BoysUpTo = BoysUpTo, ChildrenUpTo = ChildrenUpTo, Access = Access, Pets = Pets, TakesNoRecourse = TakesNoRecourse, Support = Support, Specialism = Specialism,
        IsCommissioned = IsCommissioned,
    };

    private VacancyChange Vary(Act act, int by)
    {
        Vacant += by;
        if (by != 0)
            act.Record(Fact.Of(by > 0 ? FactKind.VacanciesOpened : FactKind.VacanciesEnded, LondonTime.DateOf(act.At), act.At, Id.Value, Guid.Empty, default,
                new FactCodes { Route = (int)Type }, Math.Abs(by)));
        return VacancyChange.Of(act, Id, by);
    }

    private void Keep(UnitTerms t)
    {
        if (RelevantAccommodation.Against(t) is [var rule, ..])
            throw new RuleBroken(rule.Code, $"{rule.Reason} ({rule.Source})");
        (Standing, Premises, Spaces, MaxPeople, For, YoungestAdult) = (t.Standing, t.Premises, t.Spaces, t.MaxPeople, t.For, t.YoungestAdult);
        (TakesChildren, BoysUpTo, ChildrenUpTo, Access, Pets) = (t.TakesChildren, t.BoysUpTo, t.ChildrenUpTo, t.Access, t.Pets);
        (TakesNoRecourse, Support, Specialism, IsCommissioned) = (t.TakesNoRecourse, t.Support, t.Specialism, t.IsCommissioned);
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
            throw new RuleBroken("unit-closed", $"{CodeName} is closed.");
    }
}

internal sealed class SafeUnitMapping : IEntityTypeConfiguration<SafeUnit>
{
    public void Configure(EntityTypeBuilder<SafeUnit> unit)
    {
        unit.Ignore(u => u.Free).Ignore(u => u.IsOpen).Ignore(u => u.Terms);
        unit.Property(u => u.CodeName).HasMaxLength(SafeUnit.CodeNameLimit);
        unit.HasIndex(u => u.CodeName).IsUnique();
        unit.HasIndex(u => new { u.Team, u.ClosedOn, u.CodeName });
        unit.HasIndex(u => new { u.ClosedOn, u.CodeName });
        // What no version of the program may break, however many write at once.
        unit.ToTable(table =>
        {
            table.HasCheckConstraint("ck_safe_units_held", "held >= 0 AND held <= vacant");
            table.HasCheckConstraint("ck_safe_units_spaces", "occupied >= 0 AND vacant >= 0 AND vacant + occupied <= spaces");
        });
    }
}
