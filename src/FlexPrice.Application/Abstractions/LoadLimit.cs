namespace FlexPrice.Application.Abstractions;

/// <summary>How much one process takes at once.</summary>
/// <param name="AtOnce">Requests that are worked on at the same time, at least 1.</param>
/// <param name="Waiting">Requests that wait for one of those to end; further ones are rejected.</param>
/// <param name="BodyBytes">Bytes of bodies in memory, enough for the largest one.</param>
public sealed record LoadLimit(int AtOnce, int Waiting, long BodyBytes);
