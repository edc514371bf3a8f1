using FlexPrice.Benchmarks;
using FlexPrice.Benchmarks.Contestants;
using FlexPrice.Benchmarks.Largest;

if (args is [HandWrittenEndpoint.Verb, ..])
{
    await HandWrittenEndpoint.ServeAsync(args[1..]);
    return 0;
}

// --largest: not deletions, but the largest request of every endpoint. --quick: one short round, to see that everything works. Its figures say little.
try
{
    await using var stage = await Stage.SetAsync(args is ["--quick"] or ["--largest"] ? Extent.Quick : Extent.Full);
    if (args is ["--largest"])
    {
        Console.WriteLine(await new LargestRequests(stage).MeasureAsync());
        return 0;
    }

    var report = await new Run(stage).MeasureAsync();
    Console.WriteLine(report.Text);
    return report.IsValid ? 0 : 1;
}
catch (Exception failure)
{
    // Uncaught, it would end the process at once, and leave the servers running.
    await Console.Error.WriteLineAsync(failure.ToString());
    return 2;
}
