using FlexPrice.Infrastructure.Sql.Statements;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Locks on rows. Each lock is on a key of the clustered index, whichever condition finds the row: on SQL Server an entry of another index is another lock.
/// Rows are read in the version of the start of a statement, except where a hint locks them.
/// </summary>
internal static class SqlServerLocks
{
    private const string ByKey = "FORCESEEK (pk_customers (tenant_id, environment_id, id))";

    /// <summary>How many locks the external ids of an environment share.</summary>
    private const int LocksOfExternalIds = 64;

    // An update lock would admit holders of a shared lock. Until the end of the transaction, and on existing rows only:
    // HOLDLOCK would lock the gap of a removed id up to the next key, which may belong to another tenant.
    private const string ToLock = $"{ByKey}, XLOCK, REPEATABLEREAD, ROWLOCK";

    // Until the end of the transaction.
    private const string ToHold = $"{ByKey}, REPEATABLEREAD, ROWLOCK";

    public static Dictionary<string, string> Build(SqlServerSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["customers.lock_roots"] = $"""
            WITH above (id, parent_id) AS (
                SELECT id, parent_customer_id FROM customers WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
                UNION ALL
                SELECT c.id, c.parent_customer_id
                FROM above JOIN customers c ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = above.parent_id)
            {LockRows(ToLock, "SELECT DISTINCT above.id FROM above WHERE above.parent_id IS NULL")}
            OPTION (MAXRECURSION 0)
            """,
        ["customers.lock"] = LockRows(ToLock, $"SELECT given.value AS id FROM {syntax.Rows("@ids", "given")}"),
        ["customers.hold"] = LockRows(ToHold, $"SELECT given.value AS id FROM {syntax.Rows("@ids", "given")}"),

        ["customers.hold_by_external_id"] = LockRows(ToHold, $"SELECT ever.id FROM ({LockStatements.CurrentAndFormerHolders(syntax)}) ever"),

        // By name, not in an index: most have no row, and a gap lock would reach to the next key, which may belong to another tenant.
        ["external_ids.hold"] = ExternalIds("Shared", syntax),
        ["external_ids.lock"] = ExternalIds("Exclusive", syntax),
        ["api_keys.hold"] = "SELECT id FROM environments WITH (REPEATABLEREAD, ROWLOCK) WHERE tenant_id = @tenant AND id = @environment",
        ["api_keys.lock"] = "SELECT id FROM environments WITH (XLOCK, REPEATABLEREAD, ROWLOCK) WHERE tenant_id = @tenant AND id = @environment",

        // One that is not there yet is added by the first invoice; of two at once one tries again.
        ["invoice_counters.lock"] = "SELECT environment_id FROM invoice_counters WITH (UPDLOCK, ROWLOCK) WHERE tenant_id = @tenant AND environment_id = @environment",
    };

    // Each id is sought by the key, so that no other row is locked. The limit is none: it makes the server sort the ids before the first lock.
    // The root is read before, as a row version: as on PostgreSQL, where rows are sorted by their state before the lock.
    private static string LockRows(string hints, string ids) => $"""
        SELECT c.id
        FROM (
            SELECT TOP ({int.MaxValue}) listed.id
            FROM ({ids}) listed
            LEFT LOOP JOIN customers seen ON seen.tenant_id = @tenant AND seen.environment_id = @environment AND seen.id = listed.id
            ORDER BY {LockStatements.RootsFirst("seen.parent_customer_id", "listed.id")}) asked
        INNER LOOP JOIN customers c WITH ({hints}) ON c.tenant_id = @tenant AND c.environment_id = @environment AND c.id = asked.id
        """;

    // Ascending, so that two transactions with the same names wait for each other without a deadlock.
    private static string ExternalIds(string mode, SqlServerSyntax syntax) => $"""
        DECLARE @Taken int = 0, @Place int, @Name nvarchar(255);
        DECLARE @Places TABLE (place int NOT NULL PRIMARY KEY);
        SET NOCOUNT ON;
        INSERT INTO @Places (place) SELECT DISTINCT ABS(CHECKSUM(given.value) % {LocksOfExternalIds}) FROM {syntax.Rows("@ids", "given")};
        SET NOCOUNT OFF;
        SELECT @Place = MIN(place) FROM @Places;
        WHILE @Taken >= 0 AND @Place IS NOT NULL
        BEGIN
            SET @Name = CONCAT('external_id ', @tenant, ' ', @environment, ' ', @Place);
            EXEC @Taken = sp_getapplock @Name, '{mode}', 'Transaction', {SqlServerStatements.LongestWait};
            SELECT @Place = MIN(place) FROM @Places WHERE place > @Place;
        END;
        IF @Taken < 0 RAISERROR('An external id was not free in time.', 16, 1);
        SELECT '';
        """;
}
