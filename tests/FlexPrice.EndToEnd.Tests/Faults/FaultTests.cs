using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Testing.Crashes;
using FlexPrice.Testing.Faults;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Faults;

/// <summary>A dependency of the product fails while a deletion is at one of its steps and other requests run. The processes survive it, or another process continues.</summary>
public sealed class FaultTests(FaultStage stage, ITestOutputHelper output) : IClassFixture<FaultStage>, IOn<PostgreSqlEngine>
{
    private static readonly PostgreSqlEngine Engine = new();

    /// <summary>Among the statements, the last one before the commit, the first one after it, and one of the worker.</summary>
    private static readonly string[] OfTheDatabase = [Steps.StatementsSent, Failpoint.TransactionSaved, Failpoint.TransactionCommitted, Failpoint.ReactionDone];

    /// <summary>The last step before the commit, the one with an unknown outcome, and the one at which the broker is ahead of the database.</summary>
    private static readonly string[] OfTheBroker = [Failpoint.TransactionSaved, Steps.MessageSent, Failpoint.MessagePublished];

    /// <summary>The one before the commit at which times are written, and one of the worker, whose leases are over at once by another clock.</summary>
    private static readonly string[] OfTheClock = [Failpoint.TransactionSaved, Failpoint.OutboxClaimed];

    /// <summary>The last one before the commit, after which every process looks for what there is to do.</summary>
    private static readonly string[] OfTheChannels = [Failpoint.TransactionSaved];

    private readonly int _seed = RandomNumberGenerator.GetInt32(int.MaxValue);
    private readonly List<Hit> _hits = [];

    [Fact]
    public async Task Deletion_WhenTheDatabaseFailsAtAnyStep_IsDoneOnceAllTheSame()
    {
        foreach (var fault in stage.FaultsOfTheDatabase)
        {
            await StrikeAsync(fault, OfTheDatabase, drawn: 1);
        }

        var table = await FinishAsync();

        // The server is back when the deletion continues, so no request need be rejected.
        _hits.ShouldAllBe(hit => hit.Committed && hit.Answered == 204, table);
    }

    [ClockFact]
    public async Task Deletion_WhenAnotherProcessHasAWrongClock_IsDoneOnceAndNoTimedWorkIsPutOff()
    {
        foreach (var (fault, step) in stage.FaultsOfTheClock.Zip(OfTheClock))
        {
            await StrikeAsync(fault, [step], drawn: 0);
        }

        var table = await FinishAsync();

        _hits.ShouldAllBe(hit => hit.Committed && hit.Answered == 204, table);
    }

    [BrokerFact]
    public async Task Deletion_WhenTheBrokerStopsAtAnyStep_IsDoneAndToldOnceAllTheSame()
    {
        await StrikeAsync(stage.FaultOfTheBroker, OfTheBroker, drawn: 0);

        var table = await FinishAsync();

        _hits.ShouldAllBe(hit => hit.Committed && hit.Answered == 204, table);
    }

    [BrokerFact]
    public async Task Deletion_WhenSomeProcessesLackAChannel_IsDoneAndToldOnceAllTheSame()
    {
        await StrikeAsync(stage.FaultOfTheChannels, OfTheChannels, drawn: 0);

        var table = await FinishAsync();

        _hits.ShouldAllBe(hit => hit.Committed && hit.Answered == 204, table);
    }

    [BrokerFact]
    public async Task Deletion_WhenTheProcessDiesWithWhatOnlyTheBrokerKnows_IsToldOnce()
    {
        _hits.Add(await stage.KillAtAsync(Failpoint.MessagePublished));

        var table = await FinishAsync();

        _hits.ShouldAllBe(hit => hit.Committed, table);
    }

    [Fact]
    public async Task Deletion_WhenTheProcessDiesAmongItsStatements_ChangesNothing()
    {
        _hits.Add(await stage.KillInStatementsAsync());

        var table = await FinishAsync();

        _hits.ShouldAllBe(hit => !hit.Committed && hit.Answered == null, table);
    }

    private async Task StrikeAsync(IFault fault, IReadOnlyList<string> everyTime, int drawn)
    {
        var steps = Steps.On(Engine).Union(everyTime);
        if (!CrashPage.IsAsked && Rounds.Of(1) == 1)
        {
            var random = new Random(_seed);
            steps = [.. everyTime, .. steps.Except(everyTime).OrderBy(_ => random.Next()).Take(drawn)];
        }

        foreach (var step in steps)
        {
            _hits.Add(await stage.StrikeAsync(fault, step));
        }
    }

    private async Task<string> FinishAsync()
    {
        await stage.FinishAsync();
        var table = HitTable.Of(Steps.Everything.Where(step => _hits.Exists(hit => hit.Step == step)), _hits);
        output.WriteLine($"seed {_seed}\n{table}");
        Console.WriteLine($"{Engine.Name}, seed {_seed}\n{table}");
        CrashPage.WriteOrCheck(Engine, _hits);
        return table;
    }
}
