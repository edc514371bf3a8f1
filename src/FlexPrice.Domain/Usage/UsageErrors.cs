using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Usage;

/// <summary>Why something cannot be done with usage events.</summary>
public static class UsageErrors
{
    /// <summary>The key under which a customer's events are sealed does not open, so that none can be added.</summary>
    /// <param name="externalCustomerId">What the request named.</param>
    public static Error KeyUnreadable(string externalCustomerId) =>
        new Error(ErrorKind.InvalidOperation, "The key of this customer's usage events cannot be opened")
            .With("external_customer_id", Error.Echo(externalCustomerId))
            .With("fix", "Restore the folder of Keys__Path from its backup, and the database if its content was changed by another hand. Events of other customers can be sent meanwhile; nothing of this request was stored.");
}
