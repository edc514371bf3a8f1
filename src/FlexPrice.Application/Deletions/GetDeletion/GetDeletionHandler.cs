using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Deletions;
using FlexPrice.Domain.Primitives;

namespace FlexPrice.Application.Deletions.GetDeletion;

internal sealed class GetDeletionHandler(IReadRepository<Deletion> deletions, IRecipientSeal seal, ICaller caller) : IQueryHandler<GetDeletionQuery, Result<DeletionView>>
{
    public async Task<Result<DeletionView>> HandleAsync(GetDeletionQuery query, CancellationToken cancellationToken) =>
        TypedId.TryParse<DeletionId>(query.Id, out var id) && await deletions.FirstOrDefaultAsync(new DeletionWithRecipients(id), cancellationToken) is { } deletion
            ? new DeletionView(deletion, SubjectsOf(deletion))
            : DeletionErrors.NotFound(query.Id);

    // To close a recipient one must know its subject: the payee, or the account to erase by hand.
    private Dictionary<RecipientId, RecipientSubject> SubjectsOf(Deletion deletion)
    {
        var subjects = new Dictionary<RecipientId, RecipientSubject>();
        if (!caller.HasPermission(Permission.WaiveWrite))
        {
            return subjects;
        }

        foreach (var recipient in deletion.Recipients)
        {
            if (seal.Open(recipient) is { } subject)
            {
                subjects.Add(recipient.Id, subject);
            }
        }

        return subjects;
    }
}
