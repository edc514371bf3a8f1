using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions.GetDeletion;

/// <summary>The record of a deletion as its reader may see it.</summary>
/// <param name="Deletion">The record with its recipients.</param>
/// <param name="Subjects">The subjects of the open recipients; empty for readers that may not close them.</param>
public sealed record DeletionView(Deletion Deletion, IReadOnlyDictionary<RecipientId, RecipientSubject> Subjects);
