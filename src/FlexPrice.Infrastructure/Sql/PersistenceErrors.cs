using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions;
using FlexPrice.Domain.Primitives;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Sql;

/// <summary>What a failure of the database means to the caller.</summary>
internal static class PersistenceErrors
{
    /// <summary>What a failure means that no server has reported; null when it is a defect, as a cascade that changes another number of rows than it decided.</summary>
    /// <param name="cause">The failure without what is around it.</param>
    public static Error? OfOwnException(Exception cause) => cause switch
    {
        DbUpdateConcurrencyException or HierarchyChangedException or ExternalIdReassignedException => Changed(),
        DeletionsNearLimitException => Busy(),
        _ => null,
    };

    /// <summary>Another transaction holds the write lock for too long.</summary>
    public static Error Busy() =>
        new Error(ErrorKind.ServiceUnavailable, "The database is busy")
            .With("fix", $"Nothing was changed. Send the same request again after the time in {CallPart.RetryAfter}.");

    /// <summary>The connection broke during a commit, and its outcome could not be determined.</summary>
    public static Error OutcomeUnknown() =>
        new Error(ErrorKind.ServiceUnavailable, "The database did not say whether the change was made")
            .With("fix", $"It may have been made. Send the same request again after the time in {CallPart.RetryAfter}, with the same {CallPart.IdempotencyKey} where the endpoint takes one.");

    /// <summary>An identifier was taken by another request in the meantime.</summary>
    public static Error AlreadyExists() =>
        new Error(ErrorKind.AlreadyExists, "Something with the same identifier was created at the same time")
            .With("fix", "Nothing was changed. Read what exists, or send another identifier.");

    /// <summary>Something that the request names was removed in the meantime.</summary>
    public static Error ReferenceNotFound() =>
        new Error(ErrorKind.NotFound, "Something that the request names was removed at the same time")
            .With("fix", "Nothing was changed. Look at what still exists and send the request again.");

    /// <summary>Another request changed the same thing in the meantime.</summary>
    public static Error Changed() =>
        new Error(ErrorKind.VersionConflict, "The same thing was changed at the same time")
            .With("fix", "Nothing was changed. Read it again and send the request again.");
}
