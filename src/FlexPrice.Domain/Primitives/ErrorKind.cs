namespace FlexPrice.Domain.Primitives;

/// <summary>What sort of failure an <see cref="Error"/> is. Each kind has one wire code (<see cref="Error.Code"/>) and is mapped to one HTTP status in the Api.</summary>
public enum ErrorKind
{
    /// <summary>The request is malformed or a field is invalid. Wire code <c>validation_error</c>.</summary>
    Validation,

    /// <summary>The request is well formed, but the state of the data forbids it. Wire code <c>invalid_operation</c>.</summary>
    InvalidOperation,

    /// <summary>The thing named does not exist in the caller's environment. Wire code <c>not_found</c>.</summary>
    NotFound,

    /// <summary>An identifier is taken. Wire code <c>already_exists</c>.</summary>
    AlreadyExists,

    /// <summary>The data changed since the caller looked. Wire code <c>version_conflict</c>.</summary>
    VersionConflict,

    /// <summary>No valid API key was presented. Wire code <c>unauthenticated</c>.</summary>
    Unauthenticated,

    /// <summary>The key's roles do not allow the call. Wire code <c>permission_denied</c>.</summary>
    PermissionDenied,

    /// <summary>The route exists, but not for this HTTP method. Wire code <c>method_not_allowed</c>.</summary>
    MethodNotAllowed,

    /// <summary>The request body exceeds the limit. Wire code <c>payload_too_large</c>.</summary>
    PayloadTooLarge,

    /// <summary>The request body is not JSON. Wire code <c>unsupported_media_type</c>.</summary>
    UnsupportedMediaType,

    /// <summary>Too many calls. Wire code <c>too_many_requests</c>.</summary>
    TooManyRequests,

    /// <summary>The system cannot answer now; the same call may succeed later. Wire code <c>service_unavailable</c>.</summary>
    ServiceUnavailable,

    /// <summary>A defect of the system. Wire code <c>internal_error</c>.</summary>
    Internal,
}
