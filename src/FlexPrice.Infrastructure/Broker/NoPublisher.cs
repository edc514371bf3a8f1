using FlexPrice.Application.Broker;
using FlexPrice.Domain.Customers;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>Used where the broker is not in use: publishes nothing.</summary>
internal sealed class NoPublisher : IMessagePublisher
{
    public Task PublishAsync(string messageId, string eventType, CustomerId customerId, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken) => Task.CompletedTask;
}
