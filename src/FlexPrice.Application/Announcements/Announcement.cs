using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Announcements;

/// <summary>The content of an event for every channel.</summary>
/// <param name="Type">FlexPrice's name of the event, for example <c>customer.deleted</c>. FlexPrice announces nothing about workflows, so those names are ours.</param>
/// <param name="CustomerId">The customer of the event.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Data">Ids only, nothing personal: a stored message must not keep personal data after a deletion.</param>
/// <param name="DeletionId">The deletion that waits until this was announced; null for every other event.</param>
internal sealed record Announcement(string Type, CustomerId CustomerId, DateTimeOffset OccurredAt, IReadOnlyDictionary<string, object?> Data, DeletionId? DeletionId);
