namespace FlexPrice.EndToEnd.Tests.Crashes;

/// <summary>A deletion that is cut off at every one of its steps.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int FewestHits = 5;

    // One more than there are processors: a lane spends part of its time waiting for a server to start.
    private static readonly int Lanes = Math.Max(2, System.Environment.ProcessorCount) + 1;

    [Fact]
    public async Task Deletion_WhenProcessIsKilledAtAnyStep_IsWholeOrGoneAndAnnouncedOnlyWhenGone()
    {
        var hitsPerStep = FewestHits - 1 + (int)Rounds.Of(1);
        var crashes = Enumerable.Range(0, hitsPerStep).SelectMany(Crash.Round).ToList();

        var lanes = Enumerable.Range(0, Lanes).Select(lane => Lane.RunAsync(lane, [.. crashes.Where((_, number) => number % Lanes == lane)]));
        var hits = (await Task.WhenAll(lanes)).SelectMany(lane => lane).ToList();

        var table = HitTable.Of(hits);
        output.WriteLine(table);
        Console.WriteLine(table);
        Steps.All.Count.ShouldBeGreaterThan(15);
        Steps.All.ShouldAllBe(step => hits.Count(hit => hit.Step == step) >= FewestHits, table);
        hits.ShouldContain(hit => hit.Committed, table);
        hits.ShouldContain(hit => !hit.Committed, table);
    }
}
