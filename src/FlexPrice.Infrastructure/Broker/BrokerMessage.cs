using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;
using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence.Conventions;

namespace FlexPrice.Infrastructure.Broker;

/// <summary>A message as consumers get it: a CloudEvent 1.0 in structured mode, all in the body, which survives every shovel, dead letter and bridge to another protocol as it is.</summary>
internal static class BrokerMessage
{
    private static readonly JsonEventFormatter Formatter = new(StoredJson.Options, default);

    /// <summary>Encodes it.</summary>
    public static ReadOnlyMemory<byte> Encode(string messageId, string eventType, EnvironmentScope scope, CustomerId customerId, DateTimeOffset occurredAt, object data, out string contentType)
    {
        var message = new CloudEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = messageId,
            Source = new Uri($"/tenants/{scope.TenantId.Value}/environments/{scope.EnvironmentId.Value}", UriKind.Relative),
            Type = eventType,
            Subject = customerId.Value,
            Time = occurredAt,
            DataContentType = "application/json",
            Data = data,
        };
        var body = Formatter.EncodeStructuredModeMessage(message, out var type);
        contentType = type.ToString();
        return body;
    }
}
