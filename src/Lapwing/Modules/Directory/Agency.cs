using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Directory;

/// <summary>What kind of organisation it is; also tells the default source of a referral that it sends.</summary>
public enum AgencyKind { Council, Police, Health, Housing, ChildrensSocialCare, AdultSocialCare, Education, Probation, VoluntarySector, Other }

/// <summary>An organisation in the partnership: a council service, the police, a trust, a charity.</summary>
public sealed class Agency
{
    private Agency() { }

    public const int NameLimit = 200;

    public Id<Agency> Id { get; private set; }
    public string Name { get; private set; } = "";
    public AgencyKind Kind { get; private set; }
    public bool IsActive { get; private set; } = true;
    public int Version { get; private set; }

    public static Agency Add(Act act, string name, AgencyKind kind) => new() { Id = Id<Agency>.New(), Name = name, Kind = kind };

    public void Change(Act act, string name, AgencyKind kind, bool isActive) => (Name, Kind, IsActive) = (name, kind, isActive);
}

/// <summary>A team of an agency: circles name teams, never people. Exactly one team of a partnership is its front door.</summary>
public sealed class Team
{
    private Team() { }

    public const int TelephoneLimit = 40;

    public Id<Team> Id { get; private set; }
    public Id<Agency> Agency { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsFrontDoor { get; private set; }

    /// <summary>Whom to ring, shown to a worker who may not know more.</summary>
    public string Telephone { get; private set; } = "";
    public bool IsActive { get; private set; } = true;
    public int Version { get; private set; }

    public static Team Add(Act act, Id<Agency> agency, string name, string telephone, bool isFrontDoor = false) =>
        new() { Id = Id<Team>.New(), Agency = agency, Name = name, Telephone = telephone, IsFrontDoor = isFrontDoor };

    public void Change(Act act, string name, string telephone, bool isActive) => (Name, Telephone, IsActive) = (name, telephone, isActive);

    public void MoveTo(Act act, Id<Agency> agency) => Agency = agency;

    public void BecomeFrontDoor(Act act) => IsFrontDoor = true;

    public void HandFrontDoorOn(Act act) => IsFrontDoor = false;
}

/// <summary>A borough or part of one that the partnership serves.</summary>
public sealed class Area
{
    private Area() { }

    /// <summary>Coded facts have six bits for the area.</summary>
    public const int LastNumber = 63;

    public Id<Area> Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Government Statistical Service code, such as E09000002.</summary>
    public string GssCode { get; private set; } = "";

    /// <summary>Police command unit, such as East Area.</summary>
    public string CommandUnit { get; private set; } = "";

    /// <summary>Short number by which coded facts name the area; 0 is "not known".</summary>
    public int Number { get; private set; }
    public int Version { get; private set; }

    public static Area Add(Act act, int number, string name, string gssCode, string commandUnit) =>
        new() { Id = Id<Area>.New(), Number = number, Name = name, GssCode = gssCode, CommandUnit = commandUnit };

    public void Change(Act act, string name, string gssCode, string commandUnit) => (Name, GssCode, CommandUnit) = (name, gssCode, commandUnit);
}

/// <summary>A link by which an agency refers without accounts. Only a hash of its code is kept; it ends by itself.</summary>
public sealed class AgencyLink
{
    private AgencyLink() { }

    public Id<AgencyLink> Id { get; private set; }
    public Id<Agency> Agency { get; private set; }
    public byte[] CodeHash { get; private set; } = [];
    public DateTime Until { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public int Version { get; private set; }

    public static AgencyLink Make(Act act, Id<Agency> agency, byte[] codeHash, DateTime until) =>
        new() { Id = Id<AgencyLink>.New(), Agency = agency, CodeHash = codeHash, Until = until };

    public void End(Act act) => EndedAt = act.At;

    public bool Works(DateTime now) => EndedAt is null && now < Until;
}

internal sealed class DirectoryMapping : IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<Team>,
    IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<AgencyLink>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.Property(a => a.Name).HasMaxLength(Agency.NameLimit);
        agency.HasIndex(a => a.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Team> team)
    {
        team.Property(t => t.Name).HasMaxLength(Agency.NameLimit);
        team.Property(t => t.Telephone).HasMaxLength(Team.TelephoneLimit);
        team.HasIndex(t => t.Agency);
    }

    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.Property(a => a.Name).HasMaxLength(Agency.NameLimit);
        area.Property(a => a.GssCode).HasMaxLength(9);
        area.Property(a => a.CommandUnit).HasMaxLength(60);
        area.HasIndex(a => a.Number).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AgencyLink> link) => link.HasIndex(l => l.CodeHash).IsUnique();
}
