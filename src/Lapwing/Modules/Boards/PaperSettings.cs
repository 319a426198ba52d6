using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.Boards.Documents;
using Lapwing.Modules.Directory;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Boards;

/// <summary>The labels that this partnership's papers carry, the strictest first, each with its handling rules.</summary>
public sealed record PaperSettings
{
    public const string Concern = "papers";
    public const int CodeLimit = 40, LabelLimit = 60, RuleLimit = 300, MostMarkings = 8, MostRules = 12;

    public IReadOnlyList<Marking> Markings { get; init; } =
    [
        new("restricted", "RESTRICTED",
        [
            "Only members of the board that this paper is for, and whoever they name to the programme, may read it.",
            "Do not forward, copy or photograph it, and do not take it onto a device that others use.",
            "Do not read from it in a public part of a meeting: a public version is made for that.",
            "Do not try to find out who a number is about. If you think that you can tell, say so to the programme at once.",
            "Destroy it when the meeting is over. The programme keeps the record copy.",
        ]),
        new("official-sensitive", "OFFICIAL-SENSITIVE",
        [
            "Share it only with people who need it for their work, and say so when you do.",
            "Do not try to find out who a number is about. If you think that you can tell, say so to the programme at once.",
        ]),
        new("official", "OFFICIAL", ["For the work of the partnership. Ask the programme before it is published."]),
        new("public", "PUBLIC", ["May be published."]),
    ];

    /// <exception cref="RuleBroken">No marking has that code.</exception>
    public Marking this[string code] => Markings.FirstOrDefault(m => m.Code == code) ?? throw new RuleBroken("marking", $"There is no marking \"{code}\" any more. Choose another.");

    /// <summary>0 for the strictest.</summary>
    public int PlaceOf(string code) => Markings.ToList().IndexOf(this[code]);

    /// <summary>The marking that a new paper gets: the one wanted, or the strictest when there is none such; one for the public the most open.</summary>
    public string ForAudience(string audience, string wanted) =>
        audience == "public" ? Markings[^1].Code : Markings.Any(m => m.Code == wanted) ? wanted : Markings[0].Code;

    /// <summary>What is wrong with these markings, if anything.</summary>
    public IEnumerable<string> Problems()
    {
        if (Markings.Count is 0 or > MostMarkings)
            yield return $"Keep from 1 to {MostMarkings} markings";
        foreach (var twice in Markings.GroupBy(m => m.Code, StringComparer.Ordinal).Where(same => same.Count() > 1))
            yield return $"Two markings are called {twice.First().Label}";
        foreach (var marking in Markings)
        {
            if (marking.Code.Length is 0 or > CodeLimit || marking.Label.Length is 0 or > LabelLimit)
                yield return $"A marking needs a label of at most {LabelLimit} characters";
            if (marking.Rules.Count is 0 or > MostRules)
                yield return $"{marking.Label}: write from 1 to {MostRules} handling rules, one on each line";
            if (marking.Rules.Any(rule => rule.Length > RuleLimit))
                yield return $"{marking.Label}: a handling rule has at most {RuleLimit} characters";
        }
    }

    public static async Task<PaperSettings> ReadAsync(PartnershipDb db, CancellationToken ct) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<PaperSettings>() ?? new();
}
