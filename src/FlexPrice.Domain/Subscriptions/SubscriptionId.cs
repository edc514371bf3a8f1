using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>The id of a subscription: <c>subs_</c> and a ULID.</summary>
/// <param name="Value">The whole id.</param>
public readonly record struct SubscriptionId(string Value) : ITypedId<SubscriptionId>
{
    /// <inheritdoc />
    public static string Prefix => "subs";

    /// <inheritdoc />
    public static SubscriptionId From(string value) => new(value);

    /// <inheritdoc />
    public override string ToString() => Value;
}
