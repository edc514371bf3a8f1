namespace FlexPrice.Testing.Api;

/// <summary>A program on a database of an engine.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public sealed class ApiOn<TEngine>() : ApiFixture(new TEngine())
    where TEngine : Engine, new();
