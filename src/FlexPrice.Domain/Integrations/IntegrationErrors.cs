using FlexPrice.Domain.Primitives;

namespace FlexPrice.Domain.Integrations;

/// <summary>Why something cannot be done to an integration mapping.</summary>
public static class IntegrationErrors
{
    /// <summary>No such mapping in this environment.</summary>
    /// <param name="id">The id in the request.</param>
    public static Error NotFound(string id)
    {
        var error = new Error(ErrorKind.NotFound, $"Entity integration mapping with ID {Error.Echo(id)} was not found").With("mapping_id", Error.Echo(id));
        return TypedId.TryParse<IntegrationMappingId>(id, out _) ? error : error.With("hint", $"Ids of mappings are {IntegrationMappingId.Prefix}_ and 26 characters.");
    }

    /// <summary>The customer has a mapping of this provider: there is one at most.</summary>
    /// <param name="providerType">What the request sent.</param>
    public static Error OnePerProvider(string providerType) =>
        new Error(ErrorKind.AlreadyExists, "A customer can only have one mapping per provider_type")
            .With("provider_type", $"The customer is mapped to {Error.Echo(providerType)} already. Delete that mapping first, or name another provider_type.");

    /// <summary>The provider's entity is linked to another customer: two customers that share it could not be deleted there separately.</summary>
    /// <param name="providerType">What the request sent.</param>
    public static Error ProviderEntityTaken(string providerType) =>
        new Error(ErrorKind.AlreadyExists, "The provider's entity is mapped to another customer")
            .With("provider_entity_id", $"This id of {Error.Echo(providerType)} belongs to another customer here. Delete that mapping first, or send another provider_entity_id.");

    /// <summary>The provider's id does not open: the key ring lacks its key, or the content is not what was sealed.</summary>
    public static Error ProviderEntityUnreadable() =>
        new Error(ErrorKind.InvalidOperation, "The sealed id of the provider's entity cannot be opened")
            .With("fix", "The key ring of this installation does not hold the key, or the content was changed by another hand. Restore the folder of Keys__Path from its backup; if that does not help, the row from a backup of the database.");
}
