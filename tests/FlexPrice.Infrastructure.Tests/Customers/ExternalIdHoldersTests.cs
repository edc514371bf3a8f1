using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Customers;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Customers;

public abstract class ExternalIdHoldersTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Holders_WhenMoreHoldingsEndedThanAreReadAtOnce_AreFoundAllTheSame()
    {
        var (busy, first, last) = (await CustomerAsync("busy"), await CustomerAsync("first"), await CustomerAsync("last"));
        await using var scope = _store.Request();
        var context = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        var (often, once) = (Hash('a'), Hash('b'));
        var ends = Enumerable.Range(1, ExternalIdHolders.EndsAtOnce + 10).Select(minute => PastHolding.End(_store.Scope, often, busy, Store.Noon.AddMinutes(minute), null)).ToList();
        ends[1] = PastHolding.End(_store.Scope, often, first, Store.Noon.AddMinutes(2), null);
        ends[^1] = PastHolding.End(_store.Scope, often, last, ends[^1].EndedAt, null);
        ends.Add(PastHolding.End(_store.Scope, once, last, ends[^1].EndedAt.AddDays(1), null));
        context.PastHoldings.AddRange(ends);
        await context.SaveChangesAsync();

        var holders = await scope.ServiceProvider.GetRequiredService<IExternalIdHolders>().FindAsync(
            [(often, Store.Noon.AddMinutes(2)), (often, ends[^2].EndedAt), (once, Store.Noon), (once, null)],
            CancellationToken.None);

        holders.At(often, Store.Noon.AddMinutes(2)).Customer.ShouldBe(first);
        holders.At(often, ends[^2].EndedAt).Customer.ShouldBe(last);
        holders.At(once, Store.Noon).Customer.ShouldBe(last);
        holders.At(once, null).Customer.ShouldBeNull();
    }

    private static LookupHash Hash(char digit) => new(new string(digit, 43));

    private async Task<CustomerId> CustomerAsync(string externalId) => (await _store.SendAsync(new CreateCustomerCommand(externalId, new CustomerFields { Name = "Ada" }))).Id;

    public sealed class OnSqlite : ExternalIdHoldersTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ExternalIdHoldersTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ExternalIdHoldersTests, IOn<SqlServerEngine>;
}
