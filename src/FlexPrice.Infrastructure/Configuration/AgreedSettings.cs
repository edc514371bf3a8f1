using System.Reflection;
using System.Security.Cryptography.X509Certificates;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>The settings in which all processes on a database must agree, by <see cref="MustAgreeAttribute"/>.</summary>
internal static class AgreedSettings
{
    /// <summary>Their values by name; null for one that is not set. For hashing only.</summary>
    public static IEnumerable<(string Setting, string? Value)> Of(FlexPriceSettings settings) => Of(typeof(FlexPriceSettings), settings);

    private static IEnumerable<(string Setting, string? Value)> Of(Type type, object? instance)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => !property.IsDefined(typeof(PerProcessAttribute))))
        {
            var value = instance is null ? null : property.GetValue(instance);
            if (property.GetCustomAttribute<MustAgreeAttribute>() is { } agreed)
            {
                yield return (agreed.Setting, TextOf(value));
                continue;
            }

            foreach (var nested in Of(property.PropertyType, value))
            {
                yield return nested;
            }
        }
    }

    private static string? TextOf(object? value) => value switch
    {
        BootstrapSettings { IsAbsent: true } => null,
        BootstrapSettings bootstrap => string.Join('\n', bootstrap.Keys),
        Uri uri => uri.OriginalString,
        X509Certificate2 certificate => certificate.Thumbprint,
        _ => (string?)value,
    };
}
