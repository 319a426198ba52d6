using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Places.Work;

/// <summary>Whether harm is done again, and to whom. The order is that of the coded fact: add at the end.</summary>
public enum HarmKind { Neither, Repeat, Serial, SerialAndRepeat }

/// <summary>
/// The rule by which somebody is called a serial or a repeat perpetrator. Source: evaluation of the Drive Project, executive summary (2020), domain facts b4 [S30]:
/// serial = different victims; repeat = the same victim. It counts incidents on different days that are not taken back, and whom the file says were harmed; who is said to
/// be harmed without a day counts as a victim, never as a repetition.
/// </summary>
public sealed record HarmPattern(HarmKind Kind, int Victims, int MostForOne)
{
    public const int SerialFrom = 2, RepeatFrom = 2;

    public bool IsSerial => Kind is HarmKind.Serial or HarmKind.SerialAndRepeat;
    public bool IsRepeat => Kind is HarmKind.Repeat or HarmKind.SerialAndRepeat;

    /// <param name="harm">Who was harmed, and on which day where that is known.</param>
    public static HarmPattern Of(IEnumerable<(Guid Victim, DateOnly? On)> harm)
    {
        var byVictim = harm.GroupBy(h => h.Victim).ToList();
        var most = byVictim.Select(v => v.Select(h => h.On).OfType<DateOnly>().Distinct().Count()).DefaultIfEmpty().Max();
        var (serial, repeat) = (byVictim.Count >= SerialFrom, most >= RepeatFrom);
        return new(serial ? repeat ? HarmKind.SerialAndRepeat : HarmKind.Serial : repeat ? HarmKind.Repeat : HarmKind.Neither, byVictim.Count, most);
    }

    /// <summary>From what is recorded in the file of the person causing harm.</summary>
    public static async Task<HarmPattern> ReadAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct)
    {
        var subject = await db.People.AsNoTracking().Where(p => p.CaseFile == file && p.Role == RoleInFile.Subject).OrderBy(p => p.Id).Select(p => (Id<Person>?)p.Id).FirstOrDefaultAsync(ct);
        var incidents = await db.Incidents.AsNoTracking().Where(i => i.CaseFile == file && i.TakenBackAt == null && i.SameAs == null && i.DoneBy == subject).Select(i => new { i.DoneTo, i.On }).ToListAsync(ct);
        var said = await db.RoleAssertions.AsNoTracking().Where(r => r.CaseFile == file && r.WithdrawnAt == null && r.Harmer == subject).Select(r => r.Harmed).ToListAsync(ct);
        return Of(incidents.Select(i => (i.DoneTo.Value, (DateOnly?)i.On)).Concat(said.Select(person => (person.Value, (DateOnly?)null))));
    }

    public string Says => Kind switch
    {
        HarmKind.Serial => $"Serial: {Victims} different victims.",
        HarmKind.Repeat => $"Repeat: the same victim on {MostForOne} days.",
        HarmKind.SerialAndRepeat => $"Serial and repeat: {Victims} different victims, one of them on {MostForOne} days.",
        _ => "Neither serial nor repeat by what is recorded in this file.",
    };
}
