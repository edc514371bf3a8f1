using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Broker;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Customers;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>Hands one message to RabbitMQ and waits until the broker confirms that it is on disk. Retries are the outbox's.</summary>
internal sealed class RabbitMqPublisher(BrokerConnection connection, ICaller caller, IFailpoints failpoints) : IMessagePublisher
{
    /// <summary>How long the broker may take to confirm. Until then the outbox row occupies a slot of its lane.</summary>
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(10);

    public async Task PublishAsync(string messageId, string eventType, CustomerId customerId, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken)
    {
        var body = BrokerMessage.Encode(messageId, eventType, caller.Scope, customerId, occurredAt, data, out var contentType);
        var properties = new BasicProperties
        {
            ContentType = contentType,
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = messageId,
            Type = eventType,
            Timestamp = new AmqpTimestamp(occurredAt.ToUnixTimeSeconds()),
            AppId = "flexprice",
        };
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(ConfirmTimeout);
        try
        {
            await PublishAsync(await connection.OpenAsync(attempt.Token), properties, body, attempt.Token);
        }
        catch (Exception failure) when (failure is not (BrokerUnavailableException or BrokerRefusedException) && !cancellationToken.IsCancellationRequested)
        {
            throw new BrokerUnavailableException(failure);
        }

        await failpoints.ReachAsync(Failpoint.MessagePublished, cancellationToken);
    }

    private static async Task PublishAsync(IChannel channel, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            // Mandatory: if even the queue for unrouted messages is missing, the broker returns the message instead of confirming it.
            await channel.BasicPublishAsync(BrokerTopology.Exchange, properties.Type!, mandatory: true, properties, body, cancellationToken);
        }
        catch (PublishException refusal)
        {
            FlexPriceTelemetry.BrokerRefused.Add(1, new KeyValuePair<string, object?>("reason", refusal.IsReturn ? "returned" : "rejected"));
            if (refusal.IsReturn)
            {
                // The next attempt finds a slot again.
                await BrokerTopology.DeclareAsync(channel, cancellationToken);
            }

            throw new BrokerRefusedException(refusal);
        }
    }
}
