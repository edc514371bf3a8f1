using System.Diagnostics;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Soak;

/// <summary>Three processes at full load for long, one of them killed and started again every 20 seconds.</summary>
public sealed class SoakTests(ITestOutputHelper output) : IOn<PostgreSqlEngine>
{
    private const int Callers = 8;
    private const int ShownDefects = 20;

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan QuietWithin = TimeSpan.FromMinutes(5);

    [SoakFact]
    public async Task Load_WhenReplicasAreKilledAgainAndAgain_LosesAndDuplicatesNothing()
    {
        var duration = SoakFactAttribute.Duration!.Value;
        await using var cluster = PostgreSqlCluster.Start("fsync=off", "full_page_writes=off");
        await using var installation = Installation.For("soak", new PostgreSqlServer(cluster.ConnectionString).NewDatabase(isEmpty: false))
            .ForShortLives()
            .With("Outbox__LeaseSeconds", "10")
            .With("RateLimit__RequestsPerSecond", "0")
            .With("Logging__LogLevel__FlexPrice.Api.Requests", "Warning");
        await using var receiver = await Receiver.StartAsync(installation.Folder);
        await using var servers = await Fleet.StartAsync(installation.With("Webhooks__Url", receiver.Url), Fleet.SizeOn(new PostgreSqlEngine()));
        await Arrange.NoLimitAsync(servers.Client);

        var tally = new Tally();
        using var over = new CancellationTokenSource(duration);
        var calling = Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => new Caller(servers, tally).RunAsync(over.Token)));
        var kills = await KillAsync(servers, over.Token);
        await calling;
        var quiet = await WaitForQuietAsync(installation.Database);

        var reckoning = new Reckoning(installation.Database, receiver, tally);
        var defects = await reckoning.DefectsAsync();
        var summary = $"""
            {duration.TotalSeconds:0} s, {Callers} callers, {kills} kills: {tally.Deleted.Count} deletions ({tally.Deleted.Count / duration.TotalSeconds:0.0} a second), {tally.Kept.Count} customers kept;
            {tally.Broken} requests sent again because the connection broke, {tally.Unavailable} because of 503; {reckoning.Redelivered} webhooks delivered again with the same id; quiet after {quiet.TotalSeconds:0} s;
            lost, duplicated or left over: {defects.Count}
            """;
        output.WriteLine(summary);
        Console.WriteLine(summary);
        defects.ShouldBeEmpty(string.Join('\n', defects.Take(ShownDefects)) + servers.Tail());
        tally.Deleted.ShouldNotBeEmpty();
        kills.ShouldBeGreaterThan(0, "nothing was killed");
        tally.Broken.ShouldBeGreaterThan(0, "nobody noticed the kills");
    }

    // A successor is started in parallel: on a busy machine a start takes longer than the time between two kills.
    private static async Task<int> KillAsync(Fleet servers, CancellationToken over)
    {
        using var timer = new PeriodicTimer(BetweenKills);
        var kills = 0;
        var replacing = Task.CompletedTask;
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                // At least one process must be left to answer.
                if (servers.Running < 2)
                {
                    await replacing;
                }

                await servers.KillOneAsync();
                kills++;
                replacing = ReplaceAfterAsync(replacing, servers);
            }
        }
        catch (OperationCanceledException)
        {
            // The load is over.
        }

        await replacing;
        return kills;
    }

    private static async Task ReplaceAfterAsync(Task before, Fleet servers)
    {
        await before;
        await servers.ReplaceDeadAsync();
    }

    private static async Task<TimeSpan> WaitForQuietAsync(Database database)
    {
        var waiting = Stopwatch.StartNew();
        while (waiting.Elapsed < QuietWithin && await database.CountAsync("SELECT count(*) FROM outbox_messages") > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return waiting.Elapsed;
    }
}
