using FlexPrice.Application.Broker;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>Stands in where the operator has no broker. Messages are left over from when there was one: they wait, and somebody has to decide about them.</summary>
internal sealed class NoPublisher : IMessagePublisher
{
    public Task PublishAsync(string messageId, string eventType, CustomerId customerId, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken) =>
        throw new BrokerNotConfiguredException();
}
