using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Webhooks;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Customers.Events;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Deletions.Events;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Outbox.Channels;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Tests.Outbox.Channels;

/// <summary>The channels in use are recorded in the database, independent of one process's settings.</summary>
public abstract class ChannelTests : IAsyncLifetime
{
    private const string Webhooks = WebhookOrdering.Name;
    private const string Broker = BrokerOrdering.Name;

    private Store _store = null!;

    // A process that is set to nothing.
    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this), Meanwhile.Join);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Event_WhenAnotherProcessHasRecordedTheBroker_IsKeptForItFromThenOn()
    {
        await HappenAsync("cust_before");
        Use(Broker);

        await HappenAsync("cust_after");

        _store.Read("SELECT ordering_key, reaction FROM outbox_messages WHERE lane = 'broker' ORDER BY sequence").ShouldBe(
        [
            "cust_after|publish_message_when_customer_created",
            "cust_after|publish_message_when_customer_deleted",
        ]);
    }

    [Fact]
    public async Task Event_WhenTheTransactionIsUndone_LeavesNothingForTheBroker()
    {
        Use(Broker);

        await HappenAsync("cust_refused", refused: true);

        _store.ReadOne("SELECT count(*) FROM outbox_messages").ShouldBe("0");
    }

    [Theory]
    [InlineData(Webhooks, ReactionLane.Outgoing)]
    [InlineData(Broker, ReactionLane.Broker)]
    public async Task Row_WhenItsChannelIsInUse_IsClaimedOnlyByWhoHasIt(string channel, ReactionLane lane)
    {
        Use(channel);
        await HappenAsync("cust_1");

        (await ClaimAsync(lane, ChannelChoice.Unset)).ShouldBeEmpty("It waits");
        (await ClaimAsync(lane, ChannelChoice.None)).ShouldBeEmpty("What one process says is no fact of the database yet");
        _store.ReadOne($"SELECT max(attempts), max(lease_token), count(*) FROM outbox_messages WHERE line = '{channel}'").ShouldBe("0|NULL|2");

        var claimed = (await ClaimAsync(lane, ChannelChoice.Used)).ShouldHaveSingleItem();
        claimed.IsForNobody.ShouldBeFalse();
    }

    [Fact]
    public async Task Row_WhenItsChannelIsUsedByNobody_IsRunForNobodyByWhoever()
    {
        Use(Broker);
        await HappenAsync("cust_1");
        _store.Database.Execute("DELETE FROM channels");

        foreach (var lane in new[] { ReactionLane.Outgoing, ReactionLane.Broker })
        {
            var claimed = (await ClaimAsync(lane, ChannelChoice.Used)).ShouldHaveSingleItem();
            claimed.IsForNobody.ShouldBeTrue("The database says it, not the process");
            await _store.Services.GetRequiredService<OutboxHandler>().HandleAsync(claimed, CancellationToken.None);
        }

        _store.Read("SELECT reaction FROM outbox_messages WHERE line IN ('webhooks', 'broker') ORDER BY sequence").ShouldBe(
            ["send_webhook_when_customer_deleted", "publish_message_when_customer_deleted"]);
        _store.ReadOne("SELECT max(attempts) FROM outbox_messages").ShouldBe("0");
    }

    [Fact]
    public async Task Row_WhenAnEarlierVersionLeftItForTheBroker_WaitsForAProcessThatSaysWhatToDo()
    {
        Use(Broker);
        await HappenAsync("cust_1");
        _store.Database.Execute("DELETE FROM channels");

        (await ClaimAsync(ReactionLane.Broker, ChannelChoice.Unset)).ShouldBeEmpty("It would not be there, had nobody wanted it");
        (await StartAsync(ChannelChoice.Unset)).ShouldBeEmpty();
        _store.ReadOne("SELECT count(*) FROM outbox_messages WHERE line = 'broker'").ShouldBe("2");

        await StartAsync(ChannelChoice.None);
        _store.ReadOne("SELECT count(*) FROM outbox_messages WHERE line = 'broker'").ShouldBe("0");
    }

    [Fact]
    public async Task Row_WhenAChannelComesIntoUseWhileItIsClaimed_IsGivenBackToWhoHasIt()
    {
        await HappenAsync("cust_1");
        var times = 0;
        Meanwhile.Does(() =>
        {
            if (times++ == 0)
            {
                Use(Webhooks);
            }
        });

        (await ClaimAsync(ReactionLane.Outgoing, ChannelChoice.Unset)).ShouldBeEmpty();

        times.ShouldBe(1);
        _store.ReadOne("SELECT max(attempts), max(lease_token) FROM outbox_messages WHERE line = 'webhooks'").ShouldBe("0|NULL");
        (await ClaimAsync(ReactionLane.Outgoing, ChannelChoice.Used)).ShouldHaveSingleItem().IsForNobody.ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WhenAProcessHasTheChannels_RecordsThemAndOneWithoutThemKeepsThem()
    {
        (await StartAsync(ChannelChoice.Used)).ShouldAllBe(line => line.StartsWith("Information", StringComparison.Ordinal));
        var recorded = _store.Read("SELECT name, recorded_at FROM channels ORDER BY name");
        recorded.Count.ShouldBe(2);
        _store.Clock.Advance(TimeSpan.FromMinutes(1));

        (await StartAsync(ChannelChoice.Unset)).ShouldBeEmpty();
        (await StartAsync(ChannelChoice.Used)).ShouldBeEmpty();

        _store.Read("SELECT name, recorded_at FROM channels ORDER BY name").ShouldBe(recorded);
    }

    [Fact]
    public async Task Start_WhenTheChannelsAreGivenUp_SaysHowManyEventsAreDropped()
    {
        await StartAsync(ChannelChoice.Used);
        await HappenAsync("cust_1");

        var said = await StartAsync(ChannelChoice.None);

        said.Count.ShouldBe(3);
        said.ShouldAllBe(line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("2 events", StringComparison.Ordinal));
        said.ShouldContain("Warning Dropped 2 events that waited for broker, which is given up");
        said.ShouldContain(line => line.Contains("Webhooks__Url is none", StringComparison.Ordinal));
        said.ShouldContain(line => line.Contains("RabbitMq__Uri is none", StringComparison.Ordinal));
        _store.ReadOne("SELECT count(*) FROM channels").ShouldBe("0");
        _store.ReadOne("SELECT count(*) FROM outbox_messages WHERE line = 'broker'").ShouldBe("0");
        (await ClaimAsync(ReactionLane.Outgoing, ChannelChoice.None)).ShouldHaveSingleItem().IsForNobody.ShouldBeTrue("The deletion has to hear that there is nobody to tell");
        (await StartAsync(ChannelChoice.None)).ShouldBeEmpty();
    }

    [Fact]
    public void Lane_WhenAllThatWaitsThereIsForOthers_Rests()
    {
        var pauses = new LanePauses();
        var channels = new ChannelPauses(_store.Services.GetRequiredService<ReactionCatalogue>(), SettingsOf(ChannelChoice.Unset), pauses);

        channels.Set([Broker]);
        Enum.GetValues<ReactionLane>().Where(pauses.IsPaused).ShouldBe([ReactionLane.Broker]);
        channels.Set([Webhooks]);
        Enum.GetValues<ReactionLane>().Where(pauses.IsPaused).ShouldBe([ReactionLane.Outgoing, ReactionLane.Broker]);
        channels.Set([]);
        Enum.GetValues<ReactionLane>().Where(pauses.IsPaused).ShouldBe([ReactionLane.Broker], "A webhook for nobody anybody may run");
        var none = new LanePauses();
        new ChannelPauses(_store.Services.GetRequiredService<ReactionCatalogue>(), SettingsOf(ChannelChoice.Used), none).Set([Broker, Webhooks]);
        Enum.GetValues<ReactionLane>().Where(none.IsPaused).ShouldBeEmpty();
    }

    private void Use(string channel) => _store.Database.Execute("INSERT INTO channels (name, recorded_at) VALUES (@name, @now)", ("@name", channel), ("@now", _store.Clock.GetUtcNow()));

    private async Task HappenAsync(string customer, bool refused = false)
    {
        await using var request = _store.Request();
        var unitOfWork = request.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unitOfWork.ExecuteAsync<Result<bool>>(
            _ =>
            {
                unitOfWork.Raise(new CustomerCreated(CustomerId.From(customer), Store.Noon));
                unitOfWork.Raise(new CustomerDeleted(DeletionId.From("del_1"), CustomerId.From(customer), null, Store.Noon));
                return Task.FromResult((Result<bool>)(refused ? new Error(ErrorKind.InvalidOperation, "Not now") : true));
            },
            CancellationToken.None);
    }

    private async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(ReactionLane lane, ChannelChoice choice)
    {
        await using var request = _store.Request();
        return await ActivatorUtilities.CreateInstance<OutboxQueue>(request.ServiceProvider, SettingsOf(choice)).ClaimAsync(lane, 10, [], CancellationToken.None);
    }

    private FlexPriceSettings SettingsOf(ChannelChoice choice)
    {
        var settings = _store.Services.GetRequiredService<FlexPriceSettings>();
        return settings with { Channels = [.. settings.Channels.Select(channel => channel with { Choice = choice })] };
    }

    private async Task<IReadOnlyList<string>> StartAsync(ChannelChoice choice)
    {
        var log = new FakeLogger<ChannelRegister>();
        await using var request = _store.Request();
        await ActivatorUtilities.CreateInstance<ChannelRegister>(request.ServiceProvider, SettingsOf(choice), (ILogger<ChannelRegister>)log).RecordAsync(CancellationToken.None);
        return log.Lines;
    }

    public sealed class OnSqlite : ChannelTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ChannelTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ChannelTests, IOn<SqlServerEngine>;
}
