using System.Security.Cryptography;
using FlexPrice.Testing.Crashes;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>A deletion is interrupted at its steps: at some of them, chosen at random, or at every one, as often as the rounds require.</summary>
public abstract class CrashTests(ITestOutputHelper output)
{
    // A lane spends most of its time waiting: for a server to start, and for what the dead one has leased. With several servers it waits longer.
    private static int LanesOf(int servers) => Math.Max(2, System.Environment.ProcessorCount) + (servers == 1 ? 1 : 0);

    [Fact]
    public async Task Deletion_WhenProcessIsKilledAtAnyStep_IsWholeOrGoneAndAnnouncedOnlyWhenGone()
    {
        var engine = Engine.Of(this);
        var hitsPerStep = (int)Rounds.Of(1);
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        var crashes = hitsPerStep == 1 && !CrashPage.IsAsked
            ? Crash.Draw(engine, new Random(seed))
            : [.. Enumerable.Range(0, hitsPerStep).SelectMany(round => Crash.Round(engine, round))];
        var steps = crashes.SelectMany(crash => crash.Steps).Distinct().ToList();

        var count = LanesOf(Fleet.SizeOn(engine));
        var lanes = Enumerable.Range(0, count).Select(lane => Lane.RunAsync(engine, lane, [.. crashes.Where((_, number) => number % count == lane)]));
        var hits = (await Task.WhenAll(lanes)).SelectMany(lane => lane).ToList();

        var table = HitTable.Of(steps, hits);
        output.WriteLine($"seed {seed}\n{table}");
        Console.WriteLine($"{engine.Name}, {Fleet.SizeOn(engine)} processes, seed {seed}\n{table}");
        CrashPage.WriteOrCheck(engine, hits);
        Steps.On(engine).Count.ShouldBeGreaterThan(15);
        steps.Count.ShouldBeGreaterThanOrEqualTo(Steps.On(engine).Count / (hitsPerStep == 1 ? 3 : 1), table);
        steps.ShouldAllBe(step => hits.Count(hit => hit.Step == step) >= hitsPerStep, table);
        hits.ShouldContain(hit => hit.Committed, table);
        hits.ShouldContain(hit => !hit.Committed, table);
    }

    /// <summary>The only process dies.</summary>
    public sealed class OnSqlite(ITestOutputHelper output) : CrashTests(output), IOn<SqliteEngine>;

    /// <summary>One of three processes dies, and the others go on.</summary>
    public sealed class OnPostgreSql(ITestOutputHelper output) : CrashTests(output), IOn<PostgreSqlEngine>;

    /// <summary>One of three processes dies, and the others go on.</summary>
    public sealed class OnSqlServer(ITestOutputHelper output) : CrashTests(output), IOn<SqlServerEngine>;
}
