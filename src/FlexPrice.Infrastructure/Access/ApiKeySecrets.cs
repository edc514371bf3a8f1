using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeySecrets : IApiKeySecrets
{
    private const int RandomBytes = 16;

    public string New(ApiKeyType type)
    {
        var prefix = type switch
        {
            ApiKeyType.PrivateKey => "sk_",
            ApiKeyType.PublishableKey => "pk_",
        };
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return prefix + new Ulid(random);
    }

    public ApiKeyFingerprint Fingerprint(string key) => new(
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
        key.Length > 7 ? $"{key[..5]}***{key[^2..]}" : "***");
}
