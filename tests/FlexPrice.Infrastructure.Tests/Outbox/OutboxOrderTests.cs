using System.Globalization;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Outbox;

/// <summary>The sequence of a row is the order of writing: it orders the reactions of one customer.</summary>
public abstract class OutboxOrderTests
{
    // So many that a sort which does not keep the order of equals shows.
    private const int Many = 200;

    [Fact]
    public async Task Rows_WhenOneTransactionWritesMany_AreNumberedInTheOrderInWhichTheyWereAdded()
    {
        await using var store = await Store.StartAsync(Engine.Of(this));
        await using (var request = store.Request())
        {
            var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
            await request.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                _ =>
                {
                    context.Set<OutboxMessage>().AddRange(Enumerable.Range(0, Many).Select(number => Message(store, number)));
                    return Task.FromResult<Result<int>>(Many);
                },
                CancellationToken.None);
        }

        store.Read("SELECT message_id FROM outbox_messages WHERE line = 'order' ORDER BY sequence").ShouldBe(Enumerable.Range(0, Many).Select(Name));
    }

    private static OutboxMessage Message(Store store, int number) => new()
    {
        TenantId = store.Scope.TenantId,
        EnvironmentId = store.Scope.EnvironmentId,
        MessageId = Name(number),
        Reaction = "order",
        Line = "order",
        OrderingKey = "cust",
        EventName = "order",
        Payload = "{}",
        OccurredAt = Store.Noon,
        DueAt = DateTimeOffset.UnixEpoch,
    };

    private static string Name(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    public sealed class OnSqlite : OutboxOrderTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : OutboxOrderTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : OutboxOrderTests, IOn<SqlServerEngine>;
}
