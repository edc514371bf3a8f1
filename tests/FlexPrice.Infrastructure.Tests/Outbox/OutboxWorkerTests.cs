using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Domain.Subscriptions;
using FlexPrice.Domain.Subscriptions.Events;
using FlexPrice.Domain.Usage.Events;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Infrastructure.Tests.Outbox;

public abstract class OutboxWorkerTests : IAsyncLifetime
{
    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private Store _store = null!;
    private OutboxWorker _worker = null!;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this), configure: services => services.AddSingleton(_sender).AddSingleton(Substitute.For<IStorageScrubber>()));
        _worker = ActivatorUtilities.CreateInstance<OutboxWorker>(_store.Services);
    }

    public async Task DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task Stop_WhenAReactionRuns_GivesItsRowBackWithoutCountingTheAttempt()
    {
        HangWhenSending();
        await CreateCustomerAsync("ada");
        await _worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => _sender.ReceivedCalls().Any());

        await _worker.StopAsync(CancellationToken.None);

        _store.ReadOne("SELECT attempts, lease_token, leased_until, last_error FROM outbox_messages").ShouldBe("0|NULL|NULL|NULL");
    }

    [Fact]
    public async Task Announcement_WhenAnEarlierOneOfTheCustomerFailed_WaitsForItAndHoldsNoScrubUp()
    {
        var sent = new List<string>();
        _sender.SendAsync("", "", default, "", default).ReturnsForAnyArgs(call =>
        {
            lock (sent)
            {
                sent.Add((string)call[1]);
            }

            return sent.Count == 1 ? Task.FromException(new HttpRequestException()) : Task.CompletedTask;
        });
        var customer = await CreateCustomerAsync("ada");
        await RaiseAsync(new SubscriptionCancelled(SubscriptionId.From("subs_1"), customer, Store.Noon), new CustomerDeleted(DeletionId.From("del_1"), customer, null, Store.Noon));
        _store.Database.Execute("UPDATE outbox_messages SET attempts = 8 WHERE lane = 'outgoing'");
        using var attempts = new Measured<long>(FlexPriceTelemetry.Reactions);

        await _worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => Messages() == 3 && _store.Read("SELECT attempts FROM outbox_messages ORDER BY sequence")[0] == "9");
        await Task.Delay(200);
        sent.ShouldBe(["customer.created"], "The scrub is done, the failed one waits, and so do its successors");
        _store.Pass(OutboxOptions.DelayAfter(9, 1));
        await UntilAsync(() => Messages() == 0);
        await _worker.StopAsync(CancellationToken.None);

        sent.ShouldBe(["customer.created", "customer.created", "subscription.cancelled", "customer.deleted"]);
        attempts.Lines.Where(line => line.Contains("webhook", StringComparison.Ordinal)).ShouldBe(
        [
            "1 send_webhook_when_customer_created failure",
            "1 send_webhook_when_customer_created success",
            "1 send_webhook_when_subscription_cancelled success",
            "1 send_webhook_when_customer_deleted success",
        ]);
    }

    [Fact]
    public async Task Upkeep_WhenTheEndpointHangs_GoesOn()
    {
        HangWhenSending();
        var places = OutboxOptions.ConcurrencyOf(ReactionLane.Outgoing);
        for (var index = 0; index <= places; index++)
        {
            await CreateCustomerAsync($"customer-{index}");
        }

        await _worker.StartAsync(CancellationToken.None);
        await UntilAsync(() => _sender.ReceivedCalls().Count() == places);
        var gone = CustomerId.From("cust_gone");
        await RaiseAsync(
            new CustomerDeleted(DeletionId.From("del_1"), gone, null, Store.Noon),
            new UsageErasureRequested(DeletionId.From("del_1"), gone, [], Store.Noon),
            new DeletionSettled(DeletionId.From("del_1"), gone, Store.Noon));

        await UntilAsync(() => _store.Read("SELECT DISTINCT reaction FROM outbox_messages ORDER BY 1").SequenceEqual(["send_webhook_when_customer_created", "send_webhook_when_customer_deleted"]));
    }

    [Fact]
    public async Task Work_WhenTheBrokerHangs_GoesOnElsewhere()
    {
        var publisher = Substitute.For<IMessagePublisher>();
        publisher.PublishAsync("", "", default, default, "", default).ReturnsForAnyArgs(call => Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>()));
        await using var store = await Store.StartAsync(
            Engine.Of(this),
            configure: services => services.AddSingleton(_sender).AddSingleton(Substitute.For<IStorageScrubber>()).AddSingleton(publisher),
            settings: ("RabbitMq:Uri", "amqp://localhost"));
        var places = OutboxOptions.ConcurrencyOf(ReactionLane.Broker);
        for (var index = 0; index < 2 * places; index++)
        {
            var gone = CustomerId.From($"cust_{index}");
            await RaiseAsync(store, new CustomerCreated(gone, Store.Noon), new CustomerDeleted(DeletionId.From($"del_{index}"), gone, null, Store.Noon), new UsageErasureRequested(DeletionId.From($"del_{index}"), gone, [], Store.Noon));
        }

        using var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(store.Services);
        await worker.StartAsync(CancellationToken.None);

        await UntilAsync(() => store.ReadOne("SELECT count(*), count(DISTINCT line) FROM outbox_messages") == $"{4 * places}|1");
        publisher.ReceivedCalls().Count().ShouldBe(places);
        await worker.StopAsync(CancellationToken.None);
        store.ReadOne("SELECT max(attempts), max(lease_token) FROM outbox_messages").ShouldBe("0|NULL");
    }

    private async Task StartAfterAnEarlierProcessDiedAsync()
    {
        await CreateCustomerAsync("ada");
        await using (var request = _store.Request())
        {
            (await request.ServiceProvider.GetRequiredService<OutboxQueue>().ClaimAsync(ReactionLane.Outgoing, 1, [], CancellationToken.None)).Count.ShouldBe(1);
        }

        await _worker.StartAsync(CancellationToken.None);
    }

    // It may be at work still.
    private async Task WaitsForTheLeasesOfAnotherMachineAsync()
    {
        await StartAfterAnEarlierProcessDiedAsync();
        await Task.Delay(200);
        Messages().ShouldBe(1);

        _store.Pass(_store.Services.GetRequiredService<FlexPriceSettings>().OutboxLease);

        await UntilAsync(() => Messages() == 0);
    }

    private int Messages() => int.Parse(_store.ReadOne("SELECT count(*) FROM outbox_messages"), System.Globalization.CultureInfo.InvariantCulture);

    private void HangWhenSending() => _sender.SendAsync("", "", default, "", default)
        .ReturnsForAnyArgs(call => Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>()));

    private Task RaiseAsync(params IDomainEvent[] events) => RaiseAsync(_store, events);

    private static async Task RaiseAsync(Store store, params IDomainEvent[] events)
    {
        await using var request = store.Request();
        var unitOfWork = request.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unitOfWork.ExecuteAsync(
            _ =>
            {
                foreach (var happened in events)
                {
                    unitOfWork.Raise(happened);
                }

                return Task.FromResult((Result<bool>)true);
            },
            CancellationToken.None);
    }

    private async Task<CustomerId> CreateCustomerAsync(string externalId)
    {
        await using var request = _store.Request();
        var customer = SampleCustomer.In(_store, externalId);
        await request.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            _ =>
            {
                request.ServiceProvider.GetRequiredService<FlexPriceDbContext>().Add(customer);
                return Task.FromResult((CommandResult<CustomerId>)customer.Id);
            },
            CancellationToken.None);
        return customer.Id;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = 0; !holds(); waited++)
        {
            waited.ShouldBeLessThan(200, "It never came");
            await Task.Delay(50);
        }
    }

    public sealed class OnSqlite : OutboxWorkerTests, IOn<SqliteEngine>
    {
        [Fact]
        public async Task Start_WhenAnEarlierProcessDied_TakesItsRowsWithoutWaitingForTheirLeases()
        {
            await StartAfterAnEarlierProcessDiedAsync();

            await UntilAsync(() => Messages() == 0);
        }
    }

    public sealed class OnPostgreSql : OutboxWorkerTests, IOn<PostgreSqlEngine>
    {
        [Fact]
        public Task Start_WhenAnEarlierProcessDied_TakesItsRowsWhenTheirLeasesAreOver() => WaitsForTheLeasesOfAnotherMachineAsync();
    }

    public sealed class OnSqlServer : OutboxWorkerTests, IOn<SqlServerEngine>
    {
        [Fact]
        public Task Start_WhenAnEarlierProcessDied_TakesItsRowsWhenTheirLeasesAreOver() => WaitsForTheLeasesOfAnotherMachineAsync();
    }
}
