using System.Security.Cryptography;

namespace FlexPrice.Testing.Api;

/// <summary>Ids as the product forms them, without the product.</summary>
internal static class Ids
{
    private const string CrockfordBase32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(string prefix) => $"{prefix}_{RandomNumberGenerator.GetString(CrockfordBase32, 26)}";

    public static string ExternalId(string prefix = "ext") => $"{prefix}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
}
