namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>What is said to the server beside the schema.</summary>
internal static class SqlServerSetUp
{
    /// <summary>Who reads sees what is committed and waits for nobody who writes. Asks for no right where it is so already.</summary>
    public const string ReadVersions = """
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0)
            ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT;
        """;

    /// <summary>Whether that is so.</summary>
    public const string ReadsVersions = "SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()";

    /// <summary>Waits until no other process prepares the same database. The lock ends with its connection.</summary>
    public const string TakeStartLock = """
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = N'flexprice start', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1;
        IF @taken < 0 THROW 50000, N'The start lock was not given.', 1;
        """;
}
