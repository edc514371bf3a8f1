using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>Warnings and logs of Entity Framework.</summary>
internal static class ModelWarnings
{
    /// <summary>
    /// Suppresses warnings about the model, which a test compares with its last migration, and logs failed statements at debug level only: most are conflicts that are retried or
    /// answered, and what ends a request or a reaction is logged there.
    /// </summary>
    public static DbContextOptionsBuilder UseFlexPriceWarnings(this DbContextOptionsBuilder builder) => builder.ConfigureWarnings(warnings => warnings
        .Ignore(RelationalEventId.PendingModelChangesWarning)
        .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
