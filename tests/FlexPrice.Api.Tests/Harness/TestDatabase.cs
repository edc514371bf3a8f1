using Microsoft.Data.Sqlite;

namespace FlexPrice.Api.Tests.Harness;

/// <summary>The database file, read and written with the tests' own SQL.</summary>
internal sealed class TestDatabase(string file)
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = true }.ToString();

    public void Execute(string sql, params (string Name, object? Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        command.ExecuteNonQuery();
    }

    public void ExecuteAll(IEnumerable<(string Sql, (string Name, object? Value)[] Parameters)> statements)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (sql, parameters) in statements)
        {
            using var command = Command(connection, sql, parameters);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public long Count(string table, string where = "1 = 1", params (string Name, object? Value)[] parameters) =>
        Convert.ToInt64(Scalar($"SELECT count(*) FROM {table} WHERE {where}", parameters), System.Globalization.CultureInfo.InvariantCulture);

    public object? Scalar(string sql, params (string Name, object? Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public string? Text(string sql, params (string Name, object? Value)[] parameters) =>
        Convert.ToString(Scalar(sql, parameters), System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string sql, params (string Name, object? Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyDictionary<string, object?>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => reader.IsDBNull(column) ? null : reader.GetValue(column), StringComparer.Ordinal));
        }

        return rows;
    }

    public DatabaseDump Dump()
    {
        using var connection = Open();
        return DatabaseDump.Of(connection);
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
