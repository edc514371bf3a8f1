using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CreateApiKey;

/// <summary>Issues an API key for the caller's environment.</summary>
/// <param name="Name">What its owner calls it. Required.</param>
/// <param name="Type"><c>private_key</c> (default) or <c>publishable_key</c>.</param>
/// <param name="ExpiresAt">When it expires; null for when the caller's key does. No key outlives the one that issued it.</param>
/// <param name="Roles">Its roles; null for the caller's, or for a publishable key the role to ingest events. A caller grants at most its own roles.</param>
/// <param name="ServiceAccountId">Refused: there are no service accounts.</param>
[RequiresPermission(Permission.SecretWrite)]
public sealed record CreateApiKeyCommand(string? Name, string? Type, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Roles, string? ServiceAccountId = null) : ICommand<Result<IssuedApiKey>>;
