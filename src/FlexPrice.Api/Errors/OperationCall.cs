namespace FlexPrice.Api.Errors;

/// <summary>How an operation is called.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The route, with placeholders for ids.</param>
/// <param name="Body">The body as a hint shows it; null when there is nothing to send.</param>
internal sealed record OperationCall(string Method, string Route, string? Body = null);
