using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Testing.Databases;

/// <summary>A database on a SQL Server.</summary>
internal sealed class SqlServerDatabase : TestDatabase
{
    private readonly SqlServerServer _server;
    private readonly string _connectionString;

    public SqlServerDatabase(SqlServerServer server, string name, bool isEmpty)
    {
        _server = server;
        Name = name;
        Settings = new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["Database:MigrateOnStart"] = isEmpty ? "true" : "false",
            ["ConnectionStrings:FlexPrice"] = server.ConnectionStringOf(name),

            // Read by a process of its own only: the client asks for cultures.
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
        };

        // Without a pool: a connection that comes back from one still has the isolation of the dump before.
        _connectionString = new SqlConnectionStringBuilder(server.ConnectionStringOf(name)) { Pooling = false }.ToString();
    }

    public string Name { get; }

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    public override IReadOnlyList<(string Table, string Column)> Columns()
    {
        using var connection = Open();
        return Pairs(connection, null, SqlServerWords.Columns);
    }

    // Where a server keeps what rows were is not ours to scrub.
    public override bool Holds(byte[] bytes)
    {
        var everything = Dump().Everything;
        return everything.Contains(Convert.ToHexString(bytes), StringComparison.Ordinal) || everything.Contains(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    public override void ClearPool(string connectionString)
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DropAsync(Name);
        await base.DisposeAsync();
    }

    /// <summary>A parameter of the type that the product's columns have.</summary>
    internal static SqlParameter ParameterOf(string name, object? value) => value switch
    {
        DateTimeOffset time => new SqlParameter(name, SqlDbType.DateTimeOffset) { Value = time.ToUniversalTime() },
        _ => new SqlParameter(name, value ?? DBNull.Value),
    };

    protected override DbConnection Open()
    {
        var connection = new SqlConnection(_connectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Snapshot);

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Keys(DbConnection connection, DbTransaction transaction) =>
        Pairs(connection, transaction, SqlServerWords.Keys)
            .GroupBy(column => column.First, column => column.Second, StringComparer.Ordinal)
            .ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table], StringComparer.Ordinal);

    protected override DbParameter Parameter(string name, object? value) => ParameterOf(name, value);
}
