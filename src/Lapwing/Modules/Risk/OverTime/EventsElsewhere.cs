using Lapwing.Access;
using Lapwing.Data;
using Lapwing.Modules.People;
using Lapwing.Modules.People.Orders;
using Lapwing.Time;
using Microsoft.EntityFrameworkCore;

namespace Lapwing.Modules.Risk.OverTime;

/// <summary>What the rest of a file knows that makes an assessment old: moves, separations and orders. Nobody has to say it a second time under risk.
/// Source: domain facts b2 (re-do the Dash on relocation [S10][S10c]) and b1; no address is read, only that somebody moved.</summary>
public static class EventsElsewhere
{
    /// <summary>For many files at once, from a few queries: dates and codes, no key and no name.</summary>
    public static async Task<ILookup<Id<CaseFile>, DatedEvent>> ReadAsync(PartnershipDb db, Id<CaseFile>[] files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var changes = await db.SafetyChanges.AsNoTracking().Where(c => files.Contains(c.CaseFile)).Select(c => new { c.CaseFile, c.Kind, c.At, c.RecordedAt }).ToListAsync(ct);
        return changes.Select(c => (c.CaseFile, Event: OfChange(c.Kind, c.At, c.RecordedAt)))
            .Concat(await StaysAsync(db, files, ct)).Concat(await OrdersAsync(db, files, ct)).ToLookup(e => e.CaseFile, e => e.Event);
    }

    private static async Task<IReadOnlyList<(Id<CaseFile> CaseFile, DatedEvent Event)>> StaysAsync(PartnershipDb db, Id<CaseFile>[] files, CancellationToken ct)
    {
        var stays = await db.Stays.AsNoTracking().Where(s => files.Contains(s.CaseFile) && s.Kind == StayKind.Lives && (s.From != null || s.Until != null))
            .Join(db.People.Where(p => p.Role == RoleInFile.Subject || p.Role == RoleInFile.SaidToCauseHarm), s => s.Person, p => p.Id,
                (s, p) => new { s.CaseFile, Fact = new StayFact(p.Role == RoleInFile.Subject, s.From, s.RecordedAt, s.Until, s.EndRecordedAt) }).ToListAsync(ct);
        if (stays.Count == 0)
            return [];
        var opened = await db.CaseFiles.AsNoTracking().Where(f => files.Contains(f.Id)).Select(f => new { f.Id, f.OpenedAt }).ToDictionaryAsync(f => f.Id, f => LondonTime.DateOf(f.OpenedAt), ct);
        return [.. stays.Where(s => opened.ContainsKey(s.CaseFile)).SelectMany(s => OfStay(s.Fact, opened[s.CaseFile]).Select(e => (s.CaseFile, e)))];
    }

    private static async Task<IReadOnlyList<(Id<CaseFile> CaseFile, DatedEvent Event)>> OrdersAsync(PartnershipDb db, Id<CaseFile>[] files, CancellationToken ct)
    {
        var orders = await db.Orders.AsNoTracking().Where(o => files.Contains(o.CaseFile))
            .Select(o => new { o.CaseFile, o.Id, Fact = new OrderFact(o.Kind, o.IssuedOn, o.EndsOn, o.DischargedOn, o.RecordedAt) }).ToListAsync(ct);
        if (orders.Count == 0)
            return [];
        var (today, reminderDays) = (LondonTime.DateOf(db.Viewer.Now), (await OrderSettings.ReadAsync(db, ct)).ReminderDays);
        var became = await db.OrderEvents.AsNoTracking().Where(e => files.Contains(e.CaseFile)).Select(e => new { e.CaseFile, e.Order, e.Kind, e.On, e.RecordedAt }).ToListAsync(ct);
        var kinds = orders.ToDictionary(o => o.Id, o => o.Fact.Kind);
        return [.. orders.SelectMany(o => OfOrder(o.Fact, today, reminderDays).Select(e => (o.CaseFile, e))),
            .. became.Where(e => kinds.ContainsKey(e.Order)).Select(e => (e.CaseFile, Said(kinds[e.Order], $"{e.Kind.Title().ToLowerInvariant()} on {Spoken.Day(e.On)}", e.On, e.RecordedAt)))];
    }

