using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Customers;

/// <summary>What is wrong with how a request names a customer.</summary>
public static class CustomerReferenceErrors
{
    /// <summary>Two ids of two customers.</summary>
    public static Error Mismatch() =>
        new Error(ErrorKind.Validation, "Request validation failed")
            .With("external_customer_id", "The id and the external id belong to different customers. Send one of them, or two that agree.");
}
