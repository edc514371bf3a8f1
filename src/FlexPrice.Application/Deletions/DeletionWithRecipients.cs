using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>The record of a deletion with everybody who must act.</summary>
internal sealed class DeletionWithRecipients : Specification<Deletion>
{
    public DeletionWithRecipients(DeletionId id) => Query.Where(deletion => deletion.Id == id).Include(deletion => deletion.Recipients);
}
