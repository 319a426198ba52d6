using System.Text.Json;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>A programme of groups with its curriculum, whom it takes, and how many sessions make it complete. It knows nobody: people are in their own files.</summary>
public sealed class GroupProgramme
{
    private GroupProgramme() { }

    public const int NameLimit = 200, SummaryLimit = 2_000, ThemeLimit = 200, MostSessions = 60;

    public Id<GroupProgramme> Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>The team that gives it and keeps its registers.</summary>
    public Id<Team> Team { get; private set; }

    /// <summary>The number of the service by which coded facts count it.</summary>
    public int ServiceNumber { get; private set; }
    public GroupTier Tier { get; private set; }

    /// <summary>Beside each children's group runs one for their mothers and carers on the same themes.</summary>
    public bool IsPaired { get; private set; }
    public int Minutes { get; private set; }
    public int? AgeFrom { get; private set; }
    public int? AgeTo { get; private set; }

    /// <summary>How many sessions somebody must have come to so that the group counts as completed.</summary>
    public int LeastSessions { get; private set; }

    /// <summary>The theme of each session, a line each: their number is the number of sessions.</summary>
    public string Themes { get; private set; } = "";

    /// <summary>The criteria as JSON of <see cref="CriterionSetting"/>.</summary>
    public string Criteria { get; private set; } = "[]";
    public bool IsActive { get; private set; }
    public int Version { get; private set; }

    public static GroupProgramme Add(Act act, Id<Team> team, int service, ProgrammeTerms terms)
    {
        var programme = new GroupProgramme { Id = Id<GroupProgramme>.New(), Team = team, ServiceNumber = service, IsActive = true };
        programme.Keep(terms);
        return programme;
    }

    /// <summary>Changes what holds for groups that are planned from now on. A planned group keeps its sessions.</summary>
    public void Change(Act act, ProgrammeTerms terms)
    {
        MustBeOf(act.Who);
        Keep(terms);
    }

    public void Stop(Act act)
    {
        MustBeOf(act.Who);
        IsActive = false;
    }

    /// <summary>Only the team that gives the programme plans it, keeps its registers and gives its places.</summary>
    /// <exception cref="RuleBroken">The viewer is of another team.</exception>
    public void MustBeOf(Viewer viewer)
    {
        if (!viewer.SeesAll && !viewer.Teams.Contains(Team))
            throw new RuleBroken("not-your-team", "Only the team that gives this programme can do this.");
    }

    public AgeBounds Ages => new(AgeFrom, AgeTo);

    public IReadOnlyList<string> ThemeLines => Themes.Length == 0 ? [] : Themes.Split('\n');

    public IReadOnlyList<CriterionSetting> CriterionSettings() => JsonSerializer.Deserialize<List<CriterionSetting>>(Criteria)!;

    private void Keep(ProgrammeTerms terms)
    {
        if (terms.Problems().Select(p => p.Message).FirstOrDefault() is { } problem)
            throw new RuleBroken("programme", problem);
        (Name, Summary, Tier, IsPaired, Minutes, AgeFrom, AgeTo, LeastSessions) = (terms.Name.Trim(), terms.Summary.Trim(), terms.Tier, terms.IsPaired, terms.Minutes, terms.AgeFrom, terms.AgeTo, terms.LeastSessions);
        (Themes, Criteria) = (string.Join('\n', terms.Themes), JsonSerializer.Serialize(terms.Criteria));
    }
}

/// <summary>What a programme is, as its form gives it.</summary>
public sealed record ProgrammeTerms(string Name, string Summary, GroupTier Tier, bool IsPaired, int Minutes, int? AgeFrom, int? AgeTo, int LeastSessions, IReadOnlyList<string> Themes, IReadOnlyList<CriterionSetting> Criteria)
{
    public IEnumerable<(string Member, string Message)> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > GroupProgramme.NameLimit)
            yield return (nameof(Name), string.IsNullOrWhiteSpace(Name) ? "Enter the name of the programme" : "The name must be 200 characters or fewer");
        if (Summary.Length > GroupProgramme.SummaryLimit)
            yield return (nameof(Summary), "What it does must be 2,000 characters or fewer");
        if (Minutes is < 15 or > 480)
            yield return (nameof(Minutes), "A session must last from 15 to 480 minutes");
        if (AgeFrom is < 0 or > 25 || AgeTo is < 0 or > 25)
            yield return (AgeFrom is < 0 or > 25 ? nameof(AgeFrom) : nameof(AgeTo), "An age must be from 0 to 25");
        else if (AgeFrom > AgeTo)
            yield return (nameof(AgeTo), "The oldest cannot be younger than the youngest");
        if (Themes.Count is < 1 or > GroupProgramme.MostSessions)
            yield return (nameof(Themes), $"Write the theme of each session on a line of its own, from 1 to {GroupProgramme.MostSessions} sessions");
        if (Themes.Any(t => t.Length > GroupProgramme.ThemeLimit))
            yield return (nameof(Themes), "A theme must be 200 characters or fewer");
        if (LeastSessions < 1 || LeastSessions > Math.Max(1, Themes.Count))
            yield return (nameof(LeastSessions), "The sessions that make it complete must be from 1 to the number of sessions");
        if (Tier == GroupTier.Therapeutic && Criteria.FirstOrDefault(c => c.Code == GroupCriteria.SchoolAge) is not { IsOn: true })
            yield return (nameof(Criteria), "The therapeutic tier is for school-age children: that criterion stays on");
        if (Criteria.Any(c => c.Number is < 0 or > 60))
            yield return (nameof(Criteria), "Months of safety must be from 0 to 60");
        if (Criteria.Any(c => c.Source?.Length > 200))
            yield return (nameof(Criteria), "Where a criterion comes from must be 200 characters or fewer");
    }
}

internal sealed class GroupProgrammeMapping : IEntityTypeConfiguration<GroupProgramme>
{
    public void Configure(EntityTypeBuilder<GroupProgramme> programme)
    {
        programme.Property(p => p.Name).HasMaxLength(GroupProgramme.NameLimit);
        programme.Property(p => p.Summary).HasMaxLength(GroupProgramme.SummaryLimit);
        programme.Ignore(p => p.Ages);
        programme.Ignore(p => p.ThemeLines);
        programme.HasIndex(p => p.Name);
    }
}
