using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Customers;

/// <summary>The id of a customer: <c>cust_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct CustomerId(string Value) : ITypedId<CustomerId>
{
    /// <inheritdoc />
    public static string Prefix => "cust";

    /// <inheritdoc />
    public static CustomerId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
