using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>One thing that a subscription bills. Part of the <see cref="Subscription"/> aggregate.</summary>
public sealed class SubscriptionLineItem : IEnvironmentScoped
{
    private SubscriptionLineItem()
    {
    }

    /// <inheritdoc />
    public TenantId TenantId { get; private set; }

    /// <inheritdoc />
    public EnvironmentId EnvironmentId { get; private set; }

    /// <summary>The line item's id.</summary>
    public SubscriptionLineItemId Id { get; private set; }

    /// <summary>The subscription.</summary>
    public SubscriptionId SubscriptionId { get; private set; }

    /// <summary>The price.</summary>
    [NotPersonal("The id of a price in the catalogue.")]
    public string PriceId { get; private set; } = "";

    /// <summary>What an invoice calls it.</summary>
    [PersonalData(PersonalDataCategory.FreeForm)]
    public string DisplayName { get; private set; } = "";

    /// <summary>How many.</summary>
    public decimal Quantity { get; private set; }

    internal static SubscriptionLineItem Of(Subscription subscription, SubscriptionLineItemId id, LineItemTerms terms) => new()
    {
        TenantId = subscription.TenantId,
        EnvironmentId = subscription.EnvironmentId,
        Id = id,
        SubscriptionId = subscription.Id,
        PriceId = terms.PriceId,
        DisplayName = terms.DisplayName,
        Quantity = terms.Quantity,
    };
}
