using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.EndToEnd.Tests.Crashes;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Faults;

/// <summary>The database server fails while a deletion is at one of its steps and others are on their way. All processes live through it.</summary>
public sealed class FaultTests(ITestOutputHelper output) : IAsyncLifetime, IOn<PostgreSqlEngine>
{
    private const int DrawnSteps = 1;

    private static readonly PostgreSqlEngine Engine = new();

    /// <summary>The last one before the commit, the first one after it, and one of the worker.</summary>
    private static readonly string[] EveryTime = [Failpoint.TransactionSaved, Failpoint.TransactionCommitted, Failpoint.ReactionDone];

    private PostgreSqlCluster _cluster = null!;
    private PostgreSqlDatabase _database = null!;
    private Installation _installation = null!;
    private Receiver _receiver = null!;
    private Fleet _servers = null!;
    private Aftermath _aftermath = null!;
    private Traffic _traffic = null!;

    public async Task InitializeAsync()
    {
        // What is committed must outlive the server, though not the machine.
        _cluster = PostgreSqlCluster.Start("fsync=off", "full_page_writes=off");
        _database = new PostgreSqlServer(_cluster.ConnectionString).NewDatabase(isEmpty: false);
        _installation = Installation.For("faults", _database).With("Outbox__LeaseSeconds", "2");
        _receiver = await Receiver.StartAsync(_installation.Folder);
        _servers = await Fleet.StartAsync(_installation.With("Webhooks__Url", _receiver.Url), Fleet.SizeOn(Engine));
        await Given.NoLimitAsync(_servers.Client);
        _aftermath = new Aftermath(_installation, _receiver, _servers);
        _traffic = new Traffic(_installation, _servers);
    }

    public async Task DisposeAsync()
    {
        await _servers.DisposeAsync();
        await _receiver.DisposeAsync();
        await _installation.DisposeAsync();
        await _cluster.DisposeAsync();
    }

    [Fact]
    public async Task Deletion_WhenTheServerFailsAtAnyStep_IsDoneOnceAllTheSame()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var random = new Random(seed);
        var hits = new List<Hit>();
        foreach (var fault in (IFault[])[new ServerRestarted(_cluster, _database), new ConnectionsCut(_database)])
        {
            foreach (var step in StepsOf(random))
            {
                hits.Add(await StrikeAsync(fault, step, seed));
            }
        }

        await _aftermath.FinishAsync(_traffic.Deleted);
        var table = HitTable.Of(Steps.On(Engine).Where(step => hits.Exists(hit => hit.Step == step)), hits);
        output.WriteLine($"seed {seed}\n{table}");
        Console.WriteLine($"{Engine.Name}, seed {seed}\n{table}");
        CrashPage.WriteIfAsked(Engine, hits);

        // The server is back when the deletion goes on, so that nobody need be turned away.
        hits.ShouldAllBe(hit => hit.Committed && hit.Answered == 204, table);
    }

    private static IReadOnlyList<string> StepsOf(Random random)
    {
        var steps = Steps.On(Engine);
        return CrashPage.IsAsked || Rounds.Of(1) > 1
            ? steps
            : [.. EveryTime, .. steps.Except(EveryTime).OrderBy(_ => random.Next()).Take(DrawnSteps)];
    }

    private async Task<Hit> StrikeAsync(IFault fault, string step, int seed)
    {
        var failpoints = _installation.Failpoints;
        try
        {
            var family = await Family.CreateAsync(_servers.Client, _installation.Database);
            var customers = await _traffic.PrepareAsync();
            failpoints.Hold(step);
            var deletion = _servers.Client.DeleteAsync(family.DeletePath);
            await Poll.UntilAsync(() => failpoints.Reached(step) > 0, $"the deletion to come to {step}", _servers.Tail);
            var others = _traffic.SendAsync(customers);
            await fault.StrikeAsync();
            failpoints.Release(step);
            var answer = await deletion;
            var judgeAsync = await others;
            await _servers.WaitForQuietAsync();
            await judgeAsync();
            return await _aftermath.JudgeAsync(fault.Name, step, family, answer);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{fault.Name} at {step}, seed {seed}:\n{failure.Message}\n{_servers.Tail()}", failure);
        }
        finally
        {
            failpoints.Release(step);
        }
    }
}
