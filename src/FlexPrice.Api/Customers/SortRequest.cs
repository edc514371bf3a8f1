namespace FlexPrice.Api.Customers;

/// <summary>One sort key of a search.</summary>
/// <param name="Field">A field of the customer.</param>
/// <param name="Direction"><c>asc</c> or <c>desc</c>.</param>
internal sealed record SortRequest(string? Field, string? Direction);
