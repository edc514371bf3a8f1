using FlexPrice.Domain.Customers;

namespace FlexPrice.Application.Broker;

/// <summary>Hands messages to the operator's broker, which keeps them for the company's other services.</summary>
public interface IMessagePublisher
{
    /// <summary>Hands a message over; throws when the broker has not confirmed that it keeps it.</summary>
    /// <param name="messageId">The same at every attempt, for consumers to notice repetition.</param>
    /// <param name="eventType">FlexPrice's event name, for example <c>customer.deleted</c>.</param>
    /// <param name="customerId">The customer of the message.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="data">The content.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task PublishAsync(string messageId, string eventType, CustomerId customerId, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken);
}
