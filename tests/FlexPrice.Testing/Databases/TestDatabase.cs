using System.Data.Common;
using System.Globalization;
using FlexPrice.Testing.SqlServer;

namespace FlexPrice.Testing.Databases;

/// <summary>
/// A database with a folder of its own, read and written with the tests' own SQL. Values come alike from every engine:
/// whole numbers as <see cref="long"/>, truth values as 0 and 1, times as UTC ticks, money as text. They go in by parameters: a truth value as <see cref="bool"/>, a time as <see cref="DateTimeOffset"/>.
/// </summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    // It changes by itself while a program runs.
    private const string SignsOfLife = "processes";

    private IReadOnlyDictionary<string, IReadOnlyList<string>>? _keys;

    /// <summary>For what belongs to the database and does not lie in it, such as keys.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("flexprice-tests-");

    /// <summary>The settings of a program that runs on it.</summary>
    public abstract IReadOnlyDictionary<string, string?> Settings { get; }

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

    public long Count(string table, string where = "1 = 1", params (string Name, object? Value)[] parameters) => (long)Scalar($"SELECT count(*) FROM {table} WHERE {where}", parameters)!;

    public object? Scalar(string sql, params (string Name, object? Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        return Value(command.ExecuteScalar());
    }

    public string? Text(string sql, params (string Name, object? Value)[] parameters) =>
        Convert.ToString(Scalar(sql, parameters), CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;

    public IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string sql, params (string Name, object? Value)[] parameters) =>
        Read(sql, reader => Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => Value(reader.GetValue(column)), StringComparer.Ordinal), parameters);

    /// <summary>The rows, column by column.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Table(string sql, params (string Name, object? Value)[] parameters) =>
        Read(sql, IReadOnlyList<object?> (reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(column => Value(reader.GetValue(column)))], parameters);

    /// <summary>Damage of the database itself, independent of its content; none where the engine checks itself.</summary>
    public virtual IReadOnlyList<string> Defects() => [];

    /// <summary>The rows as text, column by column.</summary>
    public IReadOnlyList<string> Lines(string sql, params (string Name, object? Value)[] parameters) =>
        Read(sql, reader => string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => DatabaseDump.Text(Value(reader.GetValue(column))))), parameters);

    /// <summary>The columns of all tables of the product.</summary>
    public abstract IReadOnlyList<(string Table, string Column)> Columns();

    public DatabaseDump Dump()
    {
        using var connection = Open();
        using var snapshot = BeginSnapshot(connection);
        var keys = _keys ??= Keys(connection, snapshot).Where(table => table.Key != SignsOfLife).ToDictionary(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.Transaction = snapshot;
        command.CommandText = string.Concat(keys.Keys.Select(table => $"SELECT * FROM \"{table}\";"));
        using var reader = command.ExecuteReader();
        var tables = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var (table, key) in keys)
        {
            tables[table] = DatabaseDump.Read(reader, key, Value);
            reader.NextResult();
        }

        return new DatabaseDump(tables);
    }

    /// <summary>Whether these bytes can be found by who has the database: in the rows, and where the engine keeps the files in them too.</summary>
    public abstract bool Holds(byte[] bytes);

    /// <summary>Every row of every table as searchable text, bytes included.</summary>
    public virtual IReadOnlyList<string> EveryRow() => Dump().Everything.Split('\n');

    /// <summary>The number of deadlocks that the server had to resolve in it, as far as sessions have reported; null where the server does not count.</summary>
    public virtual long? Deadlocks => null;

    /// <summary>Closes the connections that a program which has ended left open.</summary>
    public abstract void ClearPool(string connectionString);

    public virtual ValueTask DisposeAsync()
    {
        Folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract DbConnection Open();

    /// <summary>A transaction that sees one state of all tables.</summary>
    protected abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>The tables of the product with the columns of their keys.</summary>
    protected abstract IReadOnlyDictionary<string, IReadOnlyList<string>> Keys(DbConnection connection, DbTransaction transaction);

    protected abstract DbParameter Parameter(string name, object? value);

    /// <summary>A value of the engine as all engines give it.</summary>
    protected static object? Value(object? value) => value switch
    {
        DBNull => null,
        int number => (long)number,
        bool truth => truth ? 1L : 0L,
        DateTime time => time.Ticks,
        DateTimeOffset time => time.UtcTicks,
        decimal money => money.ToString("0.0########", CultureInfo.InvariantCulture),
        _ => value,
    };

    protected static IReadOnlyList<(string First, string Second)> Pairs(DbConnection connection, DbTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var pairs = new List<(string First, string Second)>();
        while (reader.Read())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs;
    }

    protected DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        CommonWords.Check(sql, parameters);
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(Parameter(name, value));
        }

        return command;
    }

    private List<T> Read<T>(string sql, Func<DbDataReader, T> read, (string Name, object? Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
