namespace FlexPrice.Domain.Deletions;

/// <summary>The subject of a recipient. It is stored sealed only, and destroyed when the recipient is closed.</summary>
public sealed record RecipientSubject
{
    /// <summary>What the provider calls the customer; null where money is paid back.</summary>
    public string? ProviderEntityId { get; init; }

    /// <summary>The tenant's identifier of the customer; null at a provider.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The customer's name; null at a provider, empty when unset.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's e-mail address; null at a provider, empty when unset.</summary>
    public string? Email { get; init; }
}
