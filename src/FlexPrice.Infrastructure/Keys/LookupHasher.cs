using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FlexPrice.Application.Abstractions;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Configuration;

namespace FlexPrice.Infrastructure.Keys;

/// <summary>HMAC-SHA-256 under a key that is stored with the key ring, outside of the database. It never rotates: a changed key would lose every look-up.</summary>
internal sealed class LookupHasher(KeyFolder keys) : ILookupHasher
{
    private readonly byte[] _key = keys.LookupKey();

    public LookupHash Hash(EnvironmentScope scope, string purpose, string value)
    {
        // Lengths keep two different triples from reading alike.
        var text = $"{scope.TenantId.Value}|{scope.EnvironmentId.Value}|{purpose.Length}:{purpose}|{value}";
        return new LookupHash(Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text))));
    }
}
