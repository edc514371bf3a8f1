namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Locks on rows. Each lock is on a key of the clustered index, whichever condition finds the row: on SQL Server an entry of another index is another lock.
/// Rows are read by the version of the start of a statement, except where a hint asks for a lock.
/// </summary>
internal static class SqlServerLocks
{
    // Both the ids and the index are given, so that no row is locked that is not asked for, and in the order of the ids.
    private const string ByKey = "FORCESEEK (pk_customers (tenant_id, environment_id, id))";

    // An update lock would let in who holds the row with a shared one.
    private const string ToLock = $"WITH ({ByKey}, XLOCK, HOLDLOCK, ROWLOCK)";

    // Until the end of the transaction.
    private const string ToHold = $"WITH ({ByKey}, REPEATABLEREAD, ROWLOCK)";

    public static Dictionary<string, string> In(SqlServerSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["customers.lock"] = $"""
            SELECT id FROM customers {ToLock}
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
            ORDER BY id
            """,
        ["customers.hold"] = $"""
            SELECT id FROM customers {ToHold}
            WHERE tenant_id = @tenant AND environment_id = @environment AND {syntax.In("id", "@ids")}
            ORDER BY id
            """,

        // Found by a version of the row, then looked at again under the lock.
        ["customers.hold_by_external_id"] = $"""
            SELECT id FROM customers {ToHold}
            WHERE tenant_id = @tenant AND environment_id = @environment AND id IN (
                    SELECT c.id FROM customers c
                    WHERE c.tenant_id = @tenant AND c.environment_id = @environment AND {syntax.In("c.external_id_hash", "@ids")})
                AND {syntax.In("external_id_hash", "@ids")}
            ORDER BY id
            """,
        ["invoice_counters.lock"] = """
            SELECT environment_id FROM invoice_counters WITH (UPDLOCK, HOLDLOCK, ROWLOCK)
            WHERE tenant_id = @tenant AND environment_id = @environment
            """,
    };
}
