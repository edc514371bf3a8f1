using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>The id of a line item: <c>subs_line_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct SubscriptionLineItemId(string Value) : ITypedId<SubscriptionLineItemId>
{
    /// <inheritdoc />
    public static string Prefix => "subs_line";

    /// <inheritdoc />
    public static SubscriptionLineItemId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
