using FlexPrice.Benchmarks.Floors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlexPrice.Benchmarks.Contestants;

/// <summary>An endpoint written by hand for this purpose only: the statements of the floor in one batch, sent by the driver, and 204.</summary>
internal static class HandWrittenEndpoint
{
    public const string Verb = "hand-written-endpoint";

    /// <summary>Serves it: the connection string, the tenant, the environment and the actor.</summary>
    public static async Task ServeAsync(string[] arguments)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(arguments[0]) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 });
        var statements = Floor.Read().Statements;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapDelete("/v1/customers/{id}", async (string id, CancellationToken cancellationToken) =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            foreach (var statement in statements)
            {
                var command = new NpgsqlBatchCommand(statement);
                Add(command, "customer", id);
                Add(command, "tenant", arguments[1]);
                Add(command, "environment", arguments[2]);
                Add(command, "actor", arguments[3]);
                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancellationToken);
            return Results.NoContent();
        });
        await app.RunAsync();
    }

    private static void Add(NpgsqlBatchCommand command, string name, string value)
    {
        if (command.CommandText.Contains($"@{name}", StringComparison.Ordinal))
        {
            command.Parameters.Add(new NpgsqlParameter<string>(name, value));
        }
    }
}
