using FlexPrice.Domain.Deletions;

namespace FlexPrice.Api.Deletions;

/// <summary>The subject of a recipient.</summary>
internal sealed record RecipientSubjectResponse
{
    /// <summary>What the provider calls the customer; null where money is paid back.</summary>
    public required string? ProviderEntityId { get; init; }

    /// <summary>Your own identifier of the customer; null at a provider.</summary>
    public required string? ExternalId { get; init; }

    public required string? Name { get; init; }

    public required string? Email { get; init; }

    public static RecipientSubjectResponse Of(RecipientSubject subject) => new()
    {
        ProviderEntityId = subject.ProviderEntityId,
        ExternalId = subject.ExternalId,
        Name = subject.Name,
        Email = subject.Email,
    };
}
