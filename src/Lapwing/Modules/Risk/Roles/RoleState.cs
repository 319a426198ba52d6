using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.Roles;

/// <summary>What one side of a matter may know of the others: that something is there, never what.</summary>
/// <param name="IsBothWays">On another side, somebody is said both to harm and to be harmed, and it is not assessed.</param>
/// <param name="IsAssessed">On another side a decision holds.</param>
/// <param name="Actions">For the rules alone; no page prints them.</param>
public sealed record OtherSides(bool IsBothWays, bool IsAssessed, IReadOnlyCollection<ActionKind> Actions)
{
    /// <summary>More than a matter has sides.</summary>
    private const int Most = 40;

    public static async Task<OtherSides> ReadAsync(PartnershipDb db, CaseFile file, CancellationToken ct)
    {
        var (matter, own) = (file.Matter, file.Id);
        var sides = await db.MatterSides.AsNoTracking().Where(s => s.Matter == matter && s.File != own).Take(Most).ToListAsync(ct);
        if (sides.Count == 0)
            return new(false, false, []);
        // Behind a wall a file does not even count.
        var open = new List<MatterSide>();
        foreach (var side in sides)
            if (await Circles.AnyWithoutWallAsync(db, [side.File], db.Viewer.Member, ct))
                open.Add(side);
        return new(open.Any(s => s.IsBothWays), open.Any(s => s.IsAssessed), [.. open.SelectMany(s => s.Kinds).Distinct()]);
    }
}

/// <summary>Two people of a file and what is known between them.</summary>
public sealed record RolePair(FilePerson Subject, Role SubjectRole, FilePerson Other, Role OtherRole, RoleScreening? Screening, RoleDecision? Decision);

/// <summary>Everything that is said and decided in one file about who does what to whom, with what conflicts. Derived each time.</summary>
public sealed record RoleState(FilePeople People, IReadOnlyList<RoleAssertion> Said, IReadOnlyList<RoleScreening> Screenings, IReadOnlyList<RoleDecision> Decisions,
    IReadOnlyList<AgencyAction> Actions, OtherSides Elsewhere)
{
    private const int Most = 500;

    public static async Task<RoleState> ReadAsync(PartnershipDb db, Id<CaseFile> file, CancellationToken ct) => await ReadAsync(db, await FilePeople.ReadAsync(db, file, ct), ct);

    public static async Task<RoleState> ReadAsync(PartnershipDb db, FilePeople people, CancellationToken ct)
    {
        var file = people.File.Id;
        return new(people,
            await db.RoleAssertions.AsNoTracking().Where(a => a.CaseFile == file).OrderByDescending(a => a.On).ThenByDescending(a => a.At).Take(Most).ToListAsync(ct),
            await db.RoleScreenings.AsNoTracking().Where(s => s.CaseFile == file).OrderByDescending(s => s.At).Take(Most).ToListAsync(ct),
            await db.RoleDecisions.AsNoTracking().Where(d => d.CaseFile == file).OrderByDescending(d => d.At).Take(Most).ToListAsync(ct),
            await db.AgencyActions.AsNoTracking().Where(a => a.CaseFile == file).OrderByDescending(a => a.On).ThenByDescending(a => a.At).Take(Most).ToListAsync(ct),
            await OtherSides.ReadAsync(db, people.File, ct));
    }

    public Id<Person> Subject => People.Subject.Id;

    public IReadOnlyList<RolePair> Pairs => [.. RoleRules.OthersOf(Subject, Said).Select(other => new RolePair(People.All[0], RoleRules.Of(Subject, other, Said, Decisions),
        People.All.FirstOrDefault(p => p.Id == other) ?? new(other, People.NameOf(other)), RoleRules.Of(other, Subject, Said, Decisions),
        Screenings.FirstOrDefault(s => s.Other == other), Decisions.FirstOrDefault(d => d.Holds && d.Other == other)))];

    /// <summary>In this file each is said to harm the other, and nobody has decided.</summary>
    public bool IsUnresolvedHere => Pairs.Any(p => p.SubjectRole == Role.Unresolved) || IsSaidAgainstItsSide;

    /// <summary>The person of a file that was opened on one side is said to be on the other as well, and it is not assessed.</summary>
    private bool IsSaidAgainstItsSide => People.File.Side switch
    {
        Side.Survivor => Pairs.Any(p => p.SubjectRole == Role.SaidToCauseHarm),
        Side.PersonCausingHarm => Pairs.Any(p => p.SubjectRole == Role.SaidToBeHarmed),
        _ => false,
    };

    public bool IsUnresolved => IsUnresolvedHere || (Elsewhere.IsBothWays && !Decisions.Any(d => d.Holds));

    public IEnumerable<AgencyAction> Standing => Actions.Where(a => a.EndedAt is null);

    /// <summary>Kinds that stand here and that nobody arranges while it is unresolved.</summary>
    public IReadOnlyList<ForbiddenAction> ForbiddenNow => IsUnresolved ? [.. ActionRules.Forbidden.Where(f => Standing.Any(a => a.Kind == f.Kind))] : [];

    /// <summary>Kinds that stand here and conflict with something on another side.</summary>
    public IReadOnlyList<ActionKind> ConflictsElsewhere => ActionRules.Conflicts(Standing.Select(a => a.Kind), Elsewhere.Actions);

    /// <summary>Keeps what the other sides may learn in step; call it before the save with what that save adds or changes.</summary>
    public static async Task KeepSideAsync(PartnershipDb db, RoleState state, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (file, subject) = (state.People.File, state.Subject);
        var side = await db.MatterSides.SingleOrDefaultAsync(s => s.File == file.Id, ct);
        if (side is null)
            db.MatterSides.Add(side = MatterSide.For(file));
        var standing = state.Said.Where(a => a.WithdrawnAt is null).ToList();
        side.Refresh(file.Side, standing.Any(a => a.Harmer == subject), standing.Any(a => a.Harmed == subject), state.Decisions.Any(d => d.Holds), state.Standing.Select(a => a.Kind));
    }
}
