namespace FlexPrice.Application.Broker;

/// <summary>The line of everything that goes to the broker: of one customer, consumers get it in the order of the events.</summary>
public static class BrokerOrdering
{
    /// <summary>Its stable name, and that of the channel.</summary>
    public const string Name = "broker";
}
