namespace FlexPrice.Api.Errors;

/// <summary>The part of an error that FlexPrice's SDK reads.</summary>
/// <param name="Message">One sentence for a human.</param>
/// <param name="InternalError">Always empty: nothing internal leaves the server.</param>
/// <param name="Details">Facts for a program, keyed by field.</param>
internal sealed record ErrorDetailResponse(string Message, string InternalError, IReadOnlyDictionary<string, object?> Details);
