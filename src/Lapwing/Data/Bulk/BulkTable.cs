using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lapwing.Data.Bulk;

/// <summary>One column as the model has it: how to read it from an entity, and how the engine stores it.</summary>
internal sealed class BulkColumn(IProperty property, string name)
{
    private readonly Func<object?, object?>? toStored = property.GetTypeMapping().Converter is { } converter ? value => converter.ConvertToProvider(value) : null;
    private readonly IClrPropertyGetter? getter = property.IsShadowProperty() ? null : property.GetGetter();

    public string Name { get; } = name;

    /// <summary>What the engine calls the type of the column.</summary>
    public string StoreType { get; } = property.GetColumnType();

    /// <summary>The version of a row is 1 when it is new, whether or not the class shows it.</summary>
    public bool IsVersion { get; } = property.Name == PartnershipDb.VersionColumn && property.ClrType == typeof(int);

    private static readonly object First = 1;

    public object? Value(object entity) => IsVersion ? First : getter!.GetClrValueUsingContainingEntity(entity);

    public object? Stored(object? value) => value is null || toStored is null ? value : toStored(value);
}

/// <summary>The table of one kind of entity, from the same model that saves it one at a time:
/// whatever is written in bulk is stored exactly as it would be otherwise.</summary>
internal sealed class BulkTable
{
    private static readonly ConcurrentDictionary<IEntityType, BulkTable> Known = new();

    private BulkTable(DbContext db, IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{type.ClrType.Name} has no table.");
        Name = table.Name;
        Columns = [.. Rows.Sorted(type).Select(property => new BulkColumn(property, property.GetColumnName(table)!))];
        Names = [.. Rows.Sorted(type).Select(property => property.Name)];
        KeyColumns = [.. type.FindPrimaryKey()!.Properties.Select(key => Array.FindIndex(Columns, column => column.Name == key.GetColumnName(table)))];
        Type = type;
        var postgres = db.Database.IsNpgsql();
        var sql = db.GetService<ISqlGenerationHelper>();
        var into = $"{sql.DelimitIdentifier(Name)} ({string.Join(", ", Columns.Select(column => sql.DelimitIdentifier(column.Name)))})";
        var marks = Enumerable.Range(1, Columns.Length).Select(n => postgres ? $"${n}" : $"?{n}").ToList();
        Insert = $"INSERT INTO {into} VALUES ({string.Join(", ", marks)})";
        InsertArrays = $"INSERT INTO {into} SELECT * FROM unnest({string.Join(", ", marks)})";
        Copy = $"COPY {into} FROM STDIN (FORMAT BINARY)";
    }

    /// <summary>One row.</summary>
    public string Insert { get; }

    /// <summary>Several, an array for each column; PostgreSQL only.</summary>
    public string InsertArrays { get; }

    /// <summary>Many; PostgreSQL only.</summary>
    public string Copy { get; }

    public IEntityType Type { get; }
    public string Name { get; }

    /// <summary>In the order of the row's digest, so that one reading serves both.</summary>
    public BulkColumn[] Columns { get; }

    /// <summary>What the model calls the columns.</summary>
    public string[] Names { get; }

    /// <summary>Where the parts of the primary key stand among the columns.</summary>
    public int[] KeyColumns { get; }

    public static BulkTable Of(DbContext db, Type entity) => Known.GetOrAdd(
        db.Model.FindEntityType(entity) ?? throw new InvalidOperationException($"{entity.Name} is not in the model."), type => new(db, type));

    /// <summary>The values as the model has them.</summary>
    public object?[] Read(object entity)
    {
        var row = new object?[Columns.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = Columns[i].Value(entity);
        return row;
    }

    /// <summary>The same array with the values as the engine stores them.</summary>
    public object?[] Store(object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
            row[i] = Columns[i].Stored(row[i]);
        return row;
    }
}
