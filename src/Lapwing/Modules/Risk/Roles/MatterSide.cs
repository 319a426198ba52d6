using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>What the other sides of a matter may learn from one of its files: coded, without a name or a word. It is written in the same save as what it is worked out
/// from, and worked out anew each time. It is no record of a file, so that the check between the sides needs nobody to look past a circle.</summary>
public sealed class MatterSide
{
    private MatterSide() { }

    public const int ActionsLimit = 400;

    public Id<MatterSide> Id { get; private set; }
    public Guid Matter { get; private set; }
    public Id<CaseFile> File { get; private set; }

    /// <summary>The person of the file is said to harm, and to be harmed by, another party; the side on which the file was opened says one of the two.</summary>
    public bool IsSaidToHarm { get; private set; }
    public bool IsSaidToBeHarmed { get; private set; }

    /// <summary>A decision about who is the primary victim holds in that file. Which way it went is not told.</summary>
    public bool IsAssessed { get; private set; }

    /// <summary>The kinds of action that stand there.</summary>
    public string Actions { get; private set; } = "";
    public int Version { get; private set; }

    public static MatterSide For(CaseFile file) => new() { Id = Id<MatterSide>.New(), Matter = file.Matter, File = file.Id };

    /// <summary>Works it out from what the file holds.</summary>
    public void Refresh(Side side, bool saidToHarm, bool saidToBeHarmed, bool isAssessed, IEnumerable<ActionKind> standing) =>
        (IsSaidToHarm, IsSaidToBeHarmed, IsAssessed, Actions) =
        (saidToHarm || side == Side.PersonCausingHarm, saidToBeHarmed || side == Side.Survivor, isAssessed, string.Join(',', standing.Distinct().Order()));

    public bool IsBothWays => IsSaidToHarm && IsSaidToBeHarmed && !IsAssessed;

    public IEnumerable<ActionKind> Kinds => Actions.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ActionKind>);
}

internal sealed class MatterSideMapping : IEntityTypeConfiguration<MatterSide>
{
    public void Configure(EntityTypeBuilder<MatterSide> side)
    {
        side.Ignore(s => s.IsBothWays);
        side.Ignore(s => s.Kinds);
        side.Property(s => s.Actions).HasMaxLength(MatterSide.ActionsLimit);
        side.HasIndex(s => s.File).IsUnique();
        side.HasIndex(s => s.Matter);
    }
}
