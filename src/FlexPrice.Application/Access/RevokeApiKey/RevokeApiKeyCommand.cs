using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;

namespace FlexPrice.Application.Access.RevokeApiKey;

/// <summary>Ends an API key for good.</summary>
/// <param name="Id">The id of the key.</param>
/// <param name="WithDescendants">Whether the keys that it issued, and those that they issued, end with it.</param>
[RequiresPermission(Permission.SecretWrite)]
public sealed record RevokeApiKeyCommand(string Id, bool WithDescendants = false) : ICommand<RevokedApiKey>;
