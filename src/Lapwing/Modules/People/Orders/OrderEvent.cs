using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Modules.People.Orders;

public enum OrderEventKind { Varied, Discharged, Breached }

/// <summary>What became of an order: a court changed it, ended it, or somebody broke it.</summary>
public sealed class OrderEvent : ICaseRecord
{
    private OrderEvent() { }

    public const int TextLimit = 10_000;

    public Id<OrderEvent> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<ProtectionOrder> Order { get; private set; }
    public OrderEventKind Kind { get; private set; }
    public DateOnly On { get; private set; }
    public Protected? What { get; private set; }

    /// <summary>What was done about a breach.</summary>
    public Protected? Done { get; private set; }

    /// <summary>What held before a variation.</summary>
    public Protected? Before { get; private set; }
    public Id<Member> RecordedBy { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public int Version { get; private set; }

    internal static OrderEvent Record(Act act, FileKey key, Id<ProtectionOrder> order, OrderEventKind kind, DateOnly on, string? what, string? done, string? before) => new()
    {
        Id = Id<OrderEvent>.New(), CaseFile = key.File, Order = order, Kind = kind, On = on,
        What = key.SealIfAny(what), Done = key.SealIfAny(done), Before = key.SealIfAny(before), RecordedBy = act.Who.Member, RecordedAt = act.At,
    };
}

public static class OrderEventWords
{
    public static string Title(this OrderEventKind kind) => kind switch
    {
        OrderEventKind.Varied => "Varied",
        OrderEventKind.Discharged => "Discharged",
        OrderEventKind.Breached => "Breached",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
