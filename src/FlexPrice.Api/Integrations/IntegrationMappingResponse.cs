using FlexPrice.Application.Integrations;
using FlexPrice.Domain.Integrations;

namespace FlexPrice.Api.Integrations;

/// <summary>Which entity of a provider a customer is.</summary>
internal sealed record IntegrationMappingResponse
{
    public required string Id { get; init; }

    public required string EntityId { get; init; }

    public required string EntityType { get; init; }

    public required string ProviderType { get; init; }

    /// <summary>Null when its seal does not open: its key is missing or its content was changed.</summary>
    public required string? ProviderEntityId { get; init; }

    public required string Status { get; init; }

    public required string EnvironmentId { get; init; }

    public required string TenantId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required string UpdatedBy { get; init; }

    public static IntegrationMappingResponse Of(IntegrationMappingView view) => new()
    {
        Id = view.Mapping.Id.Value,
        EntityId = view.Mapping.CustomerId.Value,
        EntityType = IntegrationMapping.EntityType,
        ProviderType = view.Mapping.ProviderType,
        ProviderEntityId = view.ProviderEntityId,
        Status = "published",
        EnvironmentId = view.Mapping.EnvironmentId.Value,
        TenantId = view.Mapping.TenantId.Value,
        CreatedAt = view.Mapping.CreatedAt,
        UpdatedAt = view.Mapping.UpdatedAt,
        CreatedBy = view.Mapping.CreatedBy,
        UpdatedBy = view.Mapping.UpdatedBy,
    };
}
