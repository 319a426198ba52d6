using System.Diagnostics.CodeAnalysis;

namespace Lapwing.Data;

/// <summary>The identity of one <typeparamref name="T"/>: a version 7 GUID that says nothing about a person.
/// A person's id where a case file's is expected does not compile.</summary>
public readonly record struct Id<T>(Guid Value) : IId, IParsable<Id<T>>
{
    public static Id<T> New() => new(OrderedGuid.Next());

    public override string ToString() => Value.ToString("N");

    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var ok = Guid.TryParseExact(s, "N", out var value);
        result = new(value);
        return ok;
    }
}

/// <summary>Any identity, whatever it identifies.</summary>
public interface IId
{
    Guid Value { get; }
}
