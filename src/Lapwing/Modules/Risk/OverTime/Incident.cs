using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>What one incident says. <see cref="SameAs"/>: another agency's report of an event that is recorded already; the event counts once.</summary>
public sealed record IncidentReport(DateOnly On, bool IsApproximate, IncidentKind Kinds, IncidentSource Source, Id<Person> To, Id<Person>? By,
    string? PoliceReference, string? Account, Id<Incident>? SameAs = null);

/// <summary>A domestic abuse incident as it was reported, by any agency: when, what, who did it to whom of the people of this file. It is never edited;
/// one that was recorded by mistake is taken back with the reason and stays to be seen.</summary>
public sealed class Incident : ICaseRecord
{
    private Incident() { }

    public const int ReferenceLimit = 60, AccountLimit = 10_000, ReasonLimit = 2_000;

    public Id<Incident> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public DateOnly On { get; private set; }
    public bool IsApproximate { get; private set; }
    public IncidentKind Kinds { get; private set; }
    public IncidentSource Source { get; private set; }

    /// <summary>The person of this file whom it was done to.</summary>
    public Id<Person> DoneTo { get; private set; }

    /// <summary>Who is said to have done it; null when that is not known.</summary>
    public Id<Person>? DoneBy { get; private set; }

    /// <summary>The event of which this is another report.</summary>
    public Id<Incident>? SameAs { get; private set; }
    public Protected? PoliceReference { get; private set; }
    public Protected? Account { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public DateTime? TakenBackAt { get; private set; }
    public Id<Member>? TakenBackBy { get; private set; }
    public Protected? TakenBackReason { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">It lies in the future, or somebody would have done it to themselves.</exception>
    public static Incident Record(Act act, FileKey key, IncidentReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.On > Time.LondonTime.DateOf(act.At))
            throw new RuleBroken("incident-future", "An incident cannot lie in the future.");
        if (report.By == report.To)
            throw new RuleBroken("incident-same-person", "The person whom it was done to and the person who is said to have done it cannot be the same.");
        return new()
        {
            Id = Id<Incident>.New(), CaseFile = key.File, On = report.On, IsApproximate = report.IsApproximate, Kinds = report.Kinds, Source = report.Source,
            DoneTo = report.To, DoneBy = report.By, SameAs = report.SameAs, PoliceReference = key.SealIfAny(report.PoliceReference), Account = key.SealIfAny(report.Account),
            RecordedAt = act.At, RecordedBy = act.Who.Member,
        };
    }

    /// <summary>It was recorded by mistake: from now on no rule counts it.</summary>
    /// <exception cref="RuleBroken">It was taken back before, or there is no reason.</exception>
    public void TakeBack(Act act, FileKey key, string? reason)
    {
        if (TakenBackAt is not null)
            throw new RuleBroken("incident-taken-back", "A colleague has already taken this back.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new RuleBroken("incident-reason", "Say why this was recorded by mistake.");
        (TakenBackAt, TakenBackBy, TakenBackReason) = (act.At, act.Who.Member, key.SealIfAny(reason));
    }

    /// <summary>What the rules count.</summary>
    public IncidentFact Fact => new(On, IsApproximate, Kinds, DoneTo, DoneBy, RecordedAt);
}

/// <summary>An incident as the rules see it: dates, kinds and who to whom, no words.</summary>
public sealed record IncidentFact(DateOnly On, bool IsApproximate, IncidentKind Kinds, Id<Person> To, Id<Person>? By, DateTime RecordedAt);

internal sealed class IncidentMapping : IEntityTypeConfiguration<Incident>
{
    public void Configure(EntityTypeBuilder<Incident> incident)
    {
        incident.Ignore(i => i.Fact);
        incident.Property(i => i.Kinds).HasMaxLength(300); // every kind at once
        incident.HasIndex(i => new { i.CaseFile, i.On });
    }
}
