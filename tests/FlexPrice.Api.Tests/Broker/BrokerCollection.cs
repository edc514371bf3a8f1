namespace FlexPrice.Api.Tests.Broker;

/// <summary>Tests that share one broker, of which some kill it.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerCollection : ICollectionFixture<BrokerFixture>
{
    public const string Name = "broker";
}
