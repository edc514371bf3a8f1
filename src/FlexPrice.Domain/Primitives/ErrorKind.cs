namespace FlexPrice.Domain.Primitives;

/// <summary>What sort of failure an <see cref="Error"/> is. Each kind has one wire code (<see cref="Error.Code"/>).</summary>
public enum ErrorKind
{
    /// <summary>The request is malformed or a field is invalid.</summary>
    [WireName("validation_error")]
    Validation,

    /// <summary>The request is well formed, but the state of the data forbids it.</summary>
    InvalidOperation,

    /// <summary>The thing named does not exist in the caller's environment.</summary>
    NotFound,

    /// <summary>An identifier is taken.</summary>
    AlreadyExists,

    /// <summary>The data changed since the caller looked.</summary>
    VersionConflict,

    /// <summary>No valid API key was presented.</summary>
    Unauthenticated,

    /// <summary>The key's roles do not allow the call.</summary>
    PermissionDenied,

    /// <summary>The route exists, but not for this method.</summary>
    MethodNotAllowed,

    /// <summary>The request body exceeds the limit.</summary>
    PayloadTooLarge,

    /// <summary>The request body is not JSON.</summary>
    UnsupportedMediaType,

    /// <summary>Too many calls.</summary>
    TooManyRequests,

    /// <summary>The system cannot answer now; the same call may succeed later.</summary>
    ServiceUnavailable,

    /// <summary>A defect of the system.</summary>
    [WireName("internal_error")]
    Internal,
}
