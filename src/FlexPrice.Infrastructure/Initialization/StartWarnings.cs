using FlexPrice.Infrastructure.Configuration;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Initialization;

/// <summary>Logs settings that work but should not stay as they are.</summary>
internal sealed partial class StartWarnings(FlexPriceSettings settings, ILogger<StartWarnings> logger)
{
    public void Log()
    {
        foreach (var warning in settings.Warnings.Concat(FolderCheck.Warnings(settings)))
        {
            LogWarning(logger, warning);
        }

        if (settings.KeysCertificate is null)
        {
            LogPlainKeys(logger, settings.KeysPath);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The keys in {Path} are not encrypted: whoever reads that folder can open what is sealed; Keys__Certificate encrypts the key ring")]
    private static partial void LogPlainKeys(ILogger logger, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);
}
