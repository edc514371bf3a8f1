namespace FlexPrice.Application.Broker;

/// <summary>The line of everything that goes to the broker: of one customer, consumers get it in the order of the events.</summary>
internal static class BrokerLine
{
    public const string Name = "broker";
}
