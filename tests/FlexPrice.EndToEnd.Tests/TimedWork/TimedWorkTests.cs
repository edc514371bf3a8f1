using FlexPrice.Application.Abstractions;

namespace FlexPrice.EndToEnd.Tests.TimedWork;

/// <summary>Two processes share the plan of the timed work. One dies in the midst of a job.</summary>
public sealed class TimedWorkTests : IOn<PostgreSqlEngine>, IAsyncLifetime
{
    private const string Job = "EndDueSubscriptionsJob";
    private const int Several = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private Installation _installation = null!;
    private Firings _firings = null!;

    public Task InitializeAsync()
    {
        var database = (PostgreSqlDatabase)new PostgreSqlEngine().NewDatabase();
        _installation = Installation.For("timed", database).ForShortLives();
        _firings = new Firings(database, Job);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact]
    public async Task Job_WhenTwoProcessesShareIt_RunsOnceEachTimeAndGoesOnWhenOneOfThemDies()
    {
        await _firings.BringForwardAsync(Interval);
        await using var servers = await Fleet.StartAsync(_installation, size: 2);
        var subscription = await Arrange.SubscriptionAsync(servers.Client, await Arrange.CustomerAsync(servers.Client));
        await Poll.UntilAsync(async () => (await _firings.ProcessesAsync()).Count == 2, "both processes to be there", servers.Tail);
        var begun = (await _firings.NotedAsync()).Count;
        await Poll.UntilAsync(async () => (await _firings.NotedAsync()).Count >= begun + Several, "the job to run several times", servers.Tail);

        _installation.Failpoints.ArmKill(Failpoint.TransactionOpened);
        await servers.WaitForDeathAsync();
        var dead = (await _firings.NotedAsync())[^1].Process;
        await _firings.AgeAsync(dead);
        await _installation.Database.WriteAsync("UPDATE subscriptions SET cancel_at = created_at WHERE id = @id", ("@id", subscription));

        await Poll.UntilAsync(async () => await StatusAsync(subscription) == "cancelled", "the other process to take the job over", servers.Tail);
        var noted = await _firings.NotedAsync();
        noted[^1].Process.ShouldNotBe(dead);
        noted.GroupBy(firing => firing.DueAt).Where(times => times.Count() > 1).ShouldBeEmpty("each time is one run's");
    }

    private async Task<string?> StatusAsync(string subscription) =>
        (await _installation.Database.RowsAsync("SELECT status FROM subscriptions WHERE id = @id", ("@id", subscription))).Single().Single() as string;
}
