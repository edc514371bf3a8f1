using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Errors;

/// <summary>The body of every answer that is no success: both of FlexPrice's shapes at once, the flat one and the one that its SDK reads.</summary>
/// <param name="Code">What sort of failure it is, for a program.</param>
/// <param name="Message">One sentence for a human.</param>
/// <param name="HttpStatusCode">The status of the answer.</param>
/// <param name="Details">Facts for a program, keyed by field.</param>
/// <param name="Success">Always false.</param>
/// <param name="Error">The shape that the SDK reads.</param>
internal sealed record ErrorResponse(
    string Code,
    string Message,
    int HttpStatusCode,
    IReadOnlyDictionary<string, object?> Details,
    bool Success,
    ErrorDetailResponse Error)
{
    public static ErrorResponse Of(Error error, int status)
    {
        var (message, details) = (error.Text.ToWire(), error.Details.ToWire());
        return new ErrorResponse(error.Code, message, status, details, Success: false, new ErrorDetailResponse(message, "", details));
    }
}
