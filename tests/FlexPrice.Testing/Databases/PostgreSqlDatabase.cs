using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;

namespace FlexPrice.Testing.Databases;

/// <summary>A database on a PostgreSQL server.</summary>
internal sealed class PostgreSqlDatabase : TestDatabase
{
    private readonly PostgreSqlServer _server;
    private readonly NpgsqlDataSource _source;

    public PostgreSqlDatabase(PostgreSqlServer server, string name, bool isEmpty)
    {
        _server = server;
        Name = name;
        Settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "PostgreSql",
            ["Database:MigrateOnStart"] = isEmpty ? "true" : "false",
            ["ConnectionStrings:FlexPrice"] = server.ConnectionStringOf(name),
        };

        _source = OwnSource(server.ConnectionStringOf(name));
    }

    public string Name { get; }

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    public override IReadOnlyList<(string Table, string Column)> Columns()
    {
        using var connection = Open();
        return Pairs(connection, null, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_EF%' ORDER BY table_name, ordinal_position");
    }

    // By what the server knows of its tables, so that none is left out. Readable bytes stay readable.
    public override IReadOnlyList<string> EveryRow() =>
    [
        .. Lines(
                """
                SELECT format('SELECT pg_catalog.concat_ws(chr(10), %s) FROM %I.%I', string_agg(CASE data_type WHEN 'bytea' THEN format('encode(%I, ''escape'')', column_name) ELSE format('CAST(%I AS text)', column_name) END, ', '), table_schema, table_name)
                FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                GROUP BY table_schema, table_name
                """)
            .SelectMany(query => Lines(query)),
    ];

    // Where a server keeps what rows were is not ours to scrub.
    public override bool Holds(byte[] bytes)
    {
        var everything = Dump().Everything;
        return everything.Contains(Convert.ToHexString(bytes), StringComparison.Ordinal) || everything.Contains(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    public override long? Deadlocks => (long)Scalar("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")!;

    public override void ClearPool(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>A connection of the tests' own, outside of every pool.</summary>
    public async Task<NpgsqlConnection> ConnectAsync() => await OwnSource(new NpgsqlConnectionStringBuilder(_server.ConnectionStringOf(Name)) { Pooling = false }.ToString()).OpenConnectionAsync();

    /// <summary>Closes the tests' own connections, which the server has ended.</summary>
    public void Reconnect()
    {
        _source.Clear();
        _server.Reconnect();
    }

    public override async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _server.DropAsync(Name);
        await base.DisposeAsync();
    }

    protected override DbConnection Open() => _source.OpenConnection();

    protected override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Keys(DbConnection connection, DbTransaction transaction) =>
        Pairs(
                connection,
                transaction,
                """
                SELECT c.table_name, k.column_name
                FROM information_schema.table_constraints c
                JOIN information_schema.key_column_usage k ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
                WHERE c.constraint_type = 'PRIMARY KEY' AND c.table_schema = 'public' AND c.table_name NOT LIKE '\_\_EF%'
                ORDER BY c.table_name, k.ordinal_position
                """)
            .GroupBy(column => column.First, column => column.Second, StringComparer.Ordinal)
            .ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table], StringComparer.Ordinal);

    // Types of their own neither the product nor its tests have, and what the tests say needs no twin for SQL Server.
    private static NpgsqlDataSource OwnSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(NullLoggerFactory.Instance).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    // Text may be meant for a column of JSON: the server finds out.
    protected override DbParameter Parameter(string name, object? value) => value switch
    {
        null => new NpgsqlParameter(name, NpgsqlDbType.Unknown) { Value = DBNull.Value },
        string text => new NpgsqlParameter(name, NpgsqlDbType.Unknown) { Value = text },
        DateTimeOffset time => new NpgsqlParameter(name, time.ToUniversalTime()),
        _ => new NpgsqlParameter(name, value),
    };
}
