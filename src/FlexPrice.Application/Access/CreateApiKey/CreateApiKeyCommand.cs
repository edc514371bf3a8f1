using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.CreateApiKey;

/// <summary>Issues an API key for the caller's environment.</summary>
/// <param name="Name">What its owner calls it. Required.</param>
/// <param name="Type"><c>private_key</c> (default) or <c>publishable_key</c>.</param>
/// <param name="ExpiresAt">When it expires; null for never.</param>
/// <param name="Roles">Its roles; null for those of the caller. Nobody grants more than they have.</param>
[RequiresPermission(Permission.SecretWrite)]
public sealed record CreateApiKeyCommand(string? Name, string? Type, DateTimeOffset? ExpiresAt, IReadOnlyList<string>? Roles) : ICommand<Result<IssuedApiKey>>;
