using FlexPrice.Application.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Stop;

/// <summary>A process is stopped while it answers one deletion and announces another. It releases its outbox rows instead of leaving them to the end of their leases.</summary>
public abstract class StopTests : IAsyncLifetime
{
    // None ends by itself while the test runs.
    private const string LeaseSeconds = "3600";

    private Installation _installation = null!;
    private Receiver _receiver = null!;
    private Server _server = null!;

    private FailpointFolder Failpoints => _installation.Failpoints;

    public async Task InitializeAsync()
    {
        _installation = Installation.For("stop", Engine.Of(this)).ForShortLives().With("Outbox__LeaseSeconds", LeaseSeconds);
        _receiver = await Receiver.StartAsync(_installation.Folder);
        _server = await _installation.With("Webhooks__Url", _receiver.Url).StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _receiver.DisposeAsync();
        await _installation.DisposeAsync();
    }

    [Fact]
    public async Task Process_WhenToldToStop_FinishesItsRequestAndGivesBackItsWork()
    {
        var (told, deleted) = (await Arrange.CustomerAsync(_server.Client), await Arrange.CustomerAsync(_server.Client));
        await _server.WaitForQuietAsync();
        Failpoints.Hold(Failpoint.WebhookDelivered);
        (await DeleteAsync(told)).Expecting(204);
        await ReachAsync(Failpoint.WebhookDelivered);
        Failpoints.Hold(Failpoint.CustomerRemoved);
        var deletion = DeleteAsync(deleted);
        await ReachAsync(Failpoint.CustomerRemoved);
        (await LeasesAsync()).ShouldBeGreaterThan(0);

        await _server.TerminateAsync();

        await Poll.UntilAsync(_server.IsClosedAsync, "the process to take no more connections", _server.Tail);
        await using var successor = await SucceedAsync(async () =>
        {
            deletion.IsCompleted.ShouldBeFalse();
            Failpoints.Release(Failpoint.CustomerRemoved);
            (await deletion).Expecting(204).DeletionId.ShouldNotBeNull();
            await _server.WaitForDeathAsync();
            _server.ExitCode.ShouldBe(0, _server.Tail());
        });
        await successor.WaitForQuietAsync();
        (await successor.Client.GetAsync($"/v1/customers/{deleted}")).Expecting(404);
        foreach (var announced in new[] { told, deleted }.Select(customer => _receiver.Announcements()[customer]))
        {
            announced.Select(delivery => delivery.MessageId).Distinct().ShouldHaveSingleItem();
        }
    }

    /// <summary>Starts the next process and lets the stopping one finish; the engine decides the order.</summary>
    private protected abstract Task<Server> SucceedAsync(Func<Task> finishAsync);

    // Nothing holds the next one.
    private Task<Server> StartNextAsync() => _installation.With("Failpoints__Path", null).StartAsync();

    private Task<Answer> DeleteAsync(string customer) => _server.Client.DeleteAsync($"/v1/customers/{customer}");

    private Task ReachAsync(string step) => Poll.UntilAsync(() => Failpoints.Reached(step) > 0, $"{step} to be reached", _server.Tail);

    private Task<long> LeasesAsync() => _installation.Database.CountAsync("SELECT count(*) FROM outbox_messages WHERE lease_token IS NOT NULL");

    private async Task<Server> SucceedBesideAsync(Func<Task> finishAsync)
    {
        var next = await StartNextAsync();
        try
        {
            // The other one still has its request, and has released all else.
            await next.WaitForQuietAsync();
            await finishAsync();
            return next;
        }
        catch
        {
            await next.DisposeAsync();
            throw;
        }
    }

    /// <summary>One process at a time; the request has the one writer's turn until it is done.</summary>
    public sealed class OnSqlite : StopTests, IOn<SqliteEngine>
    {
        private protected override async Task<Server> SucceedAsync(Func<Task> finishAsync)
        {
            await finishAsync();
            (await LeasesAsync()).ShouldBe(0);
            return await StartNextAsync();
        }
    }

    /// <summary>Another process takes over before the first one has ended.</summary>
    public sealed class OnPostgreSql : StopTests, IOn<PostgreSqlEngine>
    {
        private protected override Task<Server> SucceedAsync(Func<Task> finishAsync) => SucceedBesideAsync(finishAsync);
    }

    /// <summary>Another process takes over before the first one has ended.</summary>
    public sealed class OnSqlServer : StopTests, IOn<SqlServerEngine>
    {
        private protected override Task<Server> SucceedAsync(Func<Task> finishAsync) => SucceedBesideAsync(finishAsync);
    }
}
