using FlexPrice.Domain.Access;

namespace FlexPrice.Application.Access.CreateApiKey;

/// <summary>A key that was just issued.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Secret">The key itself, shown this once.</param>
public sealed record IssuedApiKey(ApiKey Key, string Secret);
