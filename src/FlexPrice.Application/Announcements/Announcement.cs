using FlexPrice.Domain.Customers;
using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Announcements;

/// <summary>What every channel says of one event.</summary>
/// <param name="Type">FlexPrice's name of the event, for example <c>customer.deleted</c>. FlexPrice announces nothing about workflows, so those names are ours.</param>
/// <param name="CustomerId">The customer whom it concerns.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Data">Ids only, nothing personal: a message that somebody stored must not outlive a deletion.</param>
/// <param name="DeletionId">The deletion that waits until this was announced; null for every other event.</param>
internal sealed record Announcement(string Type, CustomerId CustomerId, DateTimeOffset OccurredAt, IReadOnlyDictionary<string, object?> Data, DeletionId? DeletionId);
