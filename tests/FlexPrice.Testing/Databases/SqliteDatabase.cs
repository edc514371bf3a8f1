using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace FlexPrice.Testing.Databases;

/// <summary>A database file.</summary>
internal sealed class SqliteDatabase : TestDatabase
{
    private const string Tables = "m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '__EF%'";

    private readonly string _connectionString;

    /// <summary>A file of its own.</summary>
    public SqliteDatabase()
        : this(null)
    {
    }

    /// <summary>The file of a program, which need not exist yet.</summary>
    public SqliteDatabase(string? file)
    {
        File = file ?? Path.Combine(Folder.FullName, "flexprice.db");
        Settings = new Dictionary<string, string?> { ["ConnectionStrings:FlexPrice"] = $"Data Source={File}" };
        _connectionString = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false, ForeignKeys = true }.ToString();
    }

    public string File { get; }

    public override IReadOnlyDictionary<string, string?> Settings { get; }

    public override IReadOnlyList<(string Table, string Column)> Columns()
    {
        using var connection = Open();
        return Pairs(connection, null, $"SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE {Tables} ORDER BY m.name, c.cid");
    }

    public override IReadOnlyList<string> Defects() =>
        [.. Lines("SELECT * FROM pragma_foreign_key_check"), .. Lines("SELECT * FROM pragma_integrity_check").Where(line => line != "ok")];

    public override bool Holds(byte[] bytes)
    {
        while (true)
        {
            try
            {
                return new FileInfo(File).Directory!.GetFiles("flexprice.db*").Where(file => file.Extension is not (".lock" or ".serving")).Any(file => Contains(file, bytes));
            }
            catch (FileNotFoundException)
            {
                // The last connection was closed meanwhile, and what stood in the log went into the database file: all is read once more.
            }
        }
    }

    public override void ClearPool(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }

    protected override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    protected override IReadOnlyDictionary<string, IReadOnlyList<string>> Keys(DbConnection connection, DbTransaction transaction) =>
        Pairs(connection, transaction, $"SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE {Tables} AND c.pk > 0 ORDER BY m.name, c.pk")
            .GroupBy(column => column.First, column => column.Second, StringComparer.Ordinal)
            .ToDictionary(table => table.Key, IReadOnlyList<string> (table) => [.. table], StringComparer.Ordinal);

    protected override DbParameter Parameter(string name, object? value) =>
        new SqliteParameter(name, value is DateTimeOffset time ? time.UtcTicks : value ?? DBNull.Value);

    private static bool Contains(FileInfo file, byte[] bytes)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }
}
