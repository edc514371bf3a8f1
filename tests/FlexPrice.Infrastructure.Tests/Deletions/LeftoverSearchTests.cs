using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.DeleteCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Usage;
using FlexPrice.Infrastructure.Deletions;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Deletions;

public abstract class LeftoverSearchTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    // Reads the schema, not the model: every column named after a customer must be searched.
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
        var (customer, other) = (SampleCustomer.In(_store, "ada"), SampleCustomer.In(_store, "bob"));
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.AddRange(customer, SampleCustomer.In(_store, "child", parent: customer), other);
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

    [Fact]
    public async Task Find_WhenUsageWaitsUnderAFormerExternalId_CountsItUntilSomebodyHasTheExternalId()
    {
        var customer = await _store.SendAsync(new CreateCustomerCommand("ada", new CustomerFields()));
        await _store.SendAsync(new UpdateCustomerCommand(new CustomerReference(customer.Id.Value), "lovelace", new CustomerFields(), null));
        await _store.SendAsync(new DeleteCustomerCommand(customer.Id.Value, new Dictionary<string, string>(), null));
        await using var request = _store.Request();
        var search = request.ServiceProvider.GetRequiredService<ILeftoverSearch>();
        (await search.FindAsync(customer.Id, CancellationToken.None)).ShouldBeEmpty();

        // A row that only a program that writes to the database directly could leave.
        await AddSubjectAsync("ada");
        await AddSubjectAsync("bob");
        (await search.FindAsync(customer.Id, CancellationToken.None)).ShouldBe([new Leftover("usage_subjects", 1)]);

        await _store.SendAsync(new CreateCustomerCommand("ada", new CustomerFields()));
        (await search.FindAsync(customer.Id, CancellationToken.None)).ShouldBeEmpty();
    }

    private async Task AddSubjectAsync(string externalId)
    {
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        var hash = _store.Services.GetRequiredService<ILookupHasher>().Hash(_store.Scope, LookupPurpose.ExternalCustomerId, externalId);
        context.Add(UsageSubject.Begin(_store.Scope, _store.Services.GetRequiredService<IIdGenerator>().New<UsageSubjectId>(), hash, null, [1], Store.Noon));
        await context.SaveChangesAsync();
    }

    public sealed class OnSqlite : LeftoverSearchTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : LeftoverSearchTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : LeftoverSearchTests, IOn<SqlServerEngine>;
}
