using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Time;
using Lapwing.Web;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.People.Orders;

/// <summary>One order with whom it protects and whom it binds, in words.</summary>
public sealed record OrderLine(ProtectionOrder Order, OrderStanding Standing, bool EndsSoon, IReadOnlyList<string> Protects, IReadOnlyList<string> Binds, string? IssuedBy, string? Conditions)
{
    public string Title => $"{Order.Kind.Title()}, {OrderRules.UntilWords(Order.EndsOn)}";

    public string Between => $"protects {Joined(Protects)} against {Joined(Binds)}";

    public string? BreachesWords => Order.Breaches switch { 0 => null, 1 => "breached once", var times => $"breached {times} times" };

    private static string Joined(IReadOnlyList<string> names) => names.Count == 0 ? "nobody named here" : names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}

/// <summary>The orders of one file: those in force first, then by their end.</summary>
public static class OrdersOfFile
{
    /// <summary>More than one family has.</summary>
    public const int Most = 200;

    public static async Task<IReadOnlyList<OrderLine>> ReadAsync(PartnershipDb db, FileKey key, CancellationToken ct)
    {
        var orders = await db.Orders.AsNoTracking().Where(o => o.CaseFile == key.File).OrderBy(o => o.Id).Take(Most).ToListAsync(ct);
        if (orders.Count == 0)
            return [];
        var (today, days) = (LondonTime.DateOf(db.Viewer.Now), (await OrderSettings.ReadAsync(db, ct)).ReminderDays);
        var parties = await db.OrderParties.AsNoTracking().Where(p => p.CaseFile == key.File).ToListAsync(ct);
        var ids = parties.Select(p => p.Person).Distinct().ToArray();
        var names = (await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.DisplayName(key));
        return [.. orders.Select(o => new OrderLine(o, o.StandingOn(today), OrderRules.EndsSoon(today, o.IssuedOn, o.EndsOn, o.DischargedOn, days),
                Named(o, OrderSide.Protects), Named(o, OrderSide.Binds), key.RevealIfAny(o.IssuedBy), key.RevealIfAny(o.Conditions)))
            .OrderByDescending(l => l.Standing == OrderStanding.InForce).ThenByDescending(l => l.Standing == OrderStanding.NotYet).ThenBy(l => l.Order.EndsOn ?? DateOnly.MaxValue)];

        IReadOnlyList<string> Named(ProtectionOrder order, OrderSide side) =>
            [.. parties.Where(p => p.Order == order.Id && p.Side == side).Select(p => names.GetValueOrDefault(p.Person, "Not named")).Order(StringComparer.Ordinal)];
    }

    /// <summary>What stands above every page of the file, and so wherever contact is made: the orders in force.</summary>
    public static async Task<IReadOnlyList<FileAlert>> AlertsAsync(Here here, FileKey key, CancellationToken ct) =>
        [.. (await ReadAsync(here.Db, key, ct)).Where(l => l.Standing == OrderStanding.InForce).Select(l => new FileAlert(
            $"{l.Title}: it {l.Between}.{(l.EndsSoon ? " It ends soon." : "")}{(l.BreachesWords is { } breaches ? $" It was {breaches}." : "")}", OrderModel.Url(here.Address, key.File, l.Order.Id)))];
}
