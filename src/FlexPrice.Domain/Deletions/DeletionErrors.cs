using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>Why a deletion is refused.</summary>
public static class DeletionErrors
{
    /// <summary>No such deletion in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Deletion with ID {Error.Echo(id)} was not found").With("deletion_id", Error.Echo(id));
        return TypedId.TryParse<DeletionId>(id, out _) ? error : error.With("hint", $"Ids of deletions are {DeletionId.Prefix}_ and 26 characters.");
    }

    /// <summary>The key, together with the keys of its lineage, has requested as many deletions per hour as the environment allows.</summary>
    /// <param name="limit">How many that is.</param>
    /// <param name="retryAfterSeconds">When the next one is let through, in seconds from now.</param>
    public static Error TooMany(int limit, int retryAfterSeconds) =>
        new Error(ErrorKind.TooManyRequests, $"At most {limit} deletions per hour can be asked for with one key and those that share an issuer with it")
            .With(Error.RetryAfterDetail, retryAfterSeconds)
            .With("deletions_per_hour", limit)
            .With("fix", $"Nothing was changed. Make sure that these deletions are meant, then wait for the time in {CallPart.RetryAfter}, or have a super_admin raise the limit: {Operation.RaiseDeletionLimit}.");
}
