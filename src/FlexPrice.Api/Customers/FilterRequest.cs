using FlexPrice.Application.Customers.SearchCustomers;

namespace FlexPrice.Api.Customers;

/// <summary>One condition of a search.</summary>
/// <param name="Field">A field of the customer.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="DataType">Which of the values is meant.</param>
/// <param name="Value">What it is compared with.</param>
internal sealed record FilterRequest(string? Field, string? Operator, string? DataType, FilterValueRequest? Value)
{
    public FilterCondition ToCondition() => new(Field, Operator, DataType, Value?.ToValue());
}
