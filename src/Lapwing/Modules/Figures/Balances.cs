using Lapwing.Modules.Figures.Disclosure;
using Lapwing.Time;

namespace Lapwing.Modules.Figures;

/// <summary>The sums that any reader of two papers can do: what stands at the end is what stood, and what began, less what ended. Open support is told by
/// service; who is accepted is told by pathway, waits for one of its services, and waits no longer when support starts. A shared place is held from the offer until it is returned or used.</summary>
internal static class Balances
{
    private const string Service = "service";

    /// <param name="servicesOf">The services of each pathway, by the codes of their categories.</param>
    public static void Declare(ReleaseBuilder release, Counting counting, ILookup<string, string> servicesOf)
    {
        (string, string[])? all = null;
        for (var q = 1; q < counting.Quarters.Count; q++)
        {
            Weigh("episodes-open", all, "episodes-started", all, "episodes-ended", all, q);
            Weigh("people-waiting", all, "referrals-accepted", all, "episodes-started", all, q);
        }
        var now = counting.Quarters.Count - 1;
        foreach (var service in Of("episodes-open").Breakdowns.Single(b => b.Code == Service).Categories)
        {
            var one = (Service, new[] { service.Code });
            Weigh("episodes-open", one, "episodes-started", one, "episodes-ended", one, now);
        }
        foreach (var pathway in servicesOf)
        {
            var its = (Service, pathway.ToArray());
            Weigh("people-waiting", its, "referrals-accepted", ("pathway", new[] { pathway.Key }), "episodes-started", its, now);
        }

        void Weigh(string standing, (string, string[])? stands, string began, (string, string[])? begins, string ended, (string, string[])? ends, int q) => release.Balance(
            [.. Numbers(standing, stands, q - 1), .. Numbers(began, begins, q)], [.. Numbers(ended, ends, q), .. Numbers(standing, stands, q)]);

        if (counting.Slots.Any(slot => slot.Measure.Code == "places-held"))
            foreach (var borough in Of("places-held").Breakdowns.Single().Categories.Select(c => ((string, string[])?)("borough", new[] { c.Code })).Prepend(null))
                for (var q = borough is null ? 1 : now; q < counting.Quarters.Count; q++)
                    release.Balance([.. Numbers("places-held", borough, q - 1), .. Numbers("places-offered", borough, q)],
                        [.. Numbers("places-returned", borough, q), .. Numbers("places-used", borough, q), .. Numbers("places-held", borough, q)]);

        Counting.Slot Of(string measure) => counting.Slots.Single(slot => slot.Measure.Code == measure);

        IEnumerable<(CellKey, int)> Numbers(string measure, (string Breakdown, string[] Categories)? by, int q)
        {
            var (slot, quarter) = (Of(measure), ("quarter", (string?)counting.Quarters[q].Code));
            if (by is not { } wanted)
                return [(CellKey.Of(measure, quarter), slot.Totals[q])];
            var b = slot.Breakdowns.ToList().FindIndex(breakdown => breakdown.Code == wanted.Breakdown);
            var categories = slot.Breakdowns[b].Categories.ToList();
            return wanted.Categories.Select(code => (CellKey.Of(measure, quarter, (wanted.Breakdown, code)), slot.ByCategory[b][q][categories.FindIndex(c => c.Code == code)]));
        }
    }
}
