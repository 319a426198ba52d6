using Lapwing.Access;
using Lapwing.Modules.Directory;

namespace Lapwing.Data;

/// <summary>The member of an account at one instant, with the edition of the directory then: all that a request asks before anything else, in one question.
/// It is asked anew by every request.</summary>
/// <param name="IsInEmergency">Whether there are files that this member has entered in an emergency; which ones is asked then (<see cref="Emergencies"/>).</param>
internal sealed record AtTheDoor(Id<Member> Member, string Name, Id<Agency> Agency, Job Jobs, IReadOnlyList<Id<Team>> Teams, long? Edition, bool IsInEmergency)
{
    /// <summary>The same question on both engines, but for how values are handed over.</summary>
    /// <param name="account">The name of the parameter on this engine.</param>
    /// <param name="now">The name of the parameter on this engine.</param>
    internal static string Question(string account, string now) => $"""
        SELECT m.id, m.name, m.agency, m.jobs, t.team, (SELECT e.number FROM editions e WHERE e.id = 1),
            EXISTS (SELECT 1 FROM emergency_uses u WHERE u.member = m.id AND u.at <= {now} AND {now} < u.until)
        FROM members m LEFT JOIN team_memberships t ON t.member = m.id AND t."from" <= {now} AND (t.until IS NULL OR {now} < t.until)
        WHERE m.account = {account} AND m."from" <= {now} AND (m.until IS NULL OR {now} < m.until)
        """;

    /// <summary>The rows of one member, a row for each team.</summary>
    /// <exception cref="InvalidOperationException">An account is two members at once: better nobody than the wrong one.</exception>
    internal static AtTheDoor? Of(IReadOnlyList<(Guid Member, string Name, Guid Agency, string Jobs, Guid? Team, long? Edition, bool IsInEmergency)> rows)
    {
        if (rows.Count == 0)
            return null;
        var first = rows[0];
        if (rows.Any(row => row.Member != first.Member))
            throw new InvalidOperationException("One account is two members of this partnership at the same time.");
        return new(new(first.Member), first.Name, new(first.Agency), Enum.Parse<Job>(first.Jobs), [.. rows.Where(row => row.Team is not null).Select(row => new Id<Team>(row.Team!.Value))], first.Edition, first.IsInEmergency);
    }
}
