using System.Security.Cryptography;
using Xunit.Abstractions;

namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>What is left of the deleted in the bytes of all files of the server, in all rows of its database, in what it tells a collector, and in what it tells a broker where one is installed.</summary>
public abstract class ErasureTests
{
    private const int Refused = 10;

    // Written again before every search, in the folder of the server's files.
    private const string Rows = "rows.txt";
    private const string Messages = "messages.txt";

    private readonly Engine _engine;
    private readonly ITestOutputHelper _output;
    private readonly Crowd _crowd;

    private protected ErasureTests(ITestOutputHelper output, Crowd crowd)
    {
        _engine = Engine.Of(this);
        (_output, _crowd) = (output, crowd);
    }

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
        _output.WriteLine($"seed {seed}");
        await using var installation = Installation.For("erasure", _engine);
        await using var receiver = await Receiver.StartAsync(installation.Folder);
        await using var collector = Collector.Start(Path.Combine(installation.Folder, "telemetry.bin"));
        await using var broker = await StartBrokerAsync();
        await using var server = await installation
            .With("RabbitMq__Uri", broker?.Uri.OriginalString)
            .With("Webhooks__Url", receiver.Url)
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url)
            .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_METRIC_EXPORT_INTERVAL", "500")
            .StartAsync();
        var subscriber = broker is null ? null : await SubscribeAsync(broker, server);
        await Arrange.NoLimitAsync(server.Client);
        var people = Enumerable.Range(0, _crowd.Customers).Select(_ => new Person()).ToArray();
        new Random(seed).Shuffle(people);
        var (doomed, survivors) = (people[.._crowd.Deleted], people[_crowd.Deleted..]);

        // A survivor between any two of the doomed, so that they share pages.
        await Parallel.ForEachAsync(people.OrderBy(person => person.Current.First(), StringComparer.Ordinal), SeveralAtOnce, async (person, _) => await person.CreateAsync(server.Client));
        await Parallel.ForEachAsync(
            doomed.Concat(survivors[.._crowd.SurvivorsWithDependents]),
            SeveralAtOnce,
            async (person, _) => await person.AddDependentsAsync(server.Client, installation.Database));
        await ControlAsync("after creation", people, installation, server);

        // Paths and queries contain external ids, too.
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => await person.LookUpAsync(server.Client));
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => await person.UpdateAsync(server.Client, withExternalId: person.Id[^1] % 2 == 0));
        await ControlAsync("after updates", people, installation, server);
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeTrue($"sealed usage of {person.Id}"));

        await Parallel.ForEachAsync(doomed[..Refused].Concat(survivors[..Refused]), SeveralAtOnce, async (person, _) => await person.BeRefusedAsync(server.Client));
        await doomed[0].FailAsync(server.Client, installation.Database);
        await DeleteAmongUpdatesAsync(doomed, survivors[.._crowd.UpdatedSurvivors], server, new Random(seed));
        await server.WaitForQuietAsync();
        (await installation.Database.CountAsync("SELECT count(*) FROM deletions WHERE state = 'completed'")).ShouldBe(_crowd.Deleted, server.Tail());
        if (subscriber is not null)
        {
            await WriteMessagesAsync(doomed, subscriber, installation);
        }

        await CheckAsync(doomed, survivors, installation, server);
        await CheckTelemetryAsync(people, collector, broker);
        await ControlBytesAsync(installation);
    }

    private static async Task<BrokerProcess?> StartBrokerAsync()
    {
        if (!BrokerProcess.IsInstalled)
        {
            return null;
        }

        var broker = new BrokerProcess();
        await broker.StartAsync();
        return broker;
    }

    private static async Task<Subscriber> SubscribeAsync(BrokerProcess broker, Server server)
    {
        await Poll.UntilAsync(async () => (await server.Client.GetAsync("/health/ready")).Text == "Healthy", "the connection to the broker", server.Tail);
        return new Subscriber(await Consumer.BindAsync(broker));
    }

    private static async Task WriteMessagesAsync(IReadOnlyList<Person> doomed, Subscriber subscriber, Installation installation)
    {
        var messages = await subscriber.ReceivedAsync();
        doomed.ShouldAllBe(person => messages[person.Id].Any(message => message.Type == "customer.deleted"));
        await File.WriteAllLinesAsync(Path.Combine(installation.Folder, Messages), messages.SelectMany(customer => customer).Select(message => $"{message.RoutingKey} {message.Body.ToJsonString()}"));
    }

    private static async Task DeleteAmongUpdatesAsync(IEnumerable<Person> doomed, IEnumerable<Person> updated, Server server, Random random)
    {
        var deletions = doomed.Select((person, number) => (Func<Task>)(async () =>
            (await server.Client.DeleteAsync($"/v1/customers/{person.Id}?subscriptions=cancel_now&wallets=forfeit&integrations=unlink{(number % 2 == 0 ? "&usage=erase" : "")}")).Expecting(204)));
        var updates = updated.Select((person, number) => (Func<Task>)(() => person.UpdateAsync(server.Client, withExternalId: number % 2 == 0)));
        var work = deletions.Concat(updates).ToArray();
        random.Shuffle(work);
        await Parallel.ForEachAsync(work, SeveralAtOnce, async (act, _) => await act());
    }

    // The search finds what is there; without this, finding nothing later would prove nothing.
    private async Task ControlAsync(string when, IReadOnlyList<Person> people, Installation installation, Server server)
    {
        await server.WaitForQuietAsync();
        var files = await FilesAsync(installation);
        var current = people.SelectMany(person => person.Current).ToList();
        var found = new ByteSearch(current).FindWhole(files);
        current.Where(marker => !found.ContainsKey(marker)).ShouldBeEmpty($"{when}: values that stand in no file, so that their absence would prove nothing");
        new ByteSearch(people.SelectMany(person => person.Sealed)).FindAny(files).ShouldBeEmpty($"{when}: sealed values that stand in clear in a file");
    }

    private async Task CheckAsync(IReadOnlyList<Person> doomed, IReadOnlyList<Person> survivors, Installation installation, Server server)
    {
        var files = await FilesAsync(installation);
        new[] { _engine is SqliteEngine ? "flexprice.db" : Rows, "server-1.log" }.ShouldBeSubsetOf(files.Select(file => Path.GetFileName(file)));
        new ByteSearch(survivors.SelectMany(person => person.Refused)).FindAny(files).ShouldBeEmpty("values that only came with what was refused");
        new ByteSearch(doomed.SelectMany(person => person.Ever.Concat(person.Sealed).Concat(person.Refused))).FindAny(files).ShouldBeEmpty("values of deleted customers");

        var current = survivors.SelectMany(person => person.Current).ToList();
        var found = new ByteSearch(current).FindWhole(files);
        current.Where(marker => !found.ContainsKey(marker)).ShouldBeEmpty("values of survivors that are lost");
        await Parallel.ForEachAsync(doomed, SeveralAtOnce, async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeFalse($"sealed usage of the deleted {person.Id}"));
        await Parallel.ForEachAsync(
            survivors.Where(person => person.Sealed.Count > 0),
            SeveralAtOnce,
            async (person, _) => (await person.OpensAsync(server.Client)).ShouldBeTrue($"sealed usage of the survivor {person.Id}"));
    }

    private static async Task CheckTelemetryAsync(IReadOnlyList<Person> people, Collector collector, BrokerProcess? broker)
    {
        string[] ofTheBroker = broker is null ? [] : ["flexprice.broker.connected", "publish_message_when_customer_deleted"];
        string[] control = [.. ofTheBroker, "DELETE /v1/customers/{id}", "GET /v1/customers/external/{external_id}", "DeleteCustomerCommand", "flexprice.cascade.rows", "flexprice.outbox.depth", "answered {Status}", "StartWorkflowCommand", "LinkIntegrationCommand", "POST /v1/workflows", "System.FormatException"];
        await Poll.UntilAsync(() => control.All(Text().Contains), "the telemetry", () => string.Join(", ", control.Where(expected => !Text().Contains(expected, StringComparison.Ordinal))));
        new ByteSearch(people.SelectMany(person => person.Ever.Concat(person.Sealed).Concat(person.Refused))).FindAny([collector.File]).ShouldBeEmpty("personal values in telemetry");
        (broker is not null && Text().Contains(broker.Password, StringComparison.Ordinal)).ShouldBeFalse("the broker's password in telemetry");

        string Text()
        {
            using var stream = new FileStream(collector.File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            return reader.ReadToEnd();
        }
    }

    // A value within bytes would be found, too.
    private async Task ControlBytesAsync(Installation installation)
    {
        var marker = Marker.New();
        await installation.Database.WriteAsync("UPDATE usage_subjects SET wrapped_key = @bytes", ("@bytes", System.Text.Encoding.ASCII.GetBytes(marker)));
        new ByteSearch([marker]).FindWhole(await FilesAsync(installation)).ShouldContainKey(marker);
    }

    // The files of an embedded database are searched themselves; a server's content is dumped first.
    private async Task<IReadOnlyList<string>> FilesAsync(Installation installation)
    {
        if (_engine is not SqliteEngine)
        {
            await installation.Database.WriteRowsAsync(Path.Combine(installation.Folder, Rows));
        }

        return Directory.GetFiles(installation.Folder, "*", SearchOption.AllDirectories);
    }

    public sealed class OnSqlite(ITestOutputHelper output) : ErasureTests(output, Crowd.OfPages), IOn<SqliteEngine>;

    public sealed class OnPostgreSql(ITestOutputHelper output) : ErasureTests(output, Crowd.OfRows), IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer(ITestOutputHelper output) : ErasureTests(output, Crowd.OfRows), IOn<SqlServerEngine>;
}
