namespace FlexPrice.Infrastructure.Broker;

/// <summary>There is a message for the broker and no setting that says where it is.</summary>
internal sealed class BrokerNotConfiguredException() : Exception("RabbitMq__Uri is not set.");
