using RabbitMQ.Client;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>What there must be in the broker. Declaring what is there already changes nothing.</summary>
internal static class BrokerTopology
{
    /// <summary>The durable topic exchange that everything is published to; the routing key is the type of the event.</summary>
    public const string Exchange = "flexprice.events";

    /// <summary>The exchange and the queue that get what no queue is bound for, so that nothing is lost before the first consumer has come.</summary>
    public const string Unrouted = "flexprice.unrouted";

    private static readonly Dictionary<string, object?> WithAlternate = new(StringComparer.Ordinal) { ["alternate-exchange"] = Unrouted };

    /// <summary>A replicated log on disk where there are several nodes; a message is confirmed when most of them have it.</summary>
    private static readonly Dictionary<string, object?> Replicated = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    /// <summary>Declares everything.</summary>
    /// <returns>How many messages no queue was bound for.</returns>
    public static async Task<long> DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(Unrouted, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        var unrouted = await channel.QueueDeclareAsync(Unrouted, durable: true, exclusive: false, autoDelete: false, Replicated, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Unrouted, Unrouted, routingKey: "", cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, autoDelete: false, WithAlternate, cancellationToken: cancellationToken);
        return unrouted.MessageCount;
    }
}
