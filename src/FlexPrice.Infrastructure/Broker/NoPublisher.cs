using FlexPrice.Application.Broker;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>Stands in where the broker is not used: there is nobody to tell.</summary>
internal sealed class NoPublisher : IMessagePublisher
{
    public Task PublishAsync(string messageId, string eventType, CustomerId customerId, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken) => Task.CompletedTask;
}
