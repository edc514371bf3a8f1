using System.Security.Cryptography;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>What is left of the deleted in the bytes of all files of the server.</summary>
public sealed class ErasureTests(ITestOutputHelper output)
{
    private const int Customers = 2000;
    private const int Deleted = 100;
    private const int SurvivorsWithDependents = 150;
    private const int UpdatedSurvivors = 200;

    private static readonly ParallelOptions SeveralAtOnce = new() { MaxDegreeOfParallelism = 8 };

    // Once by default, four times with 20 rounds.
    private static readonly int Repetitions = 1 + ((int)Rounds.Of(1) / 5);

    [Fact]
    public async Task Deletion_WhenCompleted_LeavesNoPersonalValueInAnyFile()
    {
        for (var repetition = 1; repetition <= Repetitions; repetition++)
        {
            await RunAsync();
        }
    }

    private async Task RunAsync()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"seed {seed}");
        await using var installation = Installation.For("erasure");
        await using var receiver = await Receiver.StartAsync(installation.Folder);
        await using var collector = Collector.Start(Path.Combine(installation.Folder, "telemetry.bin"));
        await using var server = await installation
            .With("Webhooks__Url", receiver.Url)
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url)
            .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_METRIC_EXPORT_INTERVAL", "500")
            .StartAsync();
        await Given.NoLimitAsync(server.Client);
        var people = Enumerable.Range(0, Customers).Select(_ => new Person()).ToArray();
        new Random(seed).Shuffle(people);
        var (doomed, survivors) = (people[..Deleted], people[Deleted..]);

        // A survivor between any two of the doomed, so that they share pages.
        await Parallel.ForEachAsync(people.OrderBy(person => person.Current.First(), StringComparer.Ordinal), SeveralAtOnce, async (person, _) => await person.CreateAsync(server.Client));
        await Parallel.ForEachAsync(
            doomed.Concat(survivors[..SurvivorsWithDependents]),
            SeveralAtOnce,
            async (person, _) => await person.AddDependentsAsync(server.Client, installation.Database));
        await ControlAsync("after creation", people, installation, server);

        // External ids stand in paths and queries, too.
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => await person.LookUpAsync(server.Client));
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => await person.UpdateAsync(server.Client, withExternalId: person.Id[^1] % 2 == 0));
        await ControlAsync("after updates", people, installation, server);
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeTrue($"sealed usage of {person.Id}"));

        await DeleteAmongUpdatesAsync(doomed, survivors[..UpdatedSurvivors], server, new Random(seed));
        await server.WaitForQuietAsync();
        (await installation.Database.CountAsync("SELECT count(*) FROM deletions WHERE state = 'completed'")).ShouldBe(Deleted, server.Tail());
        await CheckAsync(doomed, survivors, installation, server);
        await CheckTelemetryAsync(people, collector);
    }

    private static async Task DeleteAmongUpdatesAsync(IEnumerable<Person> doomed, IEnumerable<Person> updated, Server server, Random random)
    {
        var deletions = doomed.Select((person, number) => (Func<Task>)(async () =>
            (await server.Client.DeleteAsync($"/v1/customers/{person.Id}?subscriptions=cancel_now&wallets=forfeit{(number % 2 == 0 ? "&usage=erase" : "")}")).Expecting(204)));
        var updates = updated.Select((person, number) => (Func<Task>)(() => person.UpdateAsync(server.Client, withExternalId: number % 2 == 0)));
        var work = deletions.Concat(updates).ToArray();
        random.Shuffle(work);
        await Parallel.ForEachAsync(work, SeveralAtOnce, async (act, _) => await act());
    }

    // The search finds what is there; without this, finding nothing later would prove nothing.
    private static async Task ControlAsync(string when, IReadOnlyList<Person> people, Installation installation, Server server)
    {
        await server.WaitForQuietAsync();
        var files = Files(installation);
        var current = people.SelectMany(person => person.Current).ToList();
        var found = new ByteSearch(current).FindWhole(files);
        current.Where(marker => !found.ContainsKey(marker)).ShouldBeEmpty($"{when}: values that stand in no file, so that their absence would prove nothing");
        new ByteSearch(people.SelectMany(person => person.Sealed)).FindAny(files).ShouldBeEmpty($"{when}: sealed values that stand in clear in a file");
    }

    private static async Task CheckAsync(IReadOnlyList<Person> doomed, IReadOnlyList<Person> survivors, Installation installation, Server server)
    {
        var files = Files(installation);
        new[] { "flexprice.db", "server-1.log" }.ShouldBeSubsetOf(files.Select(file => Path.GetFileName(file)));
        new ByteSearch(doomed.SelectMany(person => person.Ever.Concat(person.Sealed))).FindAny(files).ShouldBeEmpty("values of deleted customers");

        var current = survivors.SelectMany(person => person.Current).ToList();
        var found = new ByteSearch(current).FindWhole(files);
        current.Where(marker => !found.ContainsKey(marker)).ShouldBeEmpty("values of survivors that are lost");
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeFalse($"sealed usage of the deleted {person.Id}"));
        await Parallel.ForEachAsync(
            survivors.Where(person => person.Sealed.Count > 0),
            SeveralAtOnce,
            async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeTrue($"sealed usage of the survivor {person.Id}"));
    }

    private static async Task CheckTelemetryAsync(IReadOnlyList<Person> people, Collector collector)
    {
        string[] control = ["DELETE /v1/customers/{id}", "GET /v1/customers/external/{external_id}", "DeleteCustomerCommand", "flexprice.cascade.rows", "flexprice.outbox.depth", "answered {Status}"];
        await Poll.UntilAsync(() => control.All(Text().Contains), "the telemetry", () => string.Join(", ", control.Where(expected => !Text().Contains(expected, StringComparison.Ordinal))));
        new ByteSearch(people.SelectMany(person => person.Ever.Concat(person.Sealed))).FindAny([collector.File]).ShouldBeEmpty("personal values in telemetry");

        string Text()
        {
            using var stream = new FileStream(collector.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    private static IReadOnlyList<string> Files(Installation installation) => Directory.GetFiles(installation.Folder, "*", SearchOption.AllDirectories);
}
