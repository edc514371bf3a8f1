using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Integrations;

/// <summary>
/// Which entity of a provider a customer is. The provider's id is sealed under a key of the mapping's own from the start, so that a deletion hands it to
/// a process that must notify the provider without opening it.
/// </summary>
public sealed class IntegrationMapping : AggregateRoot
{
    /// <summary>The one kind of entity that can be mapped.</summary>
    public const string EntityType = "customer";

    private IntegrationMapping()
    {
    }

    private IntegrationMapping(EnvironmentScope scope, Change created)
        : base(scope, created)
    {
    }

    /// <summary>The mapping's id.</summary>
    public IntegrationMappingId Id { get; private set; }

    /// <summary>The customer.</summary>
    public CustomerId CustomerId { get; private set; }

    /// <summary>The provider, for example <c>stripe</c>; at most 50 characters.</summary>
    [NotPersonal("The name of a provider.")]
    public string ProviderType { get; private set; } = "";

    /// <summary>The blind index of the provider's id.</summary>
    public LookupHash ProviderEntityIdHash { get; private set; }

    /// <summary>The data key of <see cref="Sealed"/>, wrapped by the key ring.</summary>
    [NotPersonal("An encrypted random key.")]
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>The provider's id, AES-256-GCM under the mapping's key.</summary>
    [PersonalData(PersonalDataCategory.Identifier)]
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Links a customer to an entity of a provider. Archived customers can be linked too: their provider must be notified of a deletion.</summary>
    /// <param name="scope">The environment.</param>
    /// <param name="id">Its id.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="entity">The entity of the provider.</param>
    /// <param name="change">Time and actor.</param>
    public static IntegrationMapping Link(EnvironmentScope scope, IntegrationMappingId id, Customer customer, ProviderEntity entity, Change change) => new(scope, change)
    {
        Id = id,
        CustomerId = customer.Id,
        ProviderType = entity.ProviderType,
        ProviderEntityIdHash = entity.IdHash,
        WrappedKey = entity.WrappedKey,
        Sealed = entity.Sealed,
    };
}
