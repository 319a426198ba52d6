using Lapwing.Data;
using Lapwing.Modules.Directory;
using Lapwing.Modules.Figures.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Figures;

/// <summary>What each audience of this partnership may be shown. Anybody who may see numbers sees them as the board does.</summary>
public sealed record DisclosurePolicies
{
    public const string Concern = "disclosure";

    /// <summary>The audiences, from the one that is shown most.</summary>
    public static IReadOnlyList<string> Audiences { get; } = ["board", "public"];

    public DisclosurePolicy Board { get; init; } = DisclosurePolicy.Board;
    public DisclosurePolicy Public { get; init; } = DisclosurePolicy.Public;

    /// <summary>Who changed what and why, newest first.</summary>
    public IReadOnlyList<PolicyChange> Changes { get; init; } = [];

    public DisclosurePolicies With(DisclosurePolicy policy, PolicyChange change) =>
        (policy.Audience == "board" ? this with { Board = policy } : this with { Public = policy }) with { Changes = [change, .. Changes] };

    /// <exception cref="Access.RuleBroken">There is no such audience.</exception>
    public DisclosurePolicy For(string audience) => audience switch
    {
        "board" => Board,
        "public" => Public,
        _ => throw new Access.RuleBroken("audience", $"There is no audience called \"{audience}\". Choose board or public."),
    };

    public static async Task<DisclosurePolicies> ReadAsync(PartnershipDb db, CancellationToken ct) =>
        (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Concern == Concern, ct))?.Read<DisclosurePolicies>() ?? new();
}
