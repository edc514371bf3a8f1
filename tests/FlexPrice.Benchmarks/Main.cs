using System.Globalization;
using FlexPrice.Benchmarks;

// What a deletion over HTTP costs against the floor: the same rows removed and written by bare statements in one transaction, on the same disk, in the same run.
// Only ratios of one run say anything; nothing here fails on a clock.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200;
using var folder = new TemporaryFolder();
await using var server = await Server.StartAsync(folder.Path);

var typical = await DeletionBenchmark.RunAsync(server, rounds, usageEvents: 100);
var floor = FloorBenchmark.Run(folder.Path, server.SchemaStatements(), rounds);
Console.WriteLine($"{"",-34}{"per second",12}{"p50 ms",10}{"p99 ms",10}");
Console.WriteLine(typical.Row("HTTP DELETE, 100 usage events"));
Console.WriteLine(floor.Row("floor: bare statements, one commit"));
Console.WriteLine($"throughput over the floor's: {typical.PerSecond / floor.PerSecond:0.00}; p50 over the floor's: {typical.Percentile(50) / floor.Percentile(50):0.00}");

var volumeRounds = Math.Max(20, rounds / 10);
var few = await DeletionBenchmark.RunAsync(server, volumeRounds, usageEvents: 100);
var many = await DeletionBenchmark.RunAsync(server, volumeRounds, usageEvents: 10_000);
Console.WriteLine($"p50 with 10,000 usage events over p50 with 100: {many.Percentile(50) / few.Percentile(50):0.00}");
