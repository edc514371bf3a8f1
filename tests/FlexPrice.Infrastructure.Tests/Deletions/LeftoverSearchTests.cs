using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

public sealed class LeftoverSearchTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync();

    public async Task DisposeAsync() => await _store.DisposeAsync();

    // The schema is asked, not the model: whatever column is named after a customer must be searched.
    [Fact]
    public async Task Columns_WhenComparedWithTheSchema_AreAllThatNameACustomer()
    {
        await using var request = _store.Request();
        var searched = LeftoverSearch.Columns(request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Model).Select(column => $"{column.Table}.{column.Name}");
        var named = _store.Read(
            """
            SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name <> 'deletions' AND (c.name LIKE '%customer_id' OR (m.name = 'customers' AND c.name = 'id'))
            """);

        named.Count.ShouldBeGreaterThanOrEqualTo(7);
        searched.ShouldBe(named, ignoreOrder: true);
    }

    [Fact]
    public async Task Find_WhenRowsReferToTheCustomer_CountsThemByTableInTheCallersEnvironmentOnly()
    {
        var (customer, other) = (Sample.Customer(_store, "ada"), Sample.Customer(_store, "bob"));
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.AddRange(customer, Sample.Customer(_store, "child", parent: customer), other);
        await context.SaveChangesAsync();
        await context.Database.ExecuteSqlAsync($"INSERT INTO legal_holds (tenant_id, environment_id, id, customer_id, ground, placed_at) VALUES ({_store.Scope.TenantId.Value}, {_store.Scope.EnvironmentId.Value}, 'hold_1', {customer.Id.Value}, '', 0)");
        var search = request.ServiceProvider.GetRequiredService<ILeftoverSearch>();

        (await search.FindAsync(customer.Id, CancellationToken.None)).ShouldBe([new Leftover("customers", 2), new Leftover("legal_holds", 1)], ignoreOrder: true);
        (await search.FindAsync(other.Id, CancellationToken.None)).ShouldBe([new Leftover("customers", 1)]);
        await using var strangers = _store.Services.CreateAsyncScope();
        (await strangers.ServiceProvider.GetRequiredService<ILeftoverSearch>().FindAsync(customer.Id, CancellationToken.None)).ShouldBeEmpty();
    }
}