    /// <summary>A separation or a move, as whoever keeps the ways of contact wrote it down; that somebody was found out changes the risk too.</summary>
    public static DatedEvent OfChange(SafetyChangeKind kind, DateTime at, DateTime recordedAt)
    {
        // It counts from the end of its day.
        var on = LondonTime.DateOf(at.AddTicks(-1));
        return kind switch
        {
            SafetyChangeKind.Separated => new(RiskEventKind.Separation, on, recordedAt),
            SafetyChangeKind.Moved => new(RiskEventKind.Move, on, recordedAt),
            SafetyChangeKind.FoundOut => new(RiskEventKind.Other, on, recordedAt, $"The other person found something out on {Spoken.Day(on)}."),
            _ => new(RiskEventKind.Other, on, recordedAt, $"Somebody got hold of a telephone or e-mail on {Spoken.Day(on)}."),
        };
    }

    /// <summary>That the person, or who is said to cause harm, came to live somewhere or left. What was over before the file was opened is history, and without
    /// a day nobody knows that anybody moved.</summary>
    public static IEnumerable<DatedEvent> OfStay(StayFact stay, DateOnly fileOpenedOn)
    {
        ArgumentNullException.ThrowIfNull(stay);
        var who = stay.IsSubject ? "The person" : "Who is said to cause harm";
        if (PartialDate.FromStored(stay.From) is { } from && from.Latest >= fileOpenedOn)
            yield return new(RiskEventKind.Move, DayOf(from, stay.RecordedAt), stay.RecordedAt, $"{who} moved in somewhere, {from.Words}.");
        if (PartialDate.FromStored(stay.Until) is { } until && stay.EndRecordedAt is { } known && until.Latest >= fileOpenedOn)
            yield return new(RiskEventKind.Move, DayOf(until, known), known, $"{who} left where they lived, {until.Words}.");
    }

    /// <summary>That an order was made, comes to its end and has ended. One that was over before it was recorded is history; what a court or a breach did to it
    /// are entries of their own. Protection that ends soon is asked about before it has ended: from the day on which the worker is reminded.</summary>
    public static IEnumerable<DatedEvent> OfOrder(OrderFact order, DateOnly today, int reminderDays)
    {
        ArgumentNullException.ThrowIfNull(order);
        var last = order.DischargedOn ?? order.EndsOn;
        if (last < LondonTime.DateOf(order.RecordedAt))
            yield break;
        yield return Said(order.Kind, $"made on {Spoken.Day(order.IssuedOn)}", order.IssuedOn, order.RecordedAt);
        if (order.EndsOn is not { } ends || order.DischargedOn <= ends)
            yield break;
        var reminder = ends.AddDays(-reminderDays);
        if (reminder > order.IssuedOn && reminder <= today)
            yield return Said(order.Kind, $"its last day {(ends < today ? "was" : "is")} {Spoken.Day(ends)}", reminder, order.RecordedAt);
        if (ends < today)
            yield return Said(order.Kind, $"ended after {Spoken.Day(ends)}", ends, order.RecordedAt);
    }

    private static DatedEvent Said(OrderKind kind, string what, DateOnly on, DateTime recordedAt) => new(RiskEventKind.Order, on, recordedAt, $"{kind.Title()}: {what}.");

    /// <summary>A month or a year lies no further ahead than it was known.</summary>
    private static DateOnly DayOf(PartialDate date, DateTime recordedAt)
    {
        var known = LondonTime.DateOf(recordedAt);
        return date.Latest <= known ? date.Latest : date.Earliest >= known ? date.Earliest : known;
    }
}

/// <summary>A stay as the rule sees it.</summary>
public sealed record StayFact(bool IsSubject, string? From, DateTime RecordedAt, string? Until, DateTime? EndRecordedAt);

/// <summary>An order as the rule sees it: no conditions and no names.</summary>
public sealed record OrderFact(OrderKind Kind, DateOnly IssuedOn, DateOnly? EndsOn, DateOnly? DischargedOn, DateTime RecordedAt);
