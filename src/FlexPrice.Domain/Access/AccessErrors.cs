using System.Globalization;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Access;

/// <summary>Errors of authentication and authorization.</summary>
public static class AccessErrors
{
    /// <summary>No key, an unknown, expired or revoked one.</summary>
    public static Error Unauthorized() =>
        new Error(ErrorKind.Unauthenticated, "Unauthorized")
            .With("fix", $"Send a valid API key as {CallPart.ApiKey}.");

    /// <summary>The roles of the key do not permit the call.</summary>
    /// <param name="permission">The permission that is missing.</param>
    public static Error InsufficientPermissions(string permission) =>
        new Error(ErrorKind.PermissionDenied, "insufficient permissions")
            .With("permission", permission)
            .With("fix", $"Use a key with a role that permits {permission}.");

    /// <summary>The key has called too often.</summary>
    /// <param name="requestsPerSecond">How many calls a second it has on average.</param>
    /// <param name="retryAfterSeconds">When the next one is let through, in seconds from now.</param>
    public static Error TooManyRequests(int requestsPerSecond, int retryAfterSeconds) =>
        new Error(ErrorKind.TooManyRequests, $"At most {requestsPerSecond} requests per second are answered for one key")
            .With(Error.RetryAfterDetail, retryAfterSeconds)
            .With("fix", $"Nothing was changed. Wait for the time in {CallPart.RetryAfter}, then send the request again; send usage in bulk ({Operation.IngestEvents}) rather than event by event.");

    /// <summary>No key, an unknown, expired or revoked one, and too many such calls before. A valid key is never refused because of them.</summary>
    /// <param name="retryAfterSeconds">When another failure is answered as such, in seconds from now.</param>
    public static Error TooManyFailedAuthentications(int retryAfterSeconds) =>
        new Error(ErrorKind.TooManyRequests, "Too many failed authentications")
            .With(Error.RetryAfterDetail, retryAfterSeconds)
            .With("fix", $"No valid API key was sent. One that is valid is let through at once: send it as {CallPart.ApiKey}.");

    /// <summary>The tenant may only read.</summary>
    public static Error TenantSuspended() =>
        new(ErrorKind.PermissionDenied, "tenant account is suspended");

    /// <summary>The caller wants to hand out a role that it does not have.</summary>
    /// <param name="role">The role.</param>
    public static Error RoleNotGrantable(string role) =>
        new Error(ErrorKind.PermissionDenied, "insufficient permissions")
            .With("roles", $"Your key may not grant '{role}'. Grant roles that permit no more than your key, or use a super_admin key.");

    /// <summary>The caller wants a key that outlives its own.</summary>
    /// <param name="expiresAt">When the caller's key expires.</param>
    public static Error ExpiresAfterIssuer(DateTimeOffset expiresAt) =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With("expires_at", $"A key lives no longer than the key that issues it, which expires at {expiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}: send that time or an earlier one, or leave expires_at out to have the same.");

    /// <summary>The key belongs to another principal.</summary>
    public static Error KeyOfAnotherPrincipal() =>
        new Error(ErrorKind.PermissionDenied, "insufficient permissions")
            .With("fix", "A key can be revoked by itself, by the key that created it, or by a super_admin key.");

    /// <summary>No such API key in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error KeyNotFound(string id) =>
        new Error(ErrorKind.NotFound, $"API key with ID {Error.Echo(id)} was not found")
            .With("hint", $"Ids of API keys begin with {ApiKeyId.Prefix}_; the key itself is not its id.");
}
