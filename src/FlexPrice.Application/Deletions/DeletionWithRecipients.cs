using FlexPrice.Domain.Deletions;

namespace FlexPrice.Application.Deletions;

/// <summary>A deletion with its recipients.</summary>
internal sealed class DeletionWithRecipients : Specification<Deletion>
{
    public DeletionWithRecipients(DeletionId id) => Query.Where(deletion => deletion.Id == id).Include(deletion => deletion.Recipients);
}
