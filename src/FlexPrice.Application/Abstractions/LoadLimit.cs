namespace FlexPrice.Application.Abstractions;

/// <summary>How many requests one process takes at once.</summary>
/// <param name="AtOnce">Requests that are worked on at the same time, at least 1.</param>
/// <param name="Waiting">Requests that wait for one of those to end; more are turned away.</param>
public sealed record LoadLimit(int AtOnce, int Waiting);
