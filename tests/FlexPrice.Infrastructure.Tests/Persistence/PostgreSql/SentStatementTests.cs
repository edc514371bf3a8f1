using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using FlexPrice.Testing.SqlServer;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;

/// <summary>Hand-written statements are noticed; all other tests on PostgreSQL prove that everything else is known.</summary>
public sealed class SentStatementTests : IOn<PostgreSqlEngine>
{
    [Fact]
    public async Task Statement_WhenItIsInNoList_FailsWhoSendsIt()
    {
        await using var database = new PostgreSqlEngine().NewDatabase();
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand("DELETE FROM wallets", connection);

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => command.ExecuteNonQueryAsync());

        refused.Message.ShouldEndWith("DELETE FROM wallets");
    }

    [Fact]
    public async Task Statement_WhenOneOfABatchIsInNoList_FailsWhoSendsIt()
    {
        await using var database = new PostgreSqlEngine().NewDatabase();
        await using var connection = await OpenAsync(database);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(PostgreSqlStatements.Text[KnownStatements.PlannerOnly]), new("DELETE FROM wallets") } };

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => batch.ExecuteNonQueryAsync());

        refused.Message.ShouldEndWith("DELETE FROM wallets");
    }

    [Fact]
    public async Task Statement_WhenItIsInTheRegistry_IsRecordedAsItIsSent()
    {
        await using var database = new PostgreSqlEngine().NewDatabase();
        var text = PostgreSqlStatements.Text[KnownStatements.PlannerOnly];

        var sent = await SentStatements.RecordAsync(async () =>
        {
            await using var connection = await OpenAsync(database);
            await using var command = new NpgsqlCommand(text, connection);
            await command.ExecuteNonQueryAsync();
        });

        sent.ShouldBe([text]);
    }

    // No index has the token.
    [Fact]
    public async Task Claim_WhenItReadsWhatItHas_NamesTheRowsByTheirKeys()
    {
        await using var store = await Store.StartAsync(new PostgreSqlEngine());
        await using var request = store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.Add(new OutboxMessage { TenantId = store.Scope.TenantId, EnvironmentId = store.Scope.EnvironmentId, MessageId = "msg_1", Reaction = "hook", Line = "hook", EventName = "something", Payload = "{}", OccurredAt = Store.Noon, DueAt = Store.Noon });
        await context.SaveChangesAsync();

        var sent = await SentStatements.RecordAsync(async () =>
            (await request.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(ReactionLane.Upkeep, 10, [], CancellationToken.None)).ShouldHaveSingleItem());

        sent.Count.ShouldBe(2);
        sent[0].ShouldEndWith("RETURNING outbox_messages.sequence");
        sent[1].ShouldMatch(@"WHERE o\.sequence = ANY \(\S+\) AND o\.lease_token = ");
    }

    [Fact]
    public void Lists_WhenSqlServerLacksAStatement_DoNotKnowIt()
    {
        var twins = SqlServerStatements.Text.Where(statement => statement.Key != "wallets.delete").ToDictionary(StringComparer.Ordinal);
        var known = new KnownStatements(PostgreSqlStatements.Text, twins, []);

        known.Contain(PostgreSqlStatements.Text["wallets.delete"]).ShouldBeFalse();
        known.Contain(PostgreSqlStatements.Text["workflows.delete"].Replace("@tenant", "$1", StringComparison.Ordinal)).ShouldBeTrue();
    }

    [Fact]
    public void Lists_WhenTheContextSendsSeveralStatementsAtOnce_KnowEachOfThemAsAWhole()
    {
        var known = new KnownStatements(new Dictionary<string, string>(), new Dictionary<string, string>(), []);
        known.AddOfContext("UPDATE wallets SET name = @p0\nWHERE id = @p1;\r\nDELETE FROM workflows\nWHERE id = @p2;\r\n");

        known.Contain("DELETE FROM workflows\nWHERE id = $1").ShouldBeTrue();
        known.Contain("UPDATE wallets SET name = $1\nWHERE id = $2").ShouldBeTrue();
        known.Contain("DELETE FROM workflows").ShouldBeFalse();
    }

    // Outside of the product's pool: what is refused here leaves its connection in the middle of something.
    private static async Task<NpgsqlConnection> OpenAsync(TestDatabase database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.Settings["ConnectionStrings:FlexPrice"]) { Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }
}
