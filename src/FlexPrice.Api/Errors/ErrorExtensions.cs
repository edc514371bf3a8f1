using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Errors;

/// <summary>Turns failures into answers and into FlexPrice's words.</summary>
internal static class ErrorExtensions
{
    private static readonly string[] PageFields = ["limit", "offset"];

    public static IResult ToHttp(this Error error) => new ErrorResult(error);

    /// <summary>FlexPrice names a page that does not exist differently from other wrong fields.</summary>
    public static Error InFilterWords(this Error error) =>
        error.IsValidation() && PageFields.Any(error.Details.ContainsKey) ? error with { Message = RequestErrors.FilterMessage } : error;

    /// <summary>FlexPrice's words for wrong events.</summary>
    public static Error InEventWords(this Error error) =>
        error.IsValidation() ? error with { Message = RequestErrors.EventMessage } : error;

    /// <summary>Names the fields of a single event as its caller sent them: without the list in which the application takes it.</summary>
    public static Error WithoutList(this Error error, string list)
    {
        var entry = $"{list}[0].";
        return error with
        {
            Details = error.Details.ToDictionary(
                detail => detail.Key.StartsWith(entry, StringComparison.Ordinal) ? detail.Key[entry.Length..] : detail.Key,
                detail => detail.Value,
                StringComparer.Ordinal),
        };
    }

    private static bool IsValidation(this Error error) => error is { Kind: ErrorKind.Validation, Message: RequestErrors.ValidationMessage };
}
