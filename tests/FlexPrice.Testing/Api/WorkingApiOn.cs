namespace FlexPrice.Testing.Api;

/// <summary>A program on a database of an engine that also works on its outbox, so that deletions reach <c>completed</c>.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public sealed class WorkingApiOn<TEngine>() : ApiFixture(new TEngine(), "all")
    where TEngine : Engine, new();
