using System.ComponentModel.DataAnnotations;
using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Design;
using Lapwing.Modules.Directory;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Accounts.Members;

/// <summary>What the pages for adding and changing a member both ask.</summary>
public sealed class MemberForm
{
    [Required(ErrorMessage = "Enter the person's name"), StringLength(Member.NameLimit, ErrorMessage = "The name must be 200 characters or less")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the person's agency")]
    public string? Agency { get; set; }
    public List<Job> Jobs { get; set; } = [];
    public List<string> Teams { get; set; } = [];

    public Job Wanted => JobWords.Together(Jobs);

    /// <summary>Checks what the attributes cannot; the messages go to the page.</summary>
    public async Task<(Id<Agency> Agency, List<Id<Team>> Teams)> CheckAsync(PartnershipDb db, ModelStateDictionary state, CancellationToken ct)
    {
        if (Access.Jobs.WhyNotTogether(Wanted) is { } why)
            state.AddModelError("Input.Jobs", why);
        if (!Id<Agency>.TryParse(Agency, null, out var agency) || !await db.Agencies.AnyAsync(a => a.Id == agency, ct))
            state.TryAddModelError("Input.Agency", "Choose the person's agency");
        var teams = Teams.Select(text => Id<Team>.TryParse(text, null, out var id) ? id : default).ToList();
        var wanted = teams.ToArray();
        if (await db.Teams.CountAsync(t => wanted.Contains(t.Id), ct) != teams.Distinct().Count())
            state.AddModelError("Input.Teams", "Choose among the teams of this partnership");
        if ((Wanted & Access.Jobs.CaseWork) != 0 && teams.Count == 0)
            state.AddModelError("Input.Teams", "Choose at least one team: a job with cases works through the team's files");
        if (Wanted == Job.Administrator && teams.Count > 0)
            state.AddModelError("Input.Teams", "An administrator is in no team: teams open files");
        return (agency, teams);
    }

    public static async Task<IReadOnlyList<Option>> AgenciesAsync(PartnershipDb db, CancellationToken ct) =>
        [.. (await db.Agencies.AsNoTracking().Where(a => a.IsActive).OrderBy(a => a.Name).ToListAsync(ct)).Select(a => new Option(a.Id.ToString(), a.Name))];

    public static async Task<IReadOnlyList<Option>> TeamsAsync(PartnershipDb db, CancellationToken ct) =>
        [.. (await db.Teams.AsNoTracking().Where(t => t.IsActive).OrderBy(t => t.Name).ToListAsync(ct)).Select(t => new Option(t.Id.ToString(), t.Name))];

    /// <summary>Whether nobody else could confirm a job now.</summary>
    public static async Task<bool> IsAloneAsync(PartnershipDb db, CancellationToken ct)
    {
        var (now, me) = (db.Viewer.Now, db.Viewer.Member);
        var jobs = await db.Members.AsNoTracking().Where(m => m.Id != me && m.From <= now && (m.Until == null || m.Until > now)).Select(m => m.Jobs).Distinct().ToListAsync(ct);
        return !jobs.Any(held => held.Allows(Permission.ConfirmJobs));
    }
}
