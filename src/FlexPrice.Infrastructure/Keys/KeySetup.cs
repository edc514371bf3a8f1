using FlexPrice.Application.Abstractions;
using FlexPrice.Infrastructure.Configuration;
using FlexPrice.Infrastructure.Scheduling;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Keys;

internal static class KeySetup
{
    /// <summary>Adds the look-up key, the key ring, and the check that they belong to the database.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services, FlexPriceSettings settings)
    {
        var folder = new KeyFolder(settings.KeysPath);
        services.AddSingleton(folder);
        services.AddSingleton<ILookupHasher, LookupHasher>();
        services.AddScoped<KeyGuard>();
        services.AddTimedJob<NoteNewKeysJob>(NoteNewKeysJob.Interval, "FlexPrice.Infrastructure.Persistence");
        var ring = services.AddDataProtection().SetApplicationName("FlexPrice").PersistKeysToFileSystem(folder.Directory);
        if (settings.KeysCertificate is { } certificate)
        {
            ring.ProtectKeysWithCertificate(certificate);
        }

        return services;
    }
}
