using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Boards.Export;
using Lapwing.Settings;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards.Pages;

/// <summary>One paper: how far it is, its sections, what was done to it and who has read it.</summary>
[Permit(Permission.ReadPapers)]
public sealed class PaperModel(Here here, PartnershipDb db, Installation installation) : PageModel
{
    /// <summary>How much of the history and of the reader log a page shows.</summary>
    private const int Most = 50;

    private Dictionary<Id<Member>, string> names = [];

    public OpenPaper Open { get; private set; } = null!;
    public Marking Marking { get; private set; } = null!;
    public string FiguresAre { get; private set; } = "";
    public IReadOnlyList<PaperStep> Steps { get; private set; } = [];
    public IReadOnlyList<PaperReading> Readings { get; private set; } = [];
    public string? WhyNoPdf => PaperPdf.WhyNot(installation);
    public string Partnership => here.Address;
    public bool MayWrite => here.Viewer.May(Permission.WritePapers);
    public bool MayChangeText => MayWrite && Open.Paper.TextCanChange;
    public bool MayApprove => here.Viewer.May(Permission.ApprovePapers);

    public static new string Url(string partnership, Id<Paper> paper) => $"/{partnership}/papers/{paper}";

    public static string ColourOf(PaperState state) => state switch { PaperState.Draft => "grey", PaperState.Frozen => "blue", _ => "green" };

    public string NameOf(Id<Member> member) => names.GetValueOrDefault(member, "The system");

    public async Task<IActionResult> OnGetAsync(string paper, CancellationToken ct)
    {
        if (await OpenPaper.FindAsync(db, paper, ct) is not { } open)
            return NotFound();
        Open = open;
        var id = open.Paper.Id;
        Marking = (await PaperSettings.ReadAsync(db, ct))[open.Paper.Marking];
        Steps = await db.PaperSteps.AsNoTracking().Where(s => s.Paper == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(Most).ToListAsync(ct);
        Readings = await db.PaperReadings.AsNoTracking().Where(r => r.Paper == id).OrderByDescending(r => r.At).Take(Most).ToListAsync(ct);
        var wanted = Steps.Select(s => s.By).Concat(Readings.Select(r => r.By)).Concat(open.Sections.Select(s => s.EditedBy)).Distinct().ToArray();
        names = await db.Members.AsNoTracking().Where(m => wanted.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        FiguresAre = open.Paper.Snapshot is { } snapshot
            ? $"Frozen as known on {Spoken.Moment(await db.Snapshots.Where(s => s.Id == snapshot).Select(s => s.KnownAt).SingleAsync(ct))}"
            : "Live: they change with the records until they are frozen";
        return Page();
    }
}
