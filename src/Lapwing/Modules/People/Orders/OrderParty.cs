using Lapwing.Access;
using Lapwing.Data;

namespace Lapwing.Modules.People.Orders;

/// <summary>Whether an order protects somebody or binds them.</summary>
public enum OrderSide { Protects, Binds }

/// <summary>Somebody of the file whom an order protects or binds.</summary>
public sealed class OrderParty : ICaseRecord
{
    private OrderParty() { }

    public Id<OrderParty> Id { get; private set; }
    public Id<CaseFile> CaseFile { get; private set; }
    public Id<ProtectionOrder> Order { get; private set; }
    public Id<Person> Person { get; private set; }
    public OrderSide Side { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleBroken">The person belongs to another file.</exception>
    public static OrderParty Name(ProtectionOrder order, Person person, OrderSide side) => order.CaseFile != person.CaseFile
        ? throw new RuleBroken("other-file", "An order names people of the same file.")
        : new() { Id = Id<OrderParty>.New(), CaseFile = order.CaseFile, Order = order.Id, Person = person.Id, Side = side };
}
