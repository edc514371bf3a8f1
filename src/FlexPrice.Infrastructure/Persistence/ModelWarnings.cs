using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>What Entity Framework says by itself.</summary>
internal static class ModelWarnings
{
    /// <summary>
    /// Says nothing of the model, which a test compares with its last migration, and only to whoever debugs of statements that failed: most are conflicts that are tried again or
    /// answered, and what ends a request or a reaction is logged there.
    /// </summary>
    public static DbContextOptionsBuilder UseFlexPriceWarnings(this DbContextOptionsBuilder builder) => builder.ConfigureWarnings(warnings => warnings
        .Ignore(RelationalEventId.PendingModelChangesWarning)
        .Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
}
