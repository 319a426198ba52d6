using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Casework.Contact;
using Lapwing.Modules.Casework.Plans;
using Lapwing.Modules.People;
using Lapwing.Settings;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Groups;

/// <summary>Takes the register of a session, with what an absence sets going: the keyworker's safety check on the same day, and a neutral notice to the school through
/// the send guard, where the school agreed and the way is safe. Source: CODA criteria, Bromley ("absence told to school").</summary>
public sealed class Register(PartnershipDb db, SendGuard guard, Outbound outbound)
{
    /// <summary>Writes down who came. What did not change stays as it is; the caller saves.</summary>
    /// <exception cref="RuleBroken">The register does not open.</exception>
    public async Task TakeAsync(Act act, GroupProgramme programme, Cohort cohort, CohortSession session, IReadOnlyDictionary<Id<GroupPlace>, Presence> marks, CancellationToken ct)
    {
        session.OpenRegister(act, programme, await GroupPeople.FacilitatorsAsync(db, programme.Id, ct));
        var ids = marks.Keys.ToArray();
        var places = await db.GroupPlaces.Where(p => ids.Contains(p.Id)).ToListAsync(ct);
        var before = (await db.Attendances.Where(a => a.Session == session.Id && ids.Contains(a.Place)).ToListAsync(ct)).ToDictionary(a => a.Place);
        var keys = await db.KeysOfAsync(places.Select(p => p.CaseFile), ct);
        foreach (var place in places)
        {
            var presence = marks[place.Id];
            if (!before.TryGetValue(place.Id, out var attendance))
                db.Attendances.Add(attendance = Attendance.Note(act, session, place, presence));
            else if (attendance.Presence != presence)
                attendance.Correct(act, presence);
            else
                continue;
            if (presence == Presence.Came)
            {
                place.Start(act, session.On);
                await UndoAsync(act, keys[place.CaseFile], attendance, ct);
            }
            else if (attendance.Check is null)
            {
                await FollowAsync(act, keys[place.CaseFile], cohort, session, place, attendance, ct);
            }
        }
        session.Took(act);
    }

    private async Task FollowAsync(Act act, FileKey key, Cohort cohort, CohortSession session, GroupPlace place, Attendance attendance, CancellationToken ct)
    {
        var entry = await db.WaitingEntries.AsNoTracking().SingleAsync(e => e.Id == place.Entry, ct);
        var check = CaseTask.Set(act, key, $"Safety check today: absent from session {session.Number} of {cohort.Name} on {Spoken.Day(session.On)}. Make contact only in a safe way.",
            await OwnerAsync(act, entry, ct), LondonTime.DateOf(act.At));
        db.CaseTasks.Add(check);
        var (notice, codes) = await TellSchoolAsync(act, entry, attendance, ct);
        attendance.Follow(check.Id, notice, codes);
    }

    /// <summary>The keyworker, or whoever takes the register where the keyworker can no longer work in this file: a check without an owner is none.</summary>
    private async Task<Id<Member>> OwnerAsync(Act act, WaitingEntry entry, CancellationToken ct) =>
        entry.Keyworker is { } worker && (await Circles.CannotWorkAsync(db, [(entry.CaseFile, worker)], ct)).Count == 0 ? worker : act.Who.Member;

    private async Task<(SchoolNotice, string)> TellSchoolAsync(Act act, WaitingEntry entry, Attendance attendance, CancellationToken ct)
    {
        if (entry.Who != GroupFor.Children)
            return (SchoolNotice.NotNeeded, "");
        if (entry.SchoolAgrees != true)
            return (SchoolNotice.NotAgreed, "");
        if (entry.School is not { } school || await db.ContactMethods.AsNoTracking().SingleOrDefaultAsync(m => m.Id == school && m.CaseFile == entry.CaseFile, ct) is not { } method)
            return (SchoolNotice.NoContact, "");
        var channel = method.Kind == ContactKind.Email ? ContactChannel.Email : ContactChannel.Text;
        var settings = await ContactSettings.ReadAsync(db, ct);
        if (settings.NotReady(channel, outbound) is not null || settings.Problems(await ContactSettings.NamesAsync(db, ct)).Any())
            return (SchoolNotice.NotSetUp, "");
        var wanted = new Wanted(channel, act.At, school);
        if (await guard.DecideAsync(entry.CaseFile, wanted, ct) is { MayGo: false } refused)
            return (SchoolNotice.NotSafe, refused.Codes);
        // The attendance's own number: however often the register is sent, one notice.
        await guard.QueueAsync(act, entry.CaseFile, wanted, attendance.Id.Value, null, ct);
        return (SchoolNotice.Asked, "");
    }

    /// <summary>They came after all: the check that nobody has done yet is dropped with its reason.</summary>
    private async Task UndoAsync(Act act, FileKey key, Attendance attendance, CancellationToken ct)
    {
        if (attendance.Check is not { } id)
            return;
        if (await db.CaseTasks.SingleOrDefaultAsync(t => t.Id == id && t.DoneAt == null, ct) is { } check)
            check.Drop(act, key, "The register was corrected: they came.");
        attendance.Unfollow();
    }
}
