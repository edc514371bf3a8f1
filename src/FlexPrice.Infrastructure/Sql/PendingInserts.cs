using System.Collections.Concurrent;
using System.Data.Common;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>What was added to a context as statements, so that it travels with others; the context itself would send it on a way of its own.</summary>
internal sealed class PendingInserts(DbContext context, IDatabaseDialect dialect)
{
    private static readonly ConcurrentDictionary<IEntityType, Insertion> Known = [];

    private readonly List<EntityEntry> _taken = [];

    /// <summary>The rows as statements, rows with database-generated keys in the order in which they were added; null when the context has other changes than independent inserts.</summary>
    public IReadOnlyList<SqlCall>? ToStatements()
    {
        _taken.Clear();
        var changed = context.ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        var types = changed.Select(entry => entry.Metadata).ToHashSet();
        if (changed.Exists(entry => entry.State != EntityState.Added) || types.Any(type => !IsPlain(type) || DependsOn(type, types)))
        {
            return null;
        }

        // The context itself keeps no order.
        _taken.AddRange(changed.OrderBy(entry => InsertionOf(entry.Metadata).NumberOf(entry)));
        using var parameters = context.Database.GetDbConnection().CreateCommand();
        return [.. _taken.Select(entry => InsertionOf(entry.Metadata).Of(entry, parameters))];
    }

    /// <summary>The rows that the database numbers, in the order in which they were added; the context forgets them.</summary>
    public IReadOnlyList<SqlCall> DrainNumbered()
    {
        var numbered = context.ChangeTracker.Entries()
            .Where(entry => entry.State == EntityState.Added && entry.Metadata.GetProperties().Any(Insertion.IsNumber))
            .OrderBy(entry => InsertionOf(entry.Metadata).NumberOf(entry))
            .ToList();
        if (numbered.Count == 0)
        {
            return [];
        }

        using var parameters = context.Database.GetDbConnection().CreateCommand();
        var rows = numbered.ConvertAll(entry => InsertionOf(entry.Metadata).Of(entry, parameters));
        numbered.ForEach(entry => entry.State = EntityState.Detached);
        return rows;
    }

    /// <summary>Says that the rows are written.</summary>
    public void Accept()
    {
        // Detach: database-generated keys were not read back.
        foreach (var entry in _taken.Where(entry => InsertionOf(entry.Metadata).Number is not null))
        {
            entry.State = EntityState.Detached;
        }

        if (_taken.Count > 0)
        {
            context.ChangeTracker.AcceptAllChanges();
            _taken.Clear();
        }
    }

    /// <summary>Forgets the rows: the unit of work is over.</summary>
    public void Clear() => _taken.Clear();

    // Neither values within values nor values that the database may make, except a number that is the key.
    private static bool IsPlain(IEntityType type) =>
        !type.GetComplexProperties().Any() && type.GetProperties().All(property => property.ValueGenerated == ValueGenerated.Never || Insertion.IsNumber(property));

    private static bool DependsOn(IEntityType type, HashSet<IEntityType> added) => type.GetForeignKeys().Any(key => added.Contains(key.PrincipalEntityType));

    private Insertion InsertionOf(IEntityType type) => Known.GetOrAdd(type, Insertion.Into, (context.GetService<ISqlGenerationHelper>(), dialect));

    private sealed class Insertion
    {
        private readonly string _name;
        private readonly SqlStatement _statement;
        private readonly IReadOnlyList<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> _columns;

        private Insertion(string name, SqlStatement statement, IReadOnlyList<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> columns, IProperty? number)
        {
            (_name, _statement, _columns) = (name, statement, columns);
            Number = number;
        }

        /// <summary>The key where the database gives it.</summary>
        public IProperty? Number { get; }

        public static bool IsNumber(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long) && property.IsPrimaryKey();

        public static Insertion Into(IEntityType type, (ISqlGenerationHelper Names, IDatabaseDialect Dialect) database)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var properties = type.GetProperties().Where(property => !IsNumber(property)).ToList();
            var columns = properties.ConvertAll(property => database.Names.DelimitIdentifier(property.GetColumnName(table)!));
            var parameters = properties.ConvertAll(property => $"@{property.GetColumnName(table)}");
            var text = $"INSERT INTO {database.Names.DelimitIdentifier(table.Name)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})";
            return new Insertion(
                $"{table.Name}.insert",
                database.Dialect.Sent(text),
                [.. properties.Select((property, index) => (parameters[index], property, property.GetRelationalTypeMapping()))],
                type.GetProperties().SingleOrDefault(IsNumber));
        }

        // Until the database gives it, the context has one of its own, which rises.
        public long NumberOf(EntityEntry entry) => Number is null ? long.MinValue : (long)entry.CurrentValues[Number]!;

        public SqlCall Of(EntityEntry entry, DbCommand parameters) => new(_name, _columns.ToDictionary(
            column => column.Parameter,
            object? (column) => column.Mapping.CreateParameter(parameters, _statement.IsNumbered ? "" : column.Parameter, entry.CurrentValues[column.Property], column.Property.IsNullable),
            StringComparer.Ordinal))
        {
            Written = _statement,
        };
    }
}
