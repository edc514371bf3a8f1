using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FlexPrice.Architecture.Tests.Rules;

/// <summary>What every migration keeps to, so that processes of the version before go on working on the migrated database until they are replaced.</summary>
internal static class MigrationRules
{
    /// <summary>A migration only adds, and demands nothing of rows that the version before does not keep to.</summary>
    public static Findings OnlyAdd(IEnumerable<Migration> migrations, IReadOnlyCollection<Exemption> exemptions)
    {
        var all = migrations.ToList();
        return new Findings(all.Count, ModelRules.Exempt(all.SelectMany(migration => Narrowing(migration).Select(what => $"{migration.GetType().Name}: {what}")), exemptions, ", which processes of the version before do not survive. A migration only adds: keep it for one more version (docs/architecture.md, Where to begin)."));
    }

    private static IEnumerable<string> Narrowing(Migration migration)
    {
        var isNew = migration.UpOperations.OfType<CreateTableOperation>().Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        return migration.UpOperations.Select(operation => operation switch
        {
            DropTableOperation table => $"{table.Name} is dropped",
            RenameTableOperation table => $"{table.Name} is renamed",
            DropColumnOperation column => $"{column.Table}.{column.Name} is dropped",
            RenameColumnOperation column => $"{column.Table}.{column.Name} is renamed",
            AlterColumnOperation column => $"{column.Table}.{column.Name} is altered",
            AddColumnOperation { IsNullable: false, DefaultValue: null, DefaultValueSql: null } column => $"{column.Table}.{column.Name} must be written",
            CreateIndexOperation { IsUnique: true } index when !isNew.Contains(index.Table) => $"{index.Table} must be unique by {index.Name}",
            AddForeignKeyOperation key when !isNew.Contains(key.Table) => $"{key.Table} must keep {key.Name}",
            AddUniqueConstraintOperation constraint when !isNew.Contains(constraint.Table) => $"{constraint.Table} must keep {constraint.Name}",
            AddCheckConstraintOperation constraint when !isNew.Contains(constraint.Table) => $"{constraint.Table} must keep {constraint.Name}",
            _ => null,
        }).OfType<string>();
    }
}
