using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using FlexPrice.Application.Telemetry;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Outbox;

public abstract class OutboxMonitorTests
{
    [Fact]
    public async Task Outbox_WhenMeasured_SaysDepthAgeOfTheOldestAndHowManyAreGivenUp()
    {
        await using var store = await Store.StartAsync(Engine.Of(this));
        await using var request = store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.AddRange(Message(store, TimeSpan.FromMinutes(2), givenUp: true), Message(store, TimeSpan.Zero), Message(store, TimeSpan.Zero));
        await context.SaveChangesAsync();
        store.Clock.Advance(TimeSpan.FromSeconds(30));
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = Listen(measured);

        using var monitor = ActivatorUtilities.CreateInstance<OutboxMonitor>(store.Services);
        await monitor.StartAsync(CancellationToken.None);
        for (var waited = 0; measured.Count < 3 && waited < 200; waited++)
        {
            await Task.Delay(50);
        }

        await monitor.StopAsync(CancellationToken.None);

        measured.ShouldBe(
            new Dictionary<string, double> { ["flexprice.outbox.depth"] = 3, ["flexprice.outbox.oldest_age"] = 150, ["flexprice.outbox.given_up"] = 1 },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Outbox_WhenEmpty_HasNoAge()
    {
        await using var store = await Store.StartAsync(Engine.Of(this));
        await using var request = store.Request();

        (await request.ServiceProvider.GetRequiredService<OutboxInspection>().InspectAsync(CancellationToken.None)).ShouldBe(new OutboxState(0, TimeSpan.Zero, 0));
    }

    private static MeterListener Listen(ConcurrentDictionary<string, double> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == FlexPriceTelemetry.Name && instrument.Name is "flexprice.outbox.depth" or "flexprice.outbox.oldest_age" or "flexprice.outbox.given_up")
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        return listener;
    }

    private static OutboxMessage Message(Store store, TimeSpan age, bool givenUp = false) => new()
    {
        TenantId = store.Scope.TenantId,
        EnvironmentId = store.Scope.EnvironmentId,
        MessageId = "m",
        Reaction = "hook",
        Line = "hook",
        EventName = "something",
        Payload = "{}",
        OccurredAt = Store.Noon - age,
        DueAt = Store.Noon,
        GivenUpAt = givenUp ? Store.Noon : null,
    };

    public sealed class OnSqlite : OutboxMonitorTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : OutboxMonitorTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : OutboxMonitorTests, IOn<SqlServerEngine>;
}
