namespace FlexPrice.Infrastructure.Persistence;

/// <summary>A statement of the registry with its parameters.</summary>
internal sealed record SqlCall(string Statement, IReadOnlyDictionary<string, object?> Parameters);
