using System.Globalization;
using Microsoft.Data.Sqlite;

namespace FlexPrice.EndToEnd.Tests.Harness;

/// <summary>The test's own look at the files of a running server, with its own SQL. A connection per question, so that nothing stays open and keeps the log from being emptied.</summary>
internal sealed class Database(string path)
{
    public async Task<long> CountAsync(string sql, params (string Name, object? Value)[] parameters) =>
        Convert.ToInt64((await RowsAsync(sql, parameters))[0][0], CultureInfo.InvariantCulture);

    public Task<IReadOnlyList<IReadOnlyList<object?>>> RowsAsync(string sql, params (string Name, object? Value)[] parameters) =>
        OnAsync(SqliteOpenMode.ReadOnly, sql, parameters);

    public Task WriteAsync(string sql, params (string Name, object? Value)[] parameters) => OnAsync(SqliteOpenMode.ReadWrite, sql, parameters);

    /// <summary>Rows as text, for failure messages.</summary>
    public string Describe(string sql)
    {
        try
        {
            return string.Join('\n', RowsAsync(sql).GetAwaiter().GetResult().Select(row => string.Join(" | ", row)));
        }
        catch (SqliteException failure)
        {
            return failure.Message;
        }
    }

    /// <summary>Every column of every table that can hold text.</summary>
    public async Task<IReadOnlyList<(string Table, string Column)>> ColumnsAsync()
    {
        var rows = await RowsAsync("""
            SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            ORDER BY t.name, c.cid
            """);
        return [.. rows.Select(row => ((string)row[0]!, (string)row[1]!))];
    }

    private async Task<IReadOnlyList<IReadOnlyList<object?>>> OnAsync(SqliteOpenMode mode, string sql, (string Name, object? Value)[] parameters)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyList<object?>>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }
}
