namespace FlexPrice.Testing.Databases;

/// <summary>What the tests say to a SQL Server only.</summary>
internal static class SqlServerWords
{
    public const string Columns = """
        SELECT c.TABLE_NAME, c.COLUMN_NAME
        FROM INFORMATION_SCHEMA.COLUMNS c
        JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
        WHERE t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_NAME NOT LIKE '[_][_]EF%'
        ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION
        """;

    public const string Keys = """
        SELECT c.TABLE_NAME, k.COLUMN_NAME
        FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
        JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE k ON k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME
        WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY' AND c.TABLE_NAME NOT LIKE '[_][_]EF%'
        ORDER BY c.TABLE_NAME, k.ORDINAL_POSITION
        """;

    public static string Create(string database) => $"CREATE DATABASE [{database}]";

    public static string ReadVersions(string database) => $"ALTER DATABASE [{database}] SET READ_COMMITTED_SNAPSHOT ON";

    /// <summary>For the dumps, which see one state of all tables.</summary>
    public static string AllowSnapshots(string database) => $"ALTER DATABASE [{database}] SET ALLOW_SNAPSHOT_ISOLATION ON";

    /// <summary>Ends other sessions in it.</summary>
    public static string Drop(string database) => $"ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database}];";
}
