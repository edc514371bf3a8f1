using FlexPrice.Application.Access.CreateApiKey;

namespace FlexPrice.Api.Access;

/// <summary>A key that was just issued.</summary>
/// <param name="ApiKey">The key itself, shown this once.</param>
/// <param name="Secret">The stored part of the key.</param>
internal sealed record CreateApiKeyResponse(string ApiKey, SecretResponse Secret)
{
    public static CreateApiKeyResponse Of(IssuedApiKey issued) => new(issued.Secret, SecretResponse.Of(issued.Key));
}
