using Lapwing.Access;
using Lapwing.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lapwing.Modules.People.Orders;

/// <summary>An order or protection as one file knows it: each side's file records it for itself, and nothing crosses.</summary>
public sealed class ProtectionOrder : ICaseRecord
{
    private ProtectionOrder() { }

    public const int IssuedByLimit = 200, ConditionsLimit = 10_000;

    public Id<ProtectionOrder> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public OrderKind Kind { get; private set; }
    public DateOnly IssuedOn { get; private set; }

    /// <summary>The last day; null is "until further order".</summary>
    public DateOnly? EndsOn { get; private set; }
    public DateOnly? DischargedOn { get; private set; }

    /// <summary>By which court or force.</summary>
    public Protected? IssuedBy { get; private set; }
    public Protected? Conditions { get; private set; }

    /// <summary>How often a breach was recorded; it is shown wherever the order is.</summary>
    public int Breaches { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    public static ProtectionOrder Record(Act act, FileKey key, OrderTerms terms)
    {
        var order = new ProtectionOrder { Id = Id<ProtectionOrder>.New(), CaseFile = key.File, RecordedAt = act.At };
        order.Keep(key, terms);
        return order;
    }

    /// <summary>Corrects what was recorded wrongly. A court's change is <see cref="Vary"/>.</summary>
    public void Correct(Act act, FileKey key, OrderTerms terms) => Keep(key, terms);

    /// <summary>A court changed it: what held before stays readable.</summary>
    /// <exception cref="RuleBroken">It is discharged, or the day is before it was made.</exception>
    public OrderEvent Vary(Act act, FileKey key, DateOnly on, DateOnly? endsOn, string? conditions, string? what)
    {
        MustStand(on);
        MustEndAfter(on, endsOn);
        var before = $"{OrderRules.UntilWords(EndsOn)}\n{key.RevealIfAny(Conditions)}".Trim();
        (EndsOn, Conditions) = (endsOn, key.SealIfAny(conditions));
        return OrderEvent.Record(act, key, Id, OrderEventKind.Varied, on, what, null, before);
    }

    /// <exception cref="RuleBroken">It is discharged already, or the day is before it was made.</exception>
    public OrderEvent Discharge(Act act, FileKey key, DateOnly on, string? what)
    {
        MustStand(on);
        DischargedOn = on;
        return OrderEvent.Record(act, key, Id, OrderEventKind.Discharged, on, what, null, null);
    }

    /// <summary>Somebody did what it forbids. A breach is recorded whenever it becomes known, also after the order has ended.</summary>
    /// <param name="done">What was done about it: a breach that nobody acted on is the failure that inquiries find.</param>
    /// <exception cref="RuleBroken">Nothing is said to have been done, or the order did not hold on that day.</exception>
    public OrderEvent Breach(Act act, FileKey key, DateOnly on, string what, string done)
    {
        if (string.IsNullOrWhiteSpace(done))
            throw new RuleBroken("breach-done", "Say what was done about the breach.");
        if (OrderRules.On(on, IssuedOn, EndsOn, DischargedOn) != OrderStanding.InForce)
            throw new RuleBroken("breach-day", "The order was not in force on that day. Check the date of the breach and of the order.");
        Breaches++;
        return OrderEvent.Record(act, key, Id, OrderEventKind.Breached, on, what, done, null);
    }

    public OrderStanding StandingOn(DateOnly day) => OrderRules.On(day, IssuedOn, EndsOn, DischargedOn);

    private void Keep(FileKey key, OrderTerms terms)
    {
        MustEndAfter(terms.IssuedOn, terms.EndsOn);
        (Kind, IssuedOn, EndsOn, IssuedBy, Conditions) = (terms.Kind, terms.IssuedOn, terms.EndsOn, key.SealIfAny(terms.IssuedBy), key.SealIfAny(terms.Conditions));
    }

    private void MustStand(DateOnly on)
    {
        if (DischargedOn is not null)
            throw new RuleBroken("order-discharged", "This order has been discharged.");
        if (on < IssuedOn)
            throw new RuleBroken("before-order", "That day is before the order was made.");
    }

    private static void MustEndAfter(DateOnly from, DateOnly? endsOn)
    {
        if (endsOn < from)
            throw new RuleBroken("order-ends", "An order cannot end before it begins.");
    }
}

/// <summary>What an order says.</summary>
public sealed record OrderTerms(OrderKind Kind, DateOnly IssuedOn, DateOnly? EndsOn, string? IssuedBy, string? Conditions)
{
    /// <summary>Never the conditions.</summary>
    public override string ToString() => "(terms)";
}

internal sealed class OrderMapping : IEntityTypeConfiguration<ProtectionOrder>, IEntityTypeConfiguration<OrderParty>, IEntityTypeConfiguration<OrderEvent>
{
    public void Configure(EntityTypeBuilder<ProtectionOrder> order)
    {
        order.HasIndex(o => o.CaseFile);
        // Which end soon.
        order.HasIndex(o => o.EndsOn);
    }

    public void Configure(EntityTypeBuilder<OrderParty> party) => party.HasIndex(p => p.CaseFile);

    public void Configure(EntityTypeBuilder<OrderEvent> happened) => happened.HasIndex(e => e.CaseFile);
}
