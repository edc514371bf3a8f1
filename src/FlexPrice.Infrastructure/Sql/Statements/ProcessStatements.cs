namespace FlexPrice.Infrastructure.Sql.Statements;

/// <summary>The processes on a database, by its own clock: theirs may differ.</summary>
internal static class ProcessStatements
{
    /// <summary>How long a process counts as living after its last sign of life: two may get lost.</summary>
    public const int LifeSeconds = 35;

    private const int RememberedSeconds = 900;

    public static Dictionary<string, string> Build(SqlSyntax syntax) => new(StringComparer.Ordinal)
    {
        ["processes.beat"] = $"UPDATE processes SET last_seen_at = {syntax.Now}, fingerprints = @fingerprints WHERE id = @process AND last_seen_at <> {syntax.Now}",
        ["processes.join"] = $"""
            INSERT INTO processes (id, started_at, last_seen_at, version, serves, fingerprints)
            SELECT @process, {syntax.Now}, {syntax.Now}, @version, @serves, @fingerprints
            WHERE NOT EXISTS (SELECT 1 FROM processes there WHERE there.id = @process)
            """,
        ["processes.leave"] = "DELETE FROM processes WHERE id = @process",
        ["processes.forget"] = $"DELETE FROM processes WHERE last_seen_at < {syntax.SecondsAgo(RememberedSeconds)}",
        ["processes.living"] = $"SELECT id, serves, fingerprints FROM processes WHERE last_seen_at >= {syntax.SecondsAgo(LifeSeconds)} ORDER BY started_at, id",
    };
}
