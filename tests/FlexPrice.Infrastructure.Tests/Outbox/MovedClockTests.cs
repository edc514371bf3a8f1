using System.Globalization;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Application.Webhooks;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Outbox;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Infrastructure.Tests.Outbox;

/// <summary>The clock of the machine is set forward or back while rows are held.</summary>
public abstract class MovedClockTests : IAsyncLifetime
{
    private readonly IWebhookSender _sender = Substitute.For<IWebhookSender>();
    private readonly List<string> _sent = [];
    private readonly List<OutboxWorker> _workers = [];
    private Store _store = null!;
    private AsyncServiceScope _request;

    private OutboxQueue Queue => _request.ServiceProvider.GetRequiredService<OutboxQueue>();

    private TimeSpan Lease => _store.Services.GetRequiredService<FlexPriceSettings>().OutboxLease;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this), configure: services => services.AddSingleton(_sender));
        _request = _store.Request();
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.StopAsync(CancellationToken.None);
            worker.Dispose();
        }

        await _request.DisposeAsync();
        await _store.DisposeAsync();
    }

    private Task<IReadOnlyList<OutboxMessage>> ClaimAsync() => Queue.ClaimAsync(ReactionLane.Outgoing, 100, [], CancellationToken.None);

    private async Task<IReadOnlyList<string>> LeasesLostWhileHandlingAsync(OutboxMessage message, Action meanwhile)
    {
        using var lost = new Measured<long>(FlexPriceTelemetry.LeasesLost);
        var handling = _store.Services.GetRequiredService<OutboxHandler>().HandleAsync(message, CancellationToken.None);
        meanwhile();
        await handling;
        return lost.Lines;
    }

    private string Rows() => _store.ReadOne("SELECT count(*) FROM outbox_messages");

    private TaskCompletionSource SendSlowly()
    {
        var release = new TaskCompletionSource();
        _sender.SendAsync("", "", default, "", default).ReturnsForAnyArgs(call =>
        {
            lock (_sent)
            {
                _sent.Add((string)call[0]);
            }

            return release.Task.WaitAsync(call.Arg<CancellationToken>());
        });
        return release;
    }

    private int Sent()
    {
        lock (_sent)
        {
            return _sent.Count;
        }
    }

    private async Task StartAsync()
    {
        var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(_store.Services);
        _workers.Add(worker);
        await worker.StartAsync(CancellationToken.None);
    }

    private async Task AddAsync(string id)
    {
        await using var request = _store.Request();
        var context = request.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.Add(new OutboxMessage
        {
            TenantId = _store.Scope.TenantId,
            EnvironmentId = _store.Scope.EnvironmentId,
            MessageId = id,
            Reaction = "send_webhook_when_customer_created",
            Lane = ReactionLane.Outgoing,
            Line = "webhooks",
            OrderingKey = $"cust_{id}",
            EventName = "customer_created",
            Payload = $$"""{"customer_id":"cust_{{id}}","occurred_at":"2026-03-01T12:00:00Z"}""",
            OccurredAt = _store.Clock.GetUtcNow(),
            DueAt = _store.Clock.GetUtcNow(),
        });
        await context.SaveChangesAsync();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = 0; !holds(); waited++)
        {
            waited.ShouldBeLessThan(200, "It never came");
            await Task.Delay(50);
        }
    }

    private async Task RowStaysItsHoldersAsync(int hours)
    {
        await AddAsync("a");
        var held = (await ClaimAsync()).ShouldHaveSingleItem();

        Move(hours);

        (await ClaimAsync()).ShouldBeEmpty("The lease is by the server's clock");
        (await Queue.RenewAsync(held, CancellationToken.None)).ShouldBeTrue();
        Move(-hours);
        (await ClaimAsync()).ShouldBeEmpty("So is its renewal");
        (await Queue.SettleAsync(held, CancellationToken.None)).ShouldBeTrue();
        Rows().ShouldBe("0");
    }

    private async Task RowComesBackAfterItsDelayAsync(int hours)
    {
        await AddAsync("a");
        _store.Database.Execute("UPDATE outbox_messages SET attempts = 8");
        var held = (await ClaimAsync()).ShouldHaveSingleItem();
        Move(hours);
        await Queue.RetryLaterAsync(held, "IOException", jitter: 1, CancellationToken.None);
        (await ClaimAsync()).ShouldBeEmpty("It is not due yet");
        Move(-2 * hours);
        (await ClaimAsync()).ShouldBeEmpty("It is not due yet for anybody");

        _store.Pass(OutboxOptions.DelayAfter(9, 1));

        (await ClaimAsync()).ShouldHaveSingleItem("Its delay is over");
    }

    private async Task AnnouncementIsSentOnceAsync(int hours)
    {
        var release = SendSlowly();
        await AddAsync("a");
        await StartAsync();
        await UntilAsync(() => Sent() == 1);
        await StartAsync();

        Move(hours);
        await AddAsync("b");
        await UntilAsync(() => Sent() == 2);
        release.SetResult();

        await UntilAsync(() => Rows() == "0");
        _sent.ShouldBe(["a", "b"]);
    }

    private void Move(int hours) => _store.Clock.AdjustTime(_store.Clock.GetUtcNow() + TimeSpan.FromHours(hours));

    /// <summary>An embedded database has no clock but the machine's.</summary>
    public sealed class OnSqlite : MovedClockTests, IOn<SqliteEngine>
    {
        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task Row_WhenTheClockGoesForward_IsTakenOverAndSettledByTheNewHolderOnly(int hours)
        {
            await AddAsync("a");
            var held = (await ClaimAsync()).ShouldHaveSingleItem();

            _store.Clock.Advance(TimeSpan.FromHours(hours));

            var taken = (await ClaimAsync()).ShouldHaveSingleItem();
            taken.MessageId.ShouldBe(held.MessageId);
            (await Queue.SettleAsync(held, CancellationToken.None)).ShouldBeFalse();
            (await Queue.RenewAsync(held, CancellationToken.None)).ShouldBeFalse();
            (await LeasesLostWhileHandlingAsync(held, () => { })).ShouldBe(["1 send_webhook_when_customer_created"], "It settles what is not its own any more");
            SendSlowly();
            (await LeasesLostWhileHandlingAsync(held, () => _store.Clock.Advance(Lease / 3))).ShouldBe(["1 send_webhook_when_customer_created"], "It renews what is not its own any more");
            (await Queue.SettleAsync(taken, CancellationToken.None)).ShouldBeTrue();
            Rows().ShouldBe("0");
        }

        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task Row_WhenTheClockGoesBack_StaysItsHoldersAndLaterOnesGoOn(int hours)
        {
            await AddAsync("a");
            var held = (await ClaimAsync()).ShouldHaveSingleItem();

            Move(-hours);

            (await ClaimAsync()).ShouldBeEmpty("It is held");
            await AddAsync("b");
            var later = (await ClaimAsync()).ShouldHaveSingleItem();
            later.MessageId.ShouldBe("b");
            (await Queue.RenewAsync(held, CancellationToken.None)).ShouldBeTrue();
            (await Queue.SettleAsync(held, CancellationToken.None)).ShouldBeTrue();
            (await Queue.SettleAsync(later, CancellationToken.None)).ShouldBeTrue();
            Rows().ShouldBe("0");
        }

        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task Renewal_WhenTheClockWentBack_EndsWithTheNewTime(int hours)
        {
            // Due for long, so that only the lease keeps others away.
            await AddAsync("a");
            _store.Clock.Advance(TimeSpan.FromHours(hours));
            var held = (await ClaimAsync()).ShouldHaveSingleItem();
            Move(-hours);
            await Queue.RenewAsync(held, CancellationToken.None);

            _store.Clock.Advance(Lease);

            (await ClaimAsync()).ShouldHaveSingleItem("Its holder has died, and nobody waits for the time that was set back");
        }

        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task DeadHoldersRow_WhenTheClockGoesBack_IsTakenOverWhenTheLeaseIsOver(int hours)
        {
            await AddAsync("a");
            await ClaimAsync();
            Move(-hours);
            _store.Clock.Advance(TimeSpan.FromHours(hours));
            (await ClaimAsync()).ShouldBeEmpty();

            _store.Clock.Advance(Lease);

            var taken = (await ClaimAsync()).ShouldHaveSingleItem();
            (await Queue.SettleAsync(taken, CancellationToken.None)).ShouldBeTrue();
            Rows().ShouldBe("0");
        }

        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task Announcement_WhenTheClockGoesForwardWhileItIsSent_ComesAgainWithTheSameIdAtMost(int hours)
        {
            var release = SendSlowly();
            await AddAsync("a");
            await StartAsync();
            await UntilAsync(() => Sent() == 1);
            _store.Clock.Advance(TimeSpan.FromHours(hours));
            await UntilAsync(() => long.Parse(_store.ReadOne("SELECT leased_until FROM outbox_messages"), CultureInfo.InvariantCulture) > _store.Clock.GetUtcNow().UtcTicks);
            release.SetResult();

            await UntilAsync(() => Rows() == "0");
            _sent.Distinct().ShouldBe(["a"]);
        }

        [Theory]
        [InlineData(1)]
        [InlineData(24)]
        public async Task Announcement_WhenTheClockGoesBackWhileItIsSent_IsSentOnceAndLaterOnesToo(int hours)
        {
            var release = SendSlowly();
            await AddAsync("a");
            await StartAsync();
            await UntilAsync(() => Sent() == 1);

            Move(-hours);
            await AddAsync("b");
            await UntilAsync(() => Sent() == 2);
            release.SetResult();

            await UntilAsync(() => Rows() == "0");
            _sent.ShouldBe(["a", "b"]);
        }
    }

    public sealed class OnPostgreSql : MovedClockTests, IOn<PostgreSqlEngine>
    {
        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Row_WhenTheMachinesClockMoves_StaysItsHolders(int hours) => RowStaysItsHoldersAsync(hours);

        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Row_WhenTheMachinesClockMovesBeforeItFails_ComesBackAfterItsDelay(int hours) => RowComesBackAfterItsDelayAsync(hours);

        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Announcement_WhenTheMachinesClockMovesWhileItIsSent_IsSentOnceAndLaterOnesToo(int hours) => AnnouncementIsSentOnceAsync(hours);
    }

    public sealed class OnSqlServer : MovedClockTests, IOn<SqlServerEngine>
    {
        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Row_WhenTheMachinesClockMoves_StaysItsHolders(int hours) => RowStaysItsHoldersAsync(hours);

        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Row_WhenTheMachinesClockMovesBeforeItFails_ComesBackAfterItsDelay(int hours) => RowComesBackAfterItsDelayAsync(hours);

        [Theory]
        [InlineData(24)]
        [InlineData(-24)]
        public Task Announcement_WhenTheMachinesClockMovesWhileItIsSent_IsSentOnceAndLaterOnesToo(int hours) => AnnouncementIsSentOnceAsync(hours);
    }
}
