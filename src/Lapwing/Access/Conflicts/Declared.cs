using Lapwing.Data;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Access;

/// <summary>What members have declared: each their own, and the guardian everybody's.</summary>
public static class Declared
{
    private const int Most = 500;

    /// <summary>The viewer's own.</summary>
    public static Task<List<(Id<DeclaredPerson> Id, Tie Tie, DeclaredWho Who)>> MineAsync(PartnershipDb db, CancellationToken ct = default) => OfAsync(db, db.Viewer.Member, ct);

    /// <summary>A member's, for the guardian.</summary>
    /// <exception cref="RuleBroken">Somebody else asks.</exception>
    public static Task<List<(Id<DeclaredPerson> Id, Tie Tie, DeclaredWho Who)>> ForGuardianAsync(PartnershipDb db, Id<Member> member, CancellationToken ct = default) =>
        db.Viewer.May(Permission.GuardWalls) ? OfAsync(db, member, ct) : throw new RuleBroken("guardian-only", "Only the guardian of this partnership sees what others declared.");

    public static void Add(PartnershipDb db, Act act, Tie tie, DeclaredWho who) => db.DeclaredPeople.Add(DeclaredPerson.Declare(act, db.Session.Keys, act.Who.Member, tie, who));

    /// <summary>What is known of a member from the start, such as the e-mail address of the invitation.</summary>
    public static void AddSelf(PartnershipDb db, Act act, Id<Member> member, DeclaredWho who) => db.DeclaredPeople.Add(DeclaredPerson.Declare(act, db.Session.Keys, member, Tie.Myself, who));

    public static async Task SayOfMyselfAsync(PartnershipDb db, Act act, DeclaredWho who, CancellationToken ct = default)
    {
        var me = act.Who.Member;
        if (await db.DeclaredPeople.Where(d => d.Member == me && d.Tie == Tie.Myself && d.EndedAt == null).OrderByDescending(d => d.DeclaredAt).FirstOrDefaultAsync(ct) is { } self)
            self.Change(act, db.Session.Keys, who);
        else
            AddSelf(db, act, me, who);
    }

    /// <returns>False when it is not the viewer's own.</returns>
    public static async Task<bool> TakeBackAsync(PartnershipDb db, Act act, Id<DeclaredPerson> id, CancellationToken ct = default)
    {
        var me = act.Who.Member;
        var mine = await db.DeclaredPeople.SingleOrDefaultAsync(d => d.Id == id && d.Member == me && d.EndedAt == null, ct);
        mine?.End(act);
        return mine is not null;
    }

    private static async Task<List<(Id<DeclaredPerson>, Tie, DeclaredWho)>> OfAsync(PartnershipDb db, Id<Member> member, CancellationToken ct) =>
        [.. (await db.DeclaredPeople.AsNoTracking().Where(d => d.Member == member && d.EndedAt == null).OrderBy(d => d.DeclaredAt).Take(Most).ToListAsync(ct)).Select(d => (d.Id, d.Tie, d.Reveal(db.Session.Keys)))];
}

/// <summary>How a tie is said.</summary>
public static class TieWords
{
    public static string Title(Tie tie) => tie switch
    {
        Tie.Myself => "Themselves",
        Tie.Family => "Family, or family of a partner",
        Tie.Partner => "Partner",
        Tie.FormerPartner => "Former partner",
        Tie.Friend => "Friend",
        Tie.Neighbour => "Neighbour",
        Tie.Colleague => "Colleague, now or before",
        Tie.Other => "Another way",
        _ => throw new ArgumentOutOfRangeException(nameof(tie), tie, null),
    };
}
