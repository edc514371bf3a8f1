namespace FlexPrice.Infrastructure.Broker;

/// <summary>A message for the broker was claimed by a process that has no broker, which must not happen.</summary>
internal sealed class BrokerNotConfiguredException() : Exception("RabbitMq__Uri is not set.");
