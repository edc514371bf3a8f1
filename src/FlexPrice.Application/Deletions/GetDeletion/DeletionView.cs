using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions.GetDeletion;

/// <summary>The record of a deletion as its reader may see it.</summary>
/// <param name="Deletion">The record with everybody who must act.</param>
/// <param name="Subjects">Whom the open recipients must act about; empty for readers who may not close them.</param>
public sealed record DeletionView(Deletion Deletion, IReadOnlyDictionary<RecipientId, RecipientSubject> Subjects);
