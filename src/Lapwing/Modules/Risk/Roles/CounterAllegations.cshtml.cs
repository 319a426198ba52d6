using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>How many of the files that a viewer may know stand where; worked out from what is said and decided, never stored.</summary>
public sealed record RoleTotals(int Alleged, int Unresolved, int PrimaryVictims, int PrimaryPerpetrators)
{
    /// <summary>By the person for whom each file was opened.</summary>
    public static RoleTotals Of(IEnumerable<Role> roles)
    {
        var all = roles.ToList();
        return new(all.Count(r => r is Role.SaidToBeHarmed or Role.SaidToCauseHarm), all.Count(r => r == Role.Unresolved), all.Count(r => r == Role.PrimaryVictim), all.Count(r => r == Role.PrimaryPerpetrator));
    }
}

/// <summary>One pair of a file on the list.</summary>
public sealed record CounterLine(Id<CaseFile> File, string Name, Role Role, bool IsScreened);

/// <summary>The files of the viewer's teams in which it is said who harms whom: what is unresolved first, so that somebody decides it.</summary>
[Permit(Permission.WorkCases)]
public sealed class CounterAllegationsModel(Here here, PartnershipDb db) : PageModel
{
    /// <summary>The list ends here and says so; a partnership has a few dozen.</summary>
    public const int Most = 500;

    public IReadOnlyList<CounterLine> Lines { get; private set; } = [];
    public RoleTotals Totals { get; private set; } = new(0, 0, 0, 0);
    public bool IsCut { get; private set; }
    public string Partnership => here.Address;

    public static new string Url(string partnership) => $"/{partnership}/counter-allegations";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var said = await db.RoleAssertions.AsNoTracking().Where(a => a.WithdrawnAt == null).OrderByDescending(a => a.At).Take(Most * 4 + 1).ToListAsync(ct);
        IsCut = said.Count > Most * 4;
        var files = said.Select(a => a.CaseFile).Distinct().ToArray();
        var decisions = (await db.RoleDecisions.AsNoTracking().Where(d => files.Contains(d.CaseFile) && d.ReversedAt == null).ToListAsync(ct)).ToLookup(d => d.CaseFile);
        var screened = (await db.RoleScreenings.AsNoTracking().Where(s => files.Contains(s.CaseFile)).Select(s => new { s.CaseFile, s.Other }).ToListAsync(ct)).Select(s => (s.CaseFile, s.Other)).ToHashSet();
        var subjects = (await db.People.AsNoTracking().Where(p => files.Contains(p.CaseFile)).ToListAsync(ct)).GroupBy(p => p.CaseFile).ToDictionary(g => g.Key, g => g.OrderBy(p => p.Id.ToString(), StringComparer.Ordinal).First());
        var keys = await db.KeysOfAsync(files, ct);
        Lines = [.. said.GroupBy(a => a.CaseFile).Where(g => subjects.ContainsKey(g.Key) && keys.ContainsKey(g.Key)).SelectMany(g =>
        {
            var (subject, all) = (subjects[g.Key], g.ToList());
            return RoleRules.OthersOf(subject.Id, all).Select(other => new CounterLine(g.Key, subject.DisplayName(keys[g.Key]),
                RoleRules.Of(subject.Id, other, all, [.. decisions[g.Key]]), screened.Contains((g.Key, other))));
        }).OrderBy(l => l.Role != Role.Unresolved).ThenBy(l => l.Name, StringComparer.Ordinal)];
        Totals = RoleTotals.Of(Lines.Select(l => l.Role));
        // The list shows names: it is written down before it is shown.
        await db.WriteReadAsync(here.Act("list", "counter-allegations"), null, null, "circle", ct);
    }
}
