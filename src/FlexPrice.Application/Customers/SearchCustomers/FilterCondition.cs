namespace FlexPrice.Application.Customers.SearchCustomers;

/// <summary>One condition of a search.</summary>
/// <param name="Field">A field of the customer.</param>
/// <param name="Operator">eq, contains, not_contains, gt, lt, in, not_in, before or after.</param>
/// <param name="DataType">string, number, date or array.</param>
/// <param name="Value">The value to compare with.</param>
public sealed record FilterCondition(string? Field, string? Operator, string? DataType, FilterValue? Value);
