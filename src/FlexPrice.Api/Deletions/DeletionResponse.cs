using FlexPrice.Application.Deletions.GetDeletion;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Api.Deletions;

/// <summary>The record of a deletion.</summary>
internal sealed record DeletionResponse
{
    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>The parent's deletion, of which this one is a part; null when it was requested itself.</summary>
    public required string? ParentDeletionId { get; init; }

    /// <summary>cleaning, telling, verifying, completed or failed_verification.</summary>
    public required string State { get; init; }

    public required string PlanDigest { get; init; }

    public required IReadOnlyList<EdgeResponse> Edges { get; init; }

    /// <summary>The recipients: each must act before the deletion is completed.</summary>
    public required IReadOnlyList<RecipientResponse> Recipients { get; init; }

    public required long UsageEventsErased { get; init; }

    /// <summary>The API key that requested it.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? CleanedAt { get; init; }

    /// <summary>When the erased data was removed from the storage's files; it does not wait for the recipients.</summary>
    public required DateTimeOffset? ScrubbedAt { get; init; }

    /// <summary>When your own endpoint had accepted the news.</summary>
    public required DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>When the news was announced and no recipient was open any more.</summary>
    public required DateTimeOffset? ToldAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Until when something is retained; null when nothing is.</summary>
    public required DateTimeOffset? RetainedUntil { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public required string TenantId { get; init; }

    public static DeletionResponse Of(DeletionView view) => Of(view.Deletion, view.Subjects);

    public static DeletionResponse Of(Deletion deletion) => Of(deletion, new Dictionary<RecipientId, RecipientSubject>());

    private static DeletionResponse Of(Deletion deletion, IReadOnlyDictionary<RecipientId, RecipientSubject> subjects) => new()
    {
        Id = deletion.Id.Value,
        CustomerId = deletion.CustomerId.Value,
        ParentDeletionId = deletion.ParentDeletionId?.Value,
        State = WireName.Of(deletion.State),
        PlanDigest = deletion.PlanDigest,
        Edges = [.. deletion.Edges.Select(EdgeResponse.Of)],
        Recipients = [.. deletion.Recipients.OrderBy(recipient => recipient.Id.Value, StringComparer.Ordinal).Select(recipient => RecipientResponse.Of(recipient, subjects.GetValueOrDefault(recipient.Id)))],
        UsageEventsErased = deletion.UsageEventsErased,
        RequestedBy = deletion.CreatedBy,
        CreatedAt = deletion.CreatedAt,
        CleanedAt = deletion.CleanedAt,
        ScrubbedAt = deletion.ScrubbedAt,
        AnnouncedAt = deletion.AnnouncedAt,
        ToldAt = deletion.ToldAt,
        CompletedAt = deletion.CompletedAt,
        RetainedUntil = deletion.RetainedUntil,
        UpdatedAt = deletion.UpdatedAt,
        EnvironmentId = deletion.EnvironmentId.Value,
        TenantId = deletion.TenantId.Value,
    };
}
