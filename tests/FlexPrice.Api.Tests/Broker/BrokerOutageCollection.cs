namespace FlexPrice.Api.Tests.Broker;

/// <summary>Tests that kill the broker that they share with each other only.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerOutageCollection : ICollectionFixture<BrokerFixture>
{
    public const string Name = "broker outage";
}
