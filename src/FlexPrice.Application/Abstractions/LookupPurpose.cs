namespace FlexPrice.Application.Abstractions;

/// <summary>What keyed hashes are made for.</summary>
public static class LookupPurpose
{
    /// <summary>The external id of a customer.</summary>
    public const string ExternalCustomerId = "external_customer_id";

    /// <summary>The caller's id of a usage event.</summary>
    public const string EventId = "event_id";

    /// <summary>What a customer is called at a provider, together with the provider's name.</summary>
    public const string ProviderEntityId = "provider_entity_id";

    /// <summary>An idempotency key.</summary>
    public const string IdempotencyKey = "idempotency_key";

    /// <summary>The content of a request, to notice a key that is used for another one.</summary>
    public const string RequestFingerprint = "request_fingerprint";
}
