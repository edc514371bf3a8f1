using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>Server settings in addition to the schema.</summary>
internal static class SqlServerSetUp
{
    /// <summary>Readers see committed data and do not wait for writers. Needs no right where it is set already.</summary>
    public const string ReadVersions = """
        IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND is_read_committed_snapshot_on = 0)
            ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH NO_WAIT;
        """;

    /// <summary>Whether that is so.</summary>
    public const string ReadsVersions = "SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()";

    /// <summary>The compatibility level of the database.</summary>
    public const string ReadsLevel = "SELECT CAST(compatibility_level AS int) AS [Value] FROM sys.databases WHERE database_id = DB_ID()";

    /// <summary>The options that creating a filtered index requires: the first is off in sqlcmd. https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql#required-set-options-for-filtered-indexes</summary>
    public const string ScriptHeading = """
        SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
        SET NUMERIC_ROUNDABORT OFF;
        GO


        """;

    // SQL Server 2016's: https://learn.microsoft.com/sql/t-sql/functions/openjson-transact-sql
    private const int LowestLevel = 130;

    /// <summary>The error of a database whose compatibility level is too low; null otherwise.</summary>
    public static string? RefusalOf(int level, string name) => level >= LowestLevel
        ? null
        : $"{DatabaseSettings.ConnectionStringSetting} names {name}, whose compatibility level is {level}, and lists are read by OPENJSON, which needs {LowestLevel}: "
            + "run ALTER DATABASE … SET COMPATIBILITY_LEVEL = 150, or another level from 130 on that the server has, or name another database.";

    /// <summary>Waits until no other process prepares the same database. The lock ends with its connection.</summary>
    public const string AcquireStartLock = """
        DECLARE @taken int;
        EXEC @taken = sp_getapplock @Resource = N'flexprice start', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1;
        IF @taken < 0 THROW 50000, N'The start lock was not given.', 1;
        """;
}
