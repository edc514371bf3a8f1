namespace FlexPrice.Testing.Databases;

/// <summary>Names the engine of a class of tests that has no fixture which names it.</summary>
/// <typeparam name="TEngine">The engine.</typeparam>
public interface IOn<TEngine>
    where TEngine : Engine;
