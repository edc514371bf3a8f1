using FlexPrice.Application.Deletions;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

public abstract class LeftoverSearchTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    // The schema is asked, not the model: whatever column is named after a customer must be searched.
    [Fact]
    public async Task Columns_WhenComparedWithTheSchema_AreAllThatNameACustomer()
    {
        await using var request = _store.Request();
        var searched = LeftoverSearch.Columns(request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Model).Select(column => $"{column.Table}.{column.Name}");
        var named = _store.Database.Columns()
            .Where(column => column.Table != "deletions" && (column.Column.EndsWith("customer_id", StringComparison.Ordinal) || column == ("customers", "id")))
            .Select(column => $"{column.Table}.{column.Column}")
            .ToList();

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
        _store.Database.Execute(
            "INSERT INTO legal_holds (tenant_id, environment_id, id, customer_id, ground, placed_at) VALUES (@tenant, @environment, 'hold_1', @customer, '', @now)",
            ("@tenant", _store.Scope.TenantId.Value),
            ("@environment", _store.Scope.EnvironmentId.Value),
            ("@customer", customer.Id.Value),
            ("@now", Store.Noon));
        var search = request.ServiceProvider.GetRequiredService<ILeftoverSearch>();

        (await search.FindAsync(customer.Id, CancellationToken.None)).ShouldBe([new Leftover("customers", 2), new Leftover("legal_holds", 1)], ignoreOrder: true);
        (await search.FindAsync(other.Id, CancellationToken.None)).ShouldBe([new Leftover("customers", 1)]);
        await using var strangers = _store.Services.CreateAsyncScope();
        (await strangers.ServiceProvider.GetRequiredService<ILeftoverSearch>().FindAsync(customer.Id, CancellationToken.None)).ShouldBeEmpty();
    }

    public sealed class OnSqlite : LeftoverSearchTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : LeftoverSearchTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : LeftoverSearchTests, IOn<SqlServerEngine>;
}
