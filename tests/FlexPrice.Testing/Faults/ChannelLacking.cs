namespace FlexPrice.Testing.Faults;

/// <summary>Two more processes share the database, one without <c>Webhooks__Url</c> and one without <c>RabbitMq__Uri</c>. Events of either are announced over both channels.</summary>
internal sealed class ChannelLacking(Installation installation, Fleet servers, Receiver receiver, Subscriber? subscriber, Traffic traffic) : IFault
{
    private static readonly string[] Lacking = ["Webhooks__Url", "RabbitMq__Uri"];

    private readonly List<Server> _replicas = [];

    public string Name => "channel lacking";

    public async Task PrepareAsync()
    {
        _replicas.AddRange(await Task.WhenAll(Lacking.Select(installation.StartWithoutAsync)));
        servers.Add(_replicas);
    }

    public async Task StrikeAsync()
    {
        // Those that lack something say so, and so do those that do not. One that was killed a moment ago still counts.
        foreach (var server in servers.All)
        {
            var ready = (await server.Client.GetAsync("/health/ready")).Expecting(200).Text;
            ready.ShouldStartWith("Degraded\n");
            ready.ShouldEndWith($" processes on this database differ in {string.Join(", ", Lacking.Order(StringComparer.Ordinal))}: set all of them alike.");
        }
    }

    public async Task MendAsync()
    {
        var deleted = new List<string>();
        foreach (var server in servers.All)
        {
            var customer = await Arrange.CustomerAsync(server.Client);
            (await server.Client.DeleteAsync($"/v1/customers/{customer}")).Expecting(204);
            deleted.Add(customer);
        }

        await servers.WaitForQuietAsync();
        traffic.NoteDeleted(deleted);
        await CheckToldAsync(deleted);
        servers.Remove(_replicas);
        foreach (var replica in _replicas)
        {
            await replica.TerminateAsync();
            await replica.WaitForDeathAsync();
            await replica.DisposeAsync();
        }

        _replicas.Clear();
    }

    // No process died, so there is no reason for duplicates.
    private async Task CheckToldAsync(IEnumerable<string> deleted)
    {
        var messages = await (subscriber ?? throw new InvalidOperationException(BrokerFactAttribute.Missing)).ReceivedAsync();
        var deliveries = receiver.Deliveries().ToLookup(delivery => delivery.Subject);
        string[] everything = ["customer.created", "customer.deleted"];
        foreach (var customer in deleted)
        {
            deliveries[customer].Select(delivery => delivery.EventType).ShouldBe(everything, $"what the receiver of webhooks was told of {customer}");
            messages[customer].Select(message => message.Type).ShouldBe(everything, $"what the broker was told of {customer}");
            deliveries[customer].Select(delivery => delivery.MessageId).Distinct().Count().ShouldBe(everything.Length);
        }
    }
}
