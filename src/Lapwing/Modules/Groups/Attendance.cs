using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Facts;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.Groups;

/// <summary>Whether somebody came to one session, and what followed when they did not. A record of their own file.</summary>
public sealed class Attendance : ICaseRecord
{
    private Attendance() { }

    public Id<Attendance> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<GroupPlace> Place { get; private set; }
    public Id<CohortSession> Session { get; private set; }
    public Presence Presence { get; private set; }
    public DateOnly On { get; private set; }
    public DateTime At { get; private set; }
    public Id<Member> By { get; private set; }

    /// <summary>The keyworker's safety check that an absence set.</summary>
    public Id<CaseTask>? Check { get; private set; }
    public SchoolNotice Notice { get; private set; }

    /// <summary>The rules of the send guard that refused the notice, by their codes.</summary>
    public string NoticeCodes { get; private set; } = "";
    public long FactCodes { get; private set; }
    public Guid PersonToken { get; private set; }
    public int Version { get; private set; }

    internal static Attendance Note(Act act, CohortSession session, GroupPlace place, Presence presence)
    {
        var attendance = new Attendance
        {
            Id = Id<Attendance>.New(), CaseFile = place.CaseFile, Place = place.Id, Session = session.Id, Presence = presence, On = session.On, At = act.At, By = act.Who.Member,
            FactCodes = place.FactCodes, PersonToken = place.PersonToken,
        };
        attendance.Record(act, 1);
        return attendance;
    }

    /// <summary>The register was wrong: what was counted is taken back and counted anew.</summary>
    internal void Correct(Act act, Presence presence)
    {
        Record(act, -1);
        (Presence, At, By) = (presence, act.At, act.Who.Member);
        Record(act, 1);
    }

    internal void Follow(Id<CaseTask> check, SchoolNotice notice, string codes) => (Check, Notice, NoticeCodes) = (check, notice, codes);

    /// <summary>They came after all: the check is no longer this row's.</summary>
    internal void Unfollow() => (Check, Notice, NoticeCodes) = (null, SchoolNotice.NotNeeded, "");

    private void Record(Act act, int sign) =>
        act.Record(Fact.Of(FactKind.GroupSession, On, act.At, Id.Value, PersonToken, CaseFile, new FactCodes(FactCodes) { Reason = (int)Presence + 1 }, sign: sign));
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.Property(a => a.NoticeCodes).HasMaxLength(400);
        attendance.HasIndex(a => new { a.Session, a.Place }).IsUnique();
        attendance.HasIndex(a => new { a.Place, a.On });
        attendance.HasIndex(a => a.CaseFile);
    }
}
