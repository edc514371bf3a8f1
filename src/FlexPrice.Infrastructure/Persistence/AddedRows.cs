using System.Collections.Concurrent;
using System.Data.Common;
using FlexPrice.Infrastructure.Persistence.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>What was added to a context as statements, so that it travels with others; the context itself would send it on a way of its own.</summary>
internal sealed class AddedRows(FlexPriceDbContext context, IDatabaseDialect dialect)
{
    private static readonly ConcurrentDictionary<IEntityType, Insertion> Known = [];

    private readonly List<EntityEntry> _taken = [];

    /// <summary>The rows in the order in which they were added; null when the context has more to write than rows that stand for themselves.</summary>
    public IReadOnlyList<SqlCall>? Take()
    {
        var changed = context.ChangeTracker.Entries().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)).ToList();
        var types = changed.Select(entry => entry.Metadata).ToHashSet();
        if (changed.Exists(entry => entry.State != EntityState.Added) || types.Any(type => type.GetComplexProperties().Any() || DependsOn(type, types)))
        {
            return null;
        }

        using var parameters = context.Database.GetDbConnection().CreateCommand();
        IReadOnlyList<SqlCall> calls = [.. changed.Select(entry => InsertionOf(entry.Metadata).Of(entry, parameters))];
        _taken.AddRange(changed);
        return calls;
    }

    /// <summary>Says that the rows are written.</summary>
    public void Accept()
    {
        foreach (var entry in _taken)
        {
            // What the database has numbered is known to nobody here.
            entry.State = InsertionOf(entry.Metadata).LeavesKeyToDatabase ? EntityState.Detached : EntityState.Unchanged;
        }

        _taken.Clear();
    }

    // Within a type, who refers to another was added after it.
    private static bool DependsOn(IEntityType type, HashSet<IEntityType> added) =>
        type.GetForeignKeys().Any(key => key.PrincipalEntityType != type && added.Contains(key.PrincipalEntityType));

    private Insertion InsertionOf(IEntityType type) => Known.GetOrAdd(type, Insertion.Into, (context.GetService<ISqlGenerationHelper>(), dialect));

    private sealed class Insertion
    {
        private readonly string _name;
        private readonly SqlStatement _statement;
        private readonly IReadOnlyList<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> _columns;

        private Insertion(string name, SqlStatement statement, IReadOnlyList<(string Parameter, IProperty Property, RelationalTypeMapping Mapping)> columns, bool leavesKeyToDatabase)
        {
            (_name, _statement, _columns) = (name, statement, columns);
            LeavesKeyToDatabase = leavesKeyToDatabase;
        }

        public bool LeavesKeyToDatabase { get; }

        public static Insertion Into(IEntityType type, (ISqlGenerationHelper Names, IDatabaseDialect Dialect) database)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            var properties = type.GetProperties().Where(property => property.ValueGenerated == ValueGenerated.Never).ToList();
            var columns = properties.ConvertAll(property => database.Names.DelimitIdentifier(property.GetColumnName(table)!));
            var parameters = properties.ConvertAll(property => $"@{property.GetColumnName(table)}");
            var text = $"INSERT INTO {database.Names.DelimitIdentifier(table.Name)} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})";
            return new Insertion(
                $"{table.Name}.insert",
                database.Dialect.Sent(text),
                [.. properties.Select((property, index) => (parameters[index], property, property.GetRelationalTypeMapping()))],
                type.FindPrimaryKey()!.Properties.Any(property => property.ValueGenerated != ValueGenerated.Never));
        }

        public SqlCall Of(EntityEntry entry, DbCommand parameters) => new(_name, _columns.ToDictionary(
            column => column.Parameter,
            object? (column) => column.Mapping.CreateParameter(parameters, _statement.IsNumbered ? "" : column.Parameter, entry.CurrentValues[column.Property], column.Property.IsNullable),
            StringComparer.Ordinal))
        {
            Written = _statement,
        };
    }
}
