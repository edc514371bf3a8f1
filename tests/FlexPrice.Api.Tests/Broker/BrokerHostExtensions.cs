namespace FlexPrice.Api.Tests.Broker;

/// <summary>What a program with a broker comes to.</summary>
internal static class BrokerHostExtensions
{
    /// <summary>Waits until it is connected.</summary>
    public static async Task<World> ReadyAsync(this ApiHost host)
    {
        var world = World.Of(host);
        await world.BecomesAsync("Healthy");
        return world;
    }

    /// <summary>Waits until readiness reports it, always with 200.</summary>
    public static async Task BecomesAsync(this World world, string readiness) => await Poll.UntilAsync(
        async () => (await world.Api.GetAsync("/health/ready")).ShouldBe(System.Net.HttpStatusCode.OK).Text,
        text => text.Split('\n')[0] == readiness,
        readiness);

    /// <summary>The reactions for the broker that wait, in their order.</summary>
    public static IReadOnlyList<string> WaitingForBroker(this ApiHost host) =>
        [.. host.Database.Rows("SELECT reaction FROM outbox_messages WHERE lane = 'broker' ORDER BY sequence").Select(row => (string)row["reaction"]!)];

    /// <summary>Waits until the broker has confirmed everything.</summary>
    public static async Task NothingWaitsForBrokerAsync(this ApiHost host) => await Poll.UntilAsync(
        () => Task.FromResult(string.Join(", ", host.Database.Rows("SELECT reaction, attempts, last_error FROM outbox_messages WHERE lane = 'broker'").Select(row => $"{row["reaction"]} after {row["attempts"]} {row["last_error"]}"))),
        waiting => waiting.Length == 0,
        "an outbox with nothing for the broker");

    /// <summary>Waits until a message waits because of a failure.</summary>
    public static async Task FailsForBrokerAsync(this ApiHost host, string error) => await Poll.UntilAsync(
        () => Task.FromResult(string.Join(',', host.Database.Lines("SELECT DISTINCT last_error FROM outbox_messages WHERE lane = 'broker' AND last_error IS NOT NULL"))),
        seen => seen == error,
        error);
}
