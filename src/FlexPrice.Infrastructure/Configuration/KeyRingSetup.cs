using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Configuration;

/// <summary>How data protection keeps its ring.</summary>
internal static class KeyRingSetup
{
    public static IDataProtectionBuilder AddKeyRing(this IServiceCollection services, FlexPriceSettings settings, KeyFolder folder)
    {
        var ring = services.AddDataProtection().SetApplicationName("FlexPrice").PersistKeysToFileSystem(folder.Directory);
        return settings.KeysCertificate is { } certificate ? ring.ProtectKeysWithCertificate(certificate) : ring;
    }
}
