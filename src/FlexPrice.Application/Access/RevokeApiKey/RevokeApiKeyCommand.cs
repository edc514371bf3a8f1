using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Access.RevokeApiKey;

/// <summary>Ends an API key for good.</summary>
/// <param name="Id">The id of the key.</param>
[RequiresPermission(Permission.SecretWrite)]
public sealed record RevokeApiKeyCommand(string Id) : ICommand<CommandResult<ApiKeyId>>;
