using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Demonstration;

/// <summary>A draft of each programme's paper, from its own template, for the quarter of the paper that the demonstration was made from.</summary>
public static class DemonstrationPapers
{
    private static readonly (string Address, Quarter Quarter)[] Planned =
        [(BarkingAndDagenham.Address, new(2023, 1)), ("barnet", new(2022, 1)), ("drive-east-area", new(2023, 1))];

    public static async Task CreateAsync(IServiceProvider services, IProgress<string> progress, CancellationToken ct)
    {
        var (partnerships, time) = (services.GetRequiredService<Partnerships>(), services.GetRequiredService<TimeProvider>());
        foreach (var (address, quarter) in Planned)
        {
            if (await partnerships.FindAsync(address, ct) is null)
                continue;
            await using var db = await partnerships.OpenAsync(address, Viewer.System("demonstration", LondonTime.UtcNow(time)), ct);
            if (await db.Papers.AnyAsync(ct))
                continue;
            progress.Report($"Drafting the paper for {quarter.Title} …");
            // In the name of the programme lead, so that the second one can approve it.
            var lead = await db.Members.Where(m => m.Jobs == Job.ProgrammeLead).OrderBy(m => m.Id).FirstAsync(ct);
            var act = new Act(db.Viewer with { Member = lead.Id }, db.Viewer.Now, "paper.make", "making a quarterly paper");
            var template = PaperTemplate.For(address)[0];
            var (open, made) = OpenPaper.Make(act, Paper.Draft(act, quarter, "board", 1, template.Title, template.Marking),
                template.SectionsFor("board").Select(s => (s.Heading, s.Body)), $"From the template {template.Name}");
            db.Add(open.Paper);
            db.AddRange(open.Sections);
            db.Add(made);
            await db.SaveAsync(act, ct);
        }
    }
}
