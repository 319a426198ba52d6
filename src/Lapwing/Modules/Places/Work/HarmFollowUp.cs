using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Places.Work;

/// <summary>Police contacts in the twelve months before the start and after the end, and whether the case came back to MARAC (domain facts b4 [S29]).</summary>
public sealed class HarmFollowUp : ICaseRecord
{
    private HarmFollowUp() { }

    public const int Months = 12, MostContacts = 1_000;

    public Id<HarmFollowUp> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<PlaceRequest> Request { get; private set; }
    public int? PoliceBefore { get; private set; }
    public int? PoliceAfter { get; private set; }
    public bool? IsBackAtMarac { get; private set; }
    public DateTime? BeforeAt { get; private set; }
    public DateTime? AfterAt { get; private set; }
    public int Version { get; private set; }

    public static HarmFollowUp Begin(Act act, Id<CaseFile> file, Id<PlaceRequest> request) => new() { Id = Id<HarmFollowUp>.New(), CaseFile = file, Request = request };

    public void TellBefore(Act act, PlaceTurn turn, int contacts)
    {
        if (turn.StartedAt is null)
            throw new RuleBroken("follow-up-early", "The place has not started, so the twelve months before it are not known.");
        (PoliceBefore, BeforeAt) = (contacts, act.At);
    }

    /// <exception cref="RuleBroken">The twelve months are not over: fewer months would look like fewer contacts.</exception>
    public void TellAfter(Act act, PlaceTurn turn, int contacts, bool isBackAtMarac)
    {
        if (CompleteOn(turn) is not { } day)
            throw new RuleBroken("follow-up-early", "The place has not ended, so the twelve months after it have not begun.");
        if (Time.LondonTime.DateOf(act.At) < day)
            throw new RuleBroken("follow-up-early", $"The twelve months after the end are over on {Time.Spoken.Day(day)}. Fewer months would look like fewer contacts.");
        (PoliceAfter, IsBackAtMarac, AfterAt) = (contacts, isBackAtMarac, act.At);
    }

    /// <summary>The first day on which the year after the end can be told.</summary>
    public static DateOnly? CompleteOn(PlaceTurn turn) => turn.EndedAt is { } ended ? Time.LondonTime.DateOf(ended).AddMonths(Months) : null;
}

internal sealed class HarmFollowUpMapping : IEntityTypeConfiguration<HarmFollowUp>
{
    public void Configure(EntityTypeBuilder<HarmFollowUp> followUp)
    {
        followUp.HasIndex(f => f.Request).IsUnique();
        followUp.HasIndex(f => f.CaseFile);
    }
}
