using FlexPrice.Application.Customers;
using FlexPrice.Application.Customers.CreateCustomer;
using FlexPrice.Application.Customers.UpdateCustomer;
using FlexPrice.Application.Subscriptions.CreateSubscription;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Subscriptions;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Subscriptions;

public abstract class EndDueSubscriptionsJobTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Job_WhenTheCustomerIsArchived_EndsTheSubscriptionWithItsPeriodAndNotBefore()
    {
        await SubscribeAsync("ada");
        await SubscribeAsync("bob");
        await SendAsync(new UpdateCustomerCommand(new CustomerReference(null, "ada"), null, new CustomerFields(), "archived"));

        _store.Clock.SetUtcNow(Store.Noon.AddMonths(1).AddSeconds(-1));
        await RunAsync();
        Statuses().ShouldBe(["ada|active", "bob|active"]);

        _store.Clock.SetUtcNow(Store.Noon.AddMonths(1));
        await RunAsync();
        Statuses().ShouldBe(["ada|cancelled", "bob|active"]);
        _store.Read("SELECT event_name FROM outbox_messages WHERE event_name = 'subscription_cancelled'").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Job_WhenTheCustomerWasPublishedAgain_LeavesTheSubscriptionRunning()
    {
        await SubscribeAsync("ada");
        var customer = new CustomerReference(_store.ReadOne("SELECT id FROM customers"));
        await SendAsync(new UpdateCustomerCommand(customer, null, new CustomerFields(), "archived"));
        await SendAsync(new UpdateCustomerCommand(customer, null, new CustomerFields(), "published"));

        _store.Clock.SetUtcNow(Store.Noon.AddMonths(2));
        await RunAsync();

        Statuses().ShouldBe(["ada|active"]);
    }

    private IReadOnlyList<string> Statuses() =>
        _store.Read("SELECT c.external_id, s.status FROM subscriptions s JOIN customers c ON c.id = s.customer_id ORDER BY c.external_id");

    private async Task SubscribeAsync(string externalId)
    {
        await SendAsync(new CreateCustomerCommand(externalId, new CustomerFields { Name = "Ada" }));
        await SendAsync(new CreateSubscriptionCommand { Customer = new CustomerReference(null, externalId), PlanId = "plan", Currency = "eur", BillingPeriod = "MONTHLY" });
    }

    private async Task SendAsync<TResponse>(IRequest<TResponse> request)
        where TResponse : Domain.Primitives.IResult<TResponse>
    {
        await using var scope = _store.Request();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request)).Error.ShouldBeNull();
    }

    private async Task RunAsync() => await new EndDueSubscriptionsJob(_store.Sweep).Execute(null!, CancellationToken.None);

    public sealed class OnSqlite : EndDueSubscriptionsJobTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : EndDueSubscriptionsJobTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : EndDueSubscriptionsJobTests, IOn<SqlServerEngine>;
}
