using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.Cascade;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Persistence;

/// <summary>What the retrying strategies of all database servers have in common.</summary>
internal static class Retries
{
    /// <summary>How often a unit of work is tried again.</summary>
    public const int Most = 6;

    /// <summary>How long to wait at most before another try.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a failure means that somebody else changed the same thing.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="isConflictOfServer">Whether the server's own failure means it.</param>
    public static bool IsConflict(Exception? failure, Func<Exception, bool> isConflictOfServer) => failure switch
    {
        null => false,
        DbUpdateConcurrencyException or CascadeMismatchException or FamilyMovedException => true,
        DbUpdateException { InnerException: { } inner } => IsConflict(inner, isConflictOfServer),
        _ => isConflictOfServer(failure),
    };

    /// <summary>How long to wait after a conflict: whoever was in the way has committed by now, and a moment keeps two from meeting again.</summary>
    public static TimeSpan DelayAfterConflict() => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 50));
}
