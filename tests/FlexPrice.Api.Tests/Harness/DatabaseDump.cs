using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Api.Tests.Harness;

/// <summary>Every row of every table, by primary key.</summary>
internal sealed record DatabaseDump(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables)
{
    public static DatabaseDump Of(SqliteConnection connection)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        var tables = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var table in Names(connection, snapshot, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '__EF%'"))
        {
            var key = Names(connection, snapshot, $"SELECT name FROM pragma_table_info('{table}') WHERE pk > 0 ORDER BY pk");
            tables[table] = Rows(connection, snapshot, table, key);
        }

        return new DatabaseDump(tables);
    }

    /// <summary>What differs from an earlier dump, by table; tables without a difference are left out.</summary>
    public IReadOnlyDictionary<string, TableDifference> Since(DatabaseDump before)
    {
        var differences = new SortedDictionary<string, TableDifference>(StringComparer.Ordinal);
        foreach (var (table, rows) in Tables)
        {
            var former = before.Tables[table];
            var difference = new TableDifference(
                [.. rows.Keys.Where(key => !former.ContainsKey(key))],
                [.. former.Keys.Where(key => !rows.ContainsKey(key))],
                [.. rows.Where(row => former.TryGetValue(row.Key, out var old) && old != row.Value).Select(row => row.Key)]);
            if (!difference.IsNone)
            {
                differences[table] = difference;
            }
        }

        return differences;
    }

    public void ShouldEqual(DatabaseDump before, string? why = null)
    {
        var difference = Since(before);
        difference.ShouldBeEmpty($"{why} changed {string.Join("; ", difference.Select(table => $"{table.Key}: {table.Value}"))}");
    }

    private static List<string> Names(SqliteConnection connection, SqliteTransaction snapshot, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static Dictionary<string, string> Rows(SqliteConnection connection, SqliteTransaction snapshot, string table, List<string> key)
    {
        using var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => Text(reader.GetValue(column)), StringComparer.Ordinal);
            rows[string.Join('|', key.Select(name => columns[name]))] = string.Join(';', columns.Select(column => $"{column.Key}={column.Value}"));
        }

        return rows;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "NULL",
        byte[] bytes => Convert.ToHexString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
