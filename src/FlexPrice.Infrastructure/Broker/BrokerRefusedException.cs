namespace FlexPrice.Infrastructure.Broker;

/// <summary>The broker answers and does not take this message.</summary>
internal sealed class BrokerRefusedException(Exception cause) : Exception("The broker did not take the message.", cause);
