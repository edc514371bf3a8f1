namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>One sort key of a search.</summary>
/// <param name="Field">A field of the customer.</param>
/// <param name="Direction"><c>asc</c> or <c>desc</c>.</param>
public sealed record SortKey(string? Field, string? Direction);
