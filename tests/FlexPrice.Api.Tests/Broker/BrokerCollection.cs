namespace FlexPrice.Api.Tests.Broker;

/// <summary>Tests that share one broker.</summary>
[CollectionDefinition(Name)]
public sealed class BrokerCollection : ICollectionFixture<BrokerFixture>
{
    public const string Name = "broker";
}
