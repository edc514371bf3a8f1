using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeySecrets(KeyFolder keys) : IApiKeySecrets
{
    private const string Purpose = "FlexPrice.BootstrapKey|";
    private const int RandomBytes = 16;
    private const int RecognizableHash = 4;

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

    public ApiKeyFingerprint Fingerprint(string key) => new(Plain(key), Recognizable(key));

    public ApiKeyFingerprint KeyedFingerprint(string key)
    {
        // Of a key that a person chose, a few characters may be half of it. The hash is useless without its key.
        var hash = Keyed(key);
        return new(hash, $"operator***{hash[..RecognizableHash]}");
    }

    public KeyHashes Hashes(string key) => new(Plain(key), Keyed(key));

    private static string Plain(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // The same key makes look-up hashes; the purpose keeps the two apart.
    private string Keyed(string key) => Base64Url.EncodeToString(HMACSHA256.HashData(keys.LookupKey(), Encoding.UTF8.GetBytes(Purpose + key)));

    private static string Recognizable(string key) => key.Length > 7 ? $"{key[..5]}***{key[^2..]}" : "***";
}
