using System.Text.Json;
using FlexPrice.Infrastructure.Sql;

namespace FlexPrice.Infrastructure.Processes;

/// <summary>The processes that work on the database. A file has one, which need not tell itself anything.</summary>
internal sealed class ProcessRegister(SqlRunner sql, IDatabaseDialect dialect, ProcessIdentity identity)
{
    private static readonly string[] HeartbeatStatements = ["processes.beat", "processes.join", "processes.forget"];

    /// <summary>Writes this process's heartbeat, and removes processes without a recent one.</summary>
    public async Task HeartbeatAsync(CancellationToken cancellationToken)
    {
        if (dialect.IsOfOneProcess)
        {
            return;
        }

        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@process"] = identity.Id,
            ["@version"] = identity.Version,
            ["@serves"] = string.Join(' ', identity.Serves),
            ["@fingerprints"] = JsonSerializer.Serialize(identity.Fingerprints()),
        };
        await sql.ExecuteAllAsync([.. HeartbeatStatements.Select(statement => new SqlCall(statement, parameters))], cancellationToken);
    }

    /// <summary>Removes this process, so that a replaced process is not compared with others.</summary>
    public async Task DeregisterAsync(CancellationToken cancellationToken)
    {
        if (!dialect.IsOfOneProcess)
        {
            await sql.ExecuteAsync("processes.leave", new Dictionary<string, object?>(StringComparer.Ordinal) { ["@process"] = identity.Id }, cancellationToken);
        }
    }

    /// <summary>This process and the others that live.</summary>
    public async Task<IReadOnlyList<RunningProcess>> RunningAsync(CancellationToken cancellationToken)
    {
        var self = new RunningProcess(identity.Id, identity.Serves, identity.Fingerprints());
        if (dialect.IsOfOneProcess)
        {
            return [self];
        }

        var living = await sql.QueryAsync(
            "processes.living",
            new Dictionary<string, object?>(StringComparer.Ordinal),
            row => new RunningProcess(
                row.GetString(0),
                row.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries),
                JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(2))!),
            cancellationToken);
        return [self, .. living.Where(process => process.Id != identity.Id)];
    }
}
