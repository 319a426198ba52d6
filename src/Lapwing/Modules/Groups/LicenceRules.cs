using Lapwing.Data;

namespace Lapwing.Modules.Groups;

/// <summary>A session whose facilitators cannot lead it on its day, with the reason of each.</summary>
public sealed record Unlicensed(CohortSession Session, string Why);

/// <summary>Who can lead a session on its day. Worked out from licences as they stand, each time: when a licence changes, every session is seen anew at once.
/// Source: AVA, CODA facilitators hold a current licence and training.</summary>
public static class LicenceRules
{
    /// <summary>The sessions that nobody licensed leads.</summary>
    /// <param name="facilitators">Of the programme, with the name of each.</param>
    public static IReadOnlyList<Unlicensed> Of(IEnumerable<CohortSession> sessions, IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> facilitators) =>
        [.. sessions.Select(session => (session, Why: WhyNot(session, facilitators))).Where(s => s.Why is not null).Select(s => new Unlicensed(s.session, s.Why!)).OrderBy(u => u.Session.Number)];

    /// <summary>Why a session has nobody who is licensed on its day, or null when it has.</summary>
    public static string? WhyNot(CohortSession session, IReadOnlyDictionary<Id<Facilitator>, (string Name, LicenceTerms Terms)> facilitators)
    {
        var reasons = new List<string>();
        foreach (var id in new[] { session.Lead, session.Second }.OfType<Id<Facilitator>>())
        {
            if (!facilitators.TryGetValue(id, out var one))
                continue;
            if (one.Terms.WhyNotOn(session.On) is not { } why)
                return null;
            reasons.Add($"{one.Name}: {why}");
        }
        return reasons.Count == 0 ? "Nobody is named to lead it" : string.Join("; ", reasons);
    }
}
