using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Subscriptions;

/// <summary>Why something cannot be done to a subscription.</summary>
public static class SubscriptionErrors
{
    /// <summary>No such subscription in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, "Subscription not found").With("subscription_id", Error.Echo(id));
        return TypedId.TryParse<SubscriptionId>(id, out _) ? error : error.With("hint", $"Ids of subscriptions are {SubscriptionId.Prefix}_ and 26 characters.");
    }

    /// <summary>The subscription named as parent does not exist in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error ParentNotFound(string id) =>
        new Error(ErrorKind.NotFound, $"Parent subscription {Error.Echo(id)} was not found")
            .With("parent_subscription_id", "Name an existing subscription of this environment, or leave the field out.");

    /// <summary>The customer named as payer does not exist in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error PayerNotFound(string id) =>
        new Error(ErrorKind.NotFound, $"Invoicing customer {Error.Echo(id)} was not found")
            .With("invoicing_customer_id", "Name an existing customer of this environment, or leave the field out.");

    /// <summary>It has ended already.</summary>
    public static Error AlreadyCancelled() =>
        new Error(ErrorKind.InvalidOperation, "The subscription is already cancelled")
            .With("fix", $"Nothing is left to cancel; {Operation.GetSubscription} shows when it ended.");

    /// <summary>Its end is set already.</summary>
    public static Error AlreadyScheduled() =>
        new Error(ErrorKind.InvalidOperation, "The subscription is already scheduled to be cancelled")
            .With("cancellation_type", "Send immediate to cancel it now.");
}
