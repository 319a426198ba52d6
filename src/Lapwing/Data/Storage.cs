using System.Reflection;
using Lapwing.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lapwing.Data;

/// <summary>How values are stored, the same for every entity and written for the weaker engine:
/// UTC instants, ids, enums as text, protected values as bytes.</summary>
internal static class Storage
{
    /// <summary>Every type that an <see cref="Id{T}"/> in the model names.</summary>
    private static readonly Type[] Identified = [.. typeof(Storage).Assembly.GetTypes()
        .Where(type => type.IsClass)
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
        .Where(type => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Id<>))
        .Select(type => type.GetGenericArguments()[0]).Where(type => !type.IsGenericParameter).Distinct()];

    public static void Common(ModelConfigurationBuilder builder)
    {
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(120);
        builder.Properties<Protected>().HaveConversion<ProtectedConverter>();
    }

    /// <summary>SQLite: ids as 16 bytes in sort order, instants as whole microseconds.</summary>
    public static void Sqlite(ModelConfigurationBuilder builder)
    {
        Common(builder);
        builder.Properties<Guid>().HaveConversion<GuidBytes>();
        builder.Properties<DateTime>().HaveConversion<InstantMicroseconds>();
        foreach (var type in Identified)
            builder.Properties(typeof(Id<>).MakeGenericType(type)).HaveConversion(typeof(IdBytes<>).MakeGenericType(type));
    }

    /// <summary>PostgreSQL: native uuid and timestamptz.</summary>
    public static void Postgres(ModelConfigurationBuilder builder)
    {
        Common(builder);
        builder.Properties<DateTime>().HaveConversion<InstantUtc>();
        foreach (var type in Identified)
            builder.Properties(typeof(Id<>).MakeGenericType(type)).HaveConversion(typeof(IdGuid<>).MakeGenericType(type));
    }

    /// <summary>Both engines keep microseconds; dropping the rest before it is stored keeps digests equal after a round trip.</summary>
    public static DateTime Whole(DateTime instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private sealed class ProtectedConverter() : ValueConverter<Protected, byte[]>(value => value.Stored, bytes => Protected.FromStored(bytes));
    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));
    private sealed class IdBytes<T>() : ValueConverter<Id<T>, byte[]>(id => id.Value.ToByteArray(true), bytes => new Id<T>(new Guid(bytes, true)));
    private sealed class IdGuid<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
    private sealed class InstantMicroseconds() : ValueConverter<DateTime, long>(
        instant => instant.Ticks / TimeSpan.TicksPerMicrosecond, stored => new DateTime(stored * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc));
    private sealed class InstantUtc() : ValueConverter<DateTime, DateTime>(
        instant => Whole(instant), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
