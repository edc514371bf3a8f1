namespace FlexPrice.Api.Tests.Broker;

/// <summary>Tests that kill the broker that they share, which is nobody else's.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerOutageCollection : ICollectionFixture<BrokerFixture>
{
    public const string Name = "broker outage";
}
