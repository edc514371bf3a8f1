namespace FlexPrice.Api.Tests.Customers;

/// <summary>The five customers in a database of an engine.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public sealed class SearchOn<TEngine>() : SearchFixture(new TEngine())
    where TEngine : Engine, new();
