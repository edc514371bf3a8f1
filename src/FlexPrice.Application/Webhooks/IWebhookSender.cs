namespace FlexPrice.Application.Webhooks;

/// <summary>Delivers webhooks to the operator's endpoint.</summary>
public interface IWebhookSender
{
    /// <summary>Delivers a message; throws when it was not accepted with a 2xx.</summary>
    /// <param name="messageId">The same at every attempt, for the receiver to notice repetition.</param>
    /// <param name="eventType">FlexPrice's event name, for example <c>customer.deleted</c>.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="data">The content.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task SendAsync(string messageId, string eventType, DateTimeOffset occurredAt, object data, CancellationToken cancellationToken);
}
