using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Cascade;

/// <summary>Why the cascade refuses a request.</summary>
public static class CascadeErrors
{
    /// <summary>A dependent of the customer blocks the command.</summary>
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

    /// <summary>There is no such parameter.</summary>
    /// <param name="parameter">What the request sent.</param>
    /// <param name="known">The parameters there are.</param>
    public static Error UnknownParameter(string parameter, IReadOnlyList<string> known) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With(Error.Echo(parameter), $"There is no such parameter here. Allowed: {string.Join(", ", known)}.");

    /// <summary>The edge has no such action.</summary>
    /// <param name="field">The parameter or wire field that named it.</param>
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
            .With(edge, $"The environment's deletion policy does not allow '{action}' here. Allowed: {string.Join(", ", allowed)}. The policy is at {Operation.GetDeletionPolicy.Address()}.");

    /// <summary>The parameter is missing, unknown to the edge's action or names something unsuitable.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="fix">What to send.</param>
    public static Error BadParameter(string parameter, string fix) =>
        new Error(ErrorKind.Validation, "Request validation failed").With(parameter, fix);
}
