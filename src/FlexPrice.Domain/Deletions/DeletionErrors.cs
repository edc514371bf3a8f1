using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Deletions;

/// <summary>Why a deletion is refused.</summary>
public static class DeletionErrors
{
    /// <summary>No such deletion in this environment.</summary>
    /// <param name="id">What the request named.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Deletion with ID {Error.Echo(id)} was not found").With("deletion_id", Error.Echo(id));
        return TypedId.TryParse<DeletionId>(id, out _) ? error : error.With("hint", $"Ids of deletions are {DeletionId.Prefix}_ and 26 characters.");
    }

    /// <summary>Something that hangs on the customer must be dealt with first.</summary>
    /// <param name="message">FlexPrice's message for its own cases.</param>
    /// <param name="blockers">All blockers, each with the fix that the caller can do.</param>
    public static Error Blocked(string message, IReadOnlyList<Blocker> blockers) =>
        new Error(ErrorKind.InvalidOperation, message).With("blockers", blockers);

    /// <summary>The world moved since the plan was made.</summary>
    /// <param name="digest">The digest of the plan as it would be now.</param>
    public static Error PlanOutdated(string digest) =>
        new Error(ErrorKind.VersionConflict, "The plan is out of date: the customer or something that hangs on it has changed")
            .With("plan_digest", "Ask for the deletion plan again and confirm its digest.")
            .With("current_digest", digest);

    /// <summary>There is no such edge.</summary>
    /// <param name="field">The wire field that named it.</param>
    /// <param name="edge">What the request named.</param>
    /// <param name="known">The edges there are.</param>
    public static Error UnknownEdge(string field, string edge, IReadOnlyList<string> known) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(field, $"'{Error.Echo(edge)}' is not an edge. Edges are: {string.Join(", ", known)}.");

    /// <summary>There is no such query parameter.</summary>
    /// <param name="parameter">What the request sent.</param>
    /// <param name="known">The parameters there are.</param>
    public static Error UnknownParameter(string parameter, IReadOnlyList<string> known) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(Error.Echo(parameter), $"There is no such parameter here. Allowed: {string.Join(", ", known)}.");

    /// <summary>The edge has no such action.</summary>
    /// <param name="field">The query parameter or wire field that named it.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="action">What the request chose.</param>
    /// <param name="allowed">The actions that may be chosen.</param>
    public static Error UnknownAction(string field, string edge, string action, IReadOnlyList<string> allowed) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(field, $"'{Error.Echo(action)}' is not an action of {edge}. Allowed: {string.Join(", ", allowed)}.");

    /// <summary>The environment does not let requests choose the action.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="action">What the request chose.</param>
    /// <param name="allowed">The actions that may be chosen.</param>
    public static Error ActionNotAllowed(string edge, string action, IReadOnlyList<string> allowed) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(edge, $"The environment's deletion policy does not allow '{action}' here. Allowed: {string.Join(", ", allowed)}. The policy is at /v1/settings/deletion-policy.");

    /// <summary>The parameter is missing, unknown to the edge's action or names something unsuitable.</summary>
    /// <param name="parameter">The query parameter.</param>
    /// <param name="fix">What to send.</param>
    public static Error BadParameter(string parameter, string fix) =>
        new Error(ErrorKind.Validation, "Request validation failed").With(parameter, fix);

    /// <summary>The customer named as the new parent of the children does not exist in this environment.</summary>
    /// <param name="parameter">The query parameter.</param>
    /// <param name="value">What the request sent.</param>
    public static Error NewParentNotFound(string parameter, string value) =>
        new Error(ErrorKind.NotFound, $"Parent customer {Error.Echo(value)} was not found")
            .With(parameter, $"Name a published customer of this environment by our id: {CustomerId.Prefix}_ and 26 characters.");

    /// <summary>The key, with those that it issued or that share an issuer with it, has asked for as many deletions within an hour as the environment lets it.</summary>
    /// <param name="limit">How many that is.</param>
    /// <param name="retryAfterSeconds">When the next one is let through, in seconds from now.</param>
    public static Error TooMany(int limit, int retryAfterSeconds) =>
        new Error(ErrorKind.TooManyRequests, $"At most {limit} deletions per hour can be asked for with one key and those that share an issuer with it")
            .With(Error.RetryAfterDetail, retryAfterSeconds)
            .With("deletions_per_hour", limit)
            .With("fix", "Nothing was changed. Make sure that these deletions are meant, then wait for the time in Retry-After, or have a super_admin raise the limit: PUT /v1/settings/deletion-policy {\"deletions_per_hour\":…}.");

    /// <summary>The whole family is too large to be deleted at once.</summary>
    /// <param name="limit">The largest family, in customers.</param>
    public static Error FamilyTooLarge(int limit) =>
        new Error(ErrorKind.Validation, $"At most {limit} customers can be deleted at once")
            .With("child_customers", "Delete parts of the family first, or choose detach or reparent.");
}
