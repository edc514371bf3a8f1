using System.Data.Common;
using System.Security.Cryptography;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Application.Cascade;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>What the retrying strategies of all database servers have in common.</summary>
internal static class Retries
{
    /// <summary>How often a unit of work is tried again.</summary>
    public const int Maximum = 6;

    /// <summary>How long to wait at most before another try.</summary>
    public static TimeSpan LongestDelay { get; } = TimeSpan.FromSeconds(2);

    /// <summary>What happened, without what Entity Framework puts around it: on saving, around what it takes for passing, and when the tries are used up.</summary>
    /// <param name="failure">The failure.</param>
    public static Exception CauseOf(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => failure,
        DbUpdateException { InnerException: { } inner } => CauseOf(inner),
        RetryLimitExceededException { InnerException: { } inner } => CauseOf(inner),
        InvalidOperationException { InnerException: DbException or DbUpdateException or TimeoutException } => CauseOf(failure.InnerException),
        _ => failure,
    };

    /// <summary>Whether a failure is a conflict with another transaction.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="isConflictOfServer">Whether the server's own failure means it.</param>
    public static bool IsConflict(Exception failure, Func<Exception, bool> isConflictOfServer) =>
        CauseOf(failure) is var cause && (cause is DbUpdateConcurrencyException or CascadeMismatchException or HierarchyChangedException or ExternalIdReassignedException or DeletionsNearLimitException || isConflictOfServer(cause));

    /// <summary>The delay after a conflict: the other transaction has committed by now, and a random moment keeps two from meeting again.</summary>
    public static TimeSpan DelayAfterConflict() => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(5, 50));
}
