namespace FlexPrice.Infrastructure.Broker;

/// <summary>The broker cannot be reached or used, or did not say in time whether it has a message. Its name is stored with the messages that wait for it: renaming it makes those of an outage wait longer.</summary>
internal sealed class BrokerUnavailableException(Exception? cause = null) : Exception("The broker is not available.", cause);
