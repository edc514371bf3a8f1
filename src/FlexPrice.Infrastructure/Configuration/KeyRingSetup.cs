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

    /// <summary>The same ring for a look that must not leave a trace: where the keys are missing or cannot be opened, it makes none.</summary>
    public static ServiceProvider ForLooking(FlexPriceSettings settings, KeyFolder folder)
    {
        var services = new ServiceCollection();
        services.AddKeyRing(settings, folder).DisableAutomaticKeyGeneration();
        return services.BuildServiceProvider();
    }
}
