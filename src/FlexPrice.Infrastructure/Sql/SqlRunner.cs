using System.Data.Common;
using System.Diagnostics;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Sql.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>Runs statements of the registry on the context's connection, inside its transaction when one is open. Several are sent in one batch where the database supports it.</summary>
internal sealed class SqlRunner(DbContext context, IDatabaseDialect dialect)
{
    public async Task<int> ExecuteAsync(string statement, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken) =>
        (await ExecuteAllAsync([new SqlCall(statement, parameters)], cancellationToken))[0];

    /// <summary>Runs statements one after the other and answers how many rows each has changed.</summary>
    public Task<IReadOnlyList<int>> ExecuteAllAsync(IReadOnlyList<SqlCall> calls, CancellationToken cancellationToken) => ConnectedAsync<IReadOnlyList<int>>(
        async () =>
        {
            if (dialect.SupportsBatching && calls.Count > 1)
            {
                using var span = Span(calls);
                await using var batch = Batch(calls);
                await batch.ExecuteNonQueryAsync(cancellationToken);
                return [.. batch.BatchCommands.Select(command => command.RecordsAffected)];
            }

            var changed = new List<int>();
            foreach (var call in calls)
            {
                using var span = FlexPriceTelemetry.Activities.StartActivity(call.Statement);
                await using var command = Command(call);
                changed.Add(await command.ExecuteNonQueryAsync(cancellationToken));
            }

            return changed;
        },
        cancellationToken);

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string statement, IReadOnlyDictionary<string, object?> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var query = new SqlRows<T>(statement, parameters, read);
        await QueryAllAsync([query], cancellationToken);
        return query.Rows;
    }

    /// <summary>Runs queries one after the other; each sees what was committed before it began.</summary>
    public Task QueryAllAsync(IReadOnlyList<SqlQuery> queries, CancellationToken cancellationToken) => ConnectedAsync(
        async () =>
        {
            if (dialect.SupportsBatching && queries.Count > 1)
            {
                await QueryTogetherAsync(queries, cancellationToken);
                return true;
            }

            foreach (var query in queries)
            {
                using var span = FlexPriceTelemetry.Activities.StartActivity(query.Call.Statement);
                await using var command = Command(query.Call);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                await query.ReadAsync(reader, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private async Task QueryTogetherAsync(IReadOnlyList<SqlQuery> queries, CancellationToken cancellationToken)
    {
        IReadOnlyList<SqlCall> calls = [.. queries.Select(query => query.Call)];
        using var span = Span(calls);
        await using var batch = Batch(calls);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var query in queries)
        {
            await query.ReadAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }
    }

    private static Activity? Span(IReadOnlyList<SqlCall> calls) => FlexPriceTelemetry.Activities
        .StartActivity("statements")?
        .SetTag("flexprice.statements", calls.Select(call => call.Statement).ToArray());

    private async Task<T> ConnectedAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    /// <summary>A statement as it is sent alone.</summary>
    internal DbCommand Command(SqlCall call)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        var statement = call.Written ?? dialect.Statement(call.Statement);
        command.CommandText = statement.Text;
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        Fill(command.Parameters, command.CreateParameter, statement, call.Parameters);
        return command;
    }

    private DbBatch Batch(IReadOnlyList<SqlCall> calls)
    {
        var batch = context.Database.GetDbConnection().CreateBatch();
        batch.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var call in calls)
        {
            var command = batch.CreateBatchCommand();
            var statement = call.Written ?? dialect.Statement(call.Statement);
            command.CommandText = statement.Text;
            Fill(command.Parameters, command.CreateParameter, statement, call.Parameters);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    // Only what the statement mentions: a provider ignores no parameter.
    private void Fill(DbParameterCollection to, Func<DbParameter> create, SqlStatement statement, IReadOnlyDictionary<string, object?> parameters)
    {
        foreach (var name in statement.Parameters)
        {
            var value = parameters[name];
            if (value is not DbParameter parameter)
            {
                parameter = create();
                parameter.ParameterName = statement.IsNumbered ? "" : name;
                parameter.Value = value ?? DBNull.Value;
                dialect.Declare(parameter);
            }

            to.Add(parameter);
        }
    }
}
