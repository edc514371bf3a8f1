using Microsoft.EntityFrameworkCore;


namespace FlexPrice.Infrastructure.Sql;

/// <summary>
/// Statements of a unit of work that change rows. Each runs after all earlier additions and changes. Where statements can be batched they wait for the commit,
/// or until a later read needs their effect, and are sent in one batch: a round trip costs more than any of them, and the locks are held meanwhile.
/// </summary>
internal sealed class StatementQueue(DbContext context, PendingInserts added, SqlRunner sql, IDatabaseDialect dialect)
{
    private readonly List<(SqlCall Call, Action<int> Changed)> _waiting = [];

    /// <summary>Whether the unit of work has written something before its end, or has queued a statement.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Runs a statement, now or with the others.</summary>
    /// <param name="call">The statement.</param>
    /// <param name="changed">Receives the number of changed rows; an exception ends the unit of work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task RunAsync(SqlCall call, Action<int> changed, CancellationToken cancellationToken) => RunAllAsync([call], changed, cancellationToken);

    /// <summary>Runs statements in their order, now or with the others. What was added and changed is written once before them, not before each.</summary>
    /// <param name="calls">The statements.</param>
    /// <param name="changed">Receives the number of changed rows per statement; an exception ends the unit of work.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task RunAllAsync(IReadOnlyList<SqlCall> calls, Action<int> changed, CancellationToken cancellationToken)
    {
        if (calls.Count == 0)
        {
            return;
        }

        HasWritten = true;

        // Without a transaction there is no commit that would send them.
        if (dialect.SupportsBatching && context.Database.CurrentTransaction is not null)
        {
            _waiting.AddRange(calls.Select(call => (call, changed)));
            return;
        }

        await SaveContextAsync(cancellationToken);
        foreach (var count in await sql.ExecuteAllAsync(calls, cancellationToken))
        {
            changed(count);
        }
    }

    /// <summary>Writes what was added and changed, then runs what waits.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Count == 0)
        {
            HasWritten |= await SaveContextAsync(cancellationToken);
            return;
        }

        var waiting = _waiting.ToList();
        _waiting.Clear();
        var inserts = added.ToStatements();
        if (inserts is null)
        {
            await context.SaveChangesAsync(cancellationToken);
        }

        var rows = await sql.ExecuteAllAsync([.. inserts ?? [], .. waiting.Select(statement => statement.Call)], cancellationToken);
        added.Accept();
        foreach (var ((_, changed), count) in waiting.Zip(rows.Skip(inserts?.Count ?? 0)))
        {
            changed(count);
        }
    }

    // Several rows at once the context may write by one statement, which promises numbers in no order: https://github.com/dotnet/efcore/issues/7894. What sends rows together sends them one after the other.
    private async Task<bool> SaveContextAsync(CancellationToken cancellationToken)
    {
        var numbered = dialect.SupportsBatching ? [] : added.DrainNumbered();
        var saved = await context.SaveChangesAsync(cancellationToken);
        if (numbered.Count > 0)
        {
            await sql.ExecuteAllAsync(numbered, cancellationToken);
        }

        return saved + numbered.Count > 0;
    }

    /// <summary>Forgets what waits: the unit of work is over.</summary>
    public void Clear()
    {
        HasWritten = false;
        _waiting.Clear();
        added.Clear();
    }
}
